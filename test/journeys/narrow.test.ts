import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import type { BrowserContext } from 'playwright-core'
import { fillDraft, fileOnce, linksIn, meetSignUp, signInAs, signInToOffice } from '../guards/meet.ts'
import { type RunningPortolan, runningPortolan } from '../running.ts'
import type { WebClient } from '../web-client.ts'
import { browser, closeBrowser } from './browser.ts'
import { type Mailbox, mailboxOf } from './post.ts'

let running: RunningPortolan
let mailbox: Mailbox

before(async () => {
  running = await runningPortolan({ seeded: true, environment: { PORTOLAN_PSEUDO_LANGUAGES: 'yes' } })
  mailbox = await mailboxOf(running)
})

after(async () => {
  await closeBrowser()
  await running?.end()
})

const phonePx = 320

/** One address of each kind: the pages of two cases are laid out alike. */
const kindOf = (path: string) =>
  path
    .replace(/\?.*/, '')
    .replace(/[A-Z]{3}\d{10}|[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replace(/^(\/file\/).*/, '$1:form')

async function addressesFrom(client: WebClient, starts: readonly string[]): Promise<string[]> {
  const [found, waiting]: [Map<string, string>, string[]] = [new Map(), [...starts]]
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (found.has(kindOf(path)) && path !== '/file/i-90') continue
    const answer = await client.get(path)
    if (!answer.headers.get('content-type')?.startsWith('text/html')) continue
    found.set(path === '/file/i-90' ? path : kindOf(path), path)
    waiting.push(...linksIn(answer.html))
  }
  return [...found.values()]
}

/** A phone with this client's cookies. */
async function phoneOf(client: WebClient): Promise<BrowserContext> {
  const context = await (await browser()).newContext({
    viewport: { width: phonePx, height: 700 },
    javaScriptEnabled: false,
  })
  const cookies = client
    .cookieHeader()
    .split('; ')
    .filter(Boolean)
    .map((pair) => ({
      name: pair.slice(0, pair.indexOf('=')),
      value: pair.slice(pair.indexOf('=') + 1),
      url: client.origin,
    }))
  await context.addCookies(cookies)
  return context
}

/** Sentences about pages that are wider than the phone, in a longer language and in one read from the right (WCAG 1.4.10). */
async function tooWide(client: WebClient, addresses: readonly string[]): Promise<string[]> {
  const context = await phoneOf(client)
  const page = await context.newPage()
  const wide: string[] = []
  for (const address of addresses)
    for (const language of ['en-XA', 'ar-XB']) {
      await page.goto(`${client.origin}${address}${address.includes('?') ? '&' : '?'}language=${language}`)
      const over = await page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth)
      if (over > 0) wide.push(`${address} in ${language} is ${over} px too wide`)
    }
  await context.close()
  return wide
}

test('on a narrow phone every page of an applicant fits, in a longer language and from right to left', async () => {
  const { client } = await signInAs(running, mailbox, 'maria@example.test')
  const { submission } = await fileOnce({ who: 'maria@example.test', client })
  const draft = await fillDraft({ who: 'maria@example.test', client })
  const addresses = await addressesFrom(client, [
    '/',
    '/account',
    submission,
    draft,
    '/case-status',
    '/forgot-username',
  ])
  assert.ok(addresses.length > 40, `${addresses.length} pages`)
  assert.deepEqual(await tooWide(client, addresses), [])
})

test('on a narrow phone every page of an officer fits, in a longer language and from right to left', async () => {
  const { client } = await signInToOffice(running, 'officer@example.test')
  const addresses = await addressesFrom(client, ['/queues', '/cases'])
  assert.ok(addresses.length > 5, `${addresses.length} pages`)
  assert.deepEqual(await tooWide(client, addresses), [])
})

test('on a narrow phone every step of the sign-up fits, in a longer language and from right to left', async () => {
  const wide: string[] = []
  const look = async (client: WebClient) =>
    void wide.push(...(await tooWide(client, [client.last.at.replace(/[?&]language=[\w-]+/, '')])))
  await meetSignUp(running, mailbox, 'phone@example.test', { taken: () => 0, stop: () => {} }, look)
  assert.deepEqual(wide, [])
})
