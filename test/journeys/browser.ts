import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Quiet and offline: nothing but the pages under test is asked for. */
const chromiumArgs = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
]

let launched: Promise<Browser> | undefined

/** The one browser of this test process. CHROMIUM_PATH names it; `npm test` finds or installs it. */
export function browser(): Promise<Browser> {
  launched ??= chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: chromiumArgs })
  return launched
}

export async function closeBrowser(): Promise<void> {
  await (await launched)?.close()
  launched = undefined
}

export interface PersonOptions {
  javaScript: boolean
  width?: number
  dark?: boolean
}

/** One person at a browser: acts by the words on the screen, and every page they reach is checked for accessibility. */
export interface Person {
  page: Page
  goTo(url: string): Promise<void>
  press(name: string): Promise<void>
  follow(name: string): Promise<void>
  type(label: string, value: string): Promise<void>
  choose(label: string): Promise<void>
  select(label: string, option: string): Promise<void>
  heading(): Promise<string>
  text(): Promise<string>
  at(): string
  end(): Promise<void>
}

/** WCAG 2.2 A and AA by axe, run as a debugger would, so that it works with scripts switched off and under our policy. */
export async function checkAccessibility(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const run = `(async () => { ${axeSource}; const found = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
    return JSON.stringify(found.violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.target.join(' ')).join(', '))) })()`
  const { frameTree } = await session.send('Page.getFrameTree')
  const world = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id })
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    expression: run,
    contextId: world.executionContextId,
    awaitPromise: true,
    returnByValue: true,
  })
  await session.detach()
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
  assert.deepEqual(JSON.parse(result.value as string), [], `accessibility of ${new URL(page.url()).pathname}`)
}

export async function person(options: PersonOptions): Promise<Person> {
  const context: BrowserContext = await (await browser()).newContext({
    javaScriptEnabled: options.javaScript,
    viewport: { width: options.width ?? 1280, height: 900 },
    colorScheme: options.dark ? 'dark' : 'light',
    locale: 'en-US',
  })
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  const arrived = async () => {
    await page.waitForLoadState('domcontentloaded')
    if (page.url().startsWith('http')) await checkAccessibility(page)
  }
  return {
    page,
    goTo: async (url) => {
      await page.goto(url)
      await arrived()
    },
    press: async (name) => {
      await page.getByRole('button', { name, exact: true }).first().click()
      await arrived()
    },
    follow: async (name) => {
      await page.getByRole('link', { name, exact: true }).first().click()
      await arrived()
    },
    type: (label, value) => page.getByLabel(label, { exact: true }).first().fill(value),
    choose: (label) => page.getByLabel(label, { exact: true }).first().check(),
    select: async (label, option) => {
      await page.getByLabel(label, { exact: true }).first().selectOption({ label: option })
    },
    heading: async () => (await page.locator('h1').first().innerText()).trim(),
    text: () => page.locator('body').innerText(),
    at: () => new URL(page.url()).pathname,
    end: () => context.close(),
  }
}
