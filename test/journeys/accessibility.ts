import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { CDPSession, Page } from 'playwright-core'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const run = `(async () => {
  ${axeSource}
  const found = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] })
  return JSON.stringify(found.violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.target.join(' ')).join(', ')))
})()`

/** Their values are words, addresses or tokens: to every rule it matters only that there is one. */
const worded = /\b(value|href|action|content|title|alt|aria-label|placeholder|datetime|src|data-[\w-]+)="[^"#][^"]*"/g

const option = /<option[^>]*>[^<]*<\/option>/

/**
 * Pages that differ in nothing but their words, tokens and digits look alike to every rule: what stays is each element
 * in its place, its classes, states and relations, and whether there is a text in it.
 */
const shapeOf = (html: string) =>
  html
    .replace(/>[^<]*[^<\s][^<]*</g, '>words<')
    .replace(worded, '$1')
    .replace(/[\w-]{22,}/g, '')
    .replace(/\d+/g, '0')
    .replace(new RegExp(`${option.source}(\\s*${option.source})+`, 'g'), '<option>words</option>')

const passed = new Set<string>()

/**
 * WCAG 2.2 A and AA by axe. With scripts it runs beside the page's own, in a world apart, as a debugger would; without,
 * nothing can run there at all, so `twin` (a page of a browser with scripts) is shown the same markup and styles.
 */
export async function checkAccessibility(page: Page, html: string, twin: (() => Promise<Page>) | null): Promise<void> {
  const shape = `${page.viewportSize()?.width} ${shapeOf(html)}`
  if (passed.has(shape)) return
  const found = twin ? await violationsOfTwin(await twin(), page.url(), html) : await violationsOn(page)
  assert.deepEqual(found, [], `accessibility of ${new URL(page.url()).pathname}`)
  passed.add(shape)
}

async function violationsOfTwin(twin: Page, url: string, html: string): Promise<string[]> {
  await twin.route('**', (route) => {
    const kind = route.request().resourceType()
    if (kind === 'document') return route.fulfill({ contentType: 'text/html; charset=utf-8', body: html })
    return kind === 'script' ? route.abort() : route.continue()
  })
  await twin.goto(url)
  const found = await violationsOn(twin)
  await twin.unrouteAll()
  return found
}

/** One for the life of a page: the end of a session takes the page's virtual authenticators with it. */
const sessions = new WeakMap<Page, Promise<CDPSession>>()

function sessionOf(page: Page): Promise<CDPSession> {
  const session = sessions.get(page) ?? page.context().newCDPSession(page)
  sessions.set(page, session)
  return session
}

async function violationsOn(page: Page): Promise<string[]> {
  const session = await sessionOf(page)
  const { frameTree } = await session.send('Page.getFrameTree')
  const world = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id })
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    expression: run,
    contextId: world.executionContextId,
    awaitPromise: true,
    returnByValue: true,
  })
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
  return JSON.parse(result.value as string)
}
