import assert from 'node:assert/strict'
import { type Browser, chromium, type Locator, type Page } from 'playwright-core'
import { checkAccessibility } from './accessibility.ts'
import { keyboard, pointer } from './hands.ts'
import { keepPictures } from './pictures.ts'

/** Quiet and offline: nothing but the pages under test is asked for. */
const chromiumArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Without RenderDocument a page takes the place of the one before, which costs a fifth less. The last list counts, so
  // that the driver's own stands here too, as far as it matters to pages.
  '--disable-features=RenderDocument,PaintHolding,HttpsUpgrades,ThirdPartyStoragePartitioning,AvoidUnnecessaryBeforeUnloadCheckSync',
]

let launched: Promise<Browser> | undefined

/** The one browser of a journey file. CHROMIUM_PATH names it; `npm test` finds or installs it. */
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
  keyboardOnly?: boolean
  /** Another tab of this one's browser, with the same cookies. */
  beside?: Person
  /** The server is started anew while they are at it: what their page tries meanwhile reaches nobody, and the browser says so. */
  serverGoesAway?: boolean
}

/** One person at a browser: acts by the words on the screen, and every page they reach is checked. */
export interface Person {
  page: Page
  /** Every address their browser asked for. */
  asked: string[]
  goTo(url: string): Promise<number>
  reload(): Promise<number>
  press(name: string): Promise<number>
  follow(name: string): Promise<number>
  type(label: string, value: string): Promise<void>
  /** Text into a field, or an option out of a list. */
  enter(label: string, value: string): Promise<void>
  /** A radio button or a checkbox, of that question where one is named. */
  choose(label: string, question?: string): Promise<void>
  /** The button of the form in which this field stands. */
  pressIn(label: string, name: string): Promise<number>
  select(label: string, option: string): Promise<void>
  /** A date's three controls; `day` is `YYYY-MM-DD`, or as much of it as is known: `YYYY-MM`, `YYYY`. */
  date(legend: string, day: string): Promise<void>
  upload(label: string, path: string): Promise<void>
  heading(): Promise<string>
  text(): Promise<string>
  at(): string
  end(): Promise<void>
}

/** The browser says this of every 4xx page, which is no fault of the page. */
const sayingOfStatus = /Failed to load resource: the server responded with a status of 4/

const sayingOfNobodyThere = /Failed to load resource: net::ERR_(CONNECTION_(REFUSED|RESET|CLOSED)|EMPTY_RESPONSE)/

type Twin = (() => Promise<Page>) | null

async function checkArrival(page: Page, twin: Twin, complaints: string[]) {
  if (!page.url().startsWith('http')) return
  const { html, scrollWidth, clientWidth } = await page.evaluate(() => {
    const { outerHTML, scrollWidth, clientWidth } = document.documentElement
    return { html: `<!doctype html>${outerHTML}`, scrollWidth, clientWidth }
  })
  assert.ok(
    scrollWidth <= clientWidth,
    `${page.url()} is ${scrollWidth} px wide in a window of ${clientWidth} (WCAG 1.4.10)`,
  )
  await checkAccessibility(page, html, twin)
  await keepPictures(page)
  assert.deepEqual(complaints, [], `complaints of the browser at ${page.url()}`)
}

const labelled = (page: Page, label: string) => page.getByLabel(label, { exact: true }).first()

const group = (page: Page, legend: string) => page.getByRole('group', { name: legend, exact: true }).first()

async function newContext({ javaScript, width = 1280 }: PersonOptions) {
  const context = await (await browser()).newContext({
    javaScriptEnabled: javaScript,
    viewport: { width, height: 900 },
    locale: 'en-US',
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(15_000)
  return context
}

export async function person(options: PersonOptions): Promise<Person> {
  const { javaScript, width = 1280, keyboardOnly = false, beside, serverGoesAway = false } = options
  const context = beside?.page.context() ?? (await newContext(options))
  const page = await context.newPage()
  let twinPage: Promise<Page> | undefined
  const twin = javaScript ? null : () => (twinPage ??= newTwin(width))
  const hands = keyboardOnly ? keyboard(page) : pointer
  const [asked, complaints]: [string[], string[]] = [[], []]
  page.on('request', (request) => void asked.push(request.url()))
  page.on('console', (message) => {
    const isOfServer = sayingOfStatus.test(message.text()) || (serverGoesAway && sayingOfNobodyThere.test(message.text()))
    if (message.type() === 'error' && !isOfServer) complaints.push(message.text())
  })
  page.on('pageerror', (error) => void complaints.push(error.message))

  const leave = async (going: () => Promise<unknown>) => {
    const [answer] = await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), going()])
    await checkArrival(page, twin, complaints)
    return answer?.status() ?? 200
  }
  return {
    page,
    asked,
    goTo: (url) => leave(() => page.goto(url)),
    reload: () => leave(() => page.reload()),
    press: (name) => leave(() => hands.press(page.getByRole('button', { name, exact: true }).first())),
    follow: (name) => leave(() => hands.press(page.getByRole('link', { name, exact: true }).first())),
    type: (label, value) => hands.type(labelled(page, label), value),
    enter: async (label, value) => {
      const field = labelled(page, label)
      const isList = await field.evaluate((element) => element.tagName === 'SELECT')
      return isList ? hands.select(field, value) : hands.type(field, value)
    },
    choose: (label, question) =>
      hands.choose((question ? group(page, question) : page).getByLabel(label, { exact: true }).first()),
    pressIn: (label, name) =>
      leave(() =>
        hands.press(
          page
            .locator('form')
            .filter({ has: labelled(page, label) })
            .getByRole('button', { name, exact: true }),
        ),
      ),
    select: (label, option) => hands.select(labelled(page, label), option),
    date: async (legend, day) => {
      const [year, month, dayOfMonth] = day.split('-')
      const within = group(page, legend)
      const part = (name: string): Locator => within.getByLabel(name, { exact: true })
      if (month !== undefined) await hands.select(part('Month'), monthNames[Number(month) - 1] ?? '')
      if (dayOfMonth !== undefined) await hands.type(part('Day'), String(Number(dayOfMonth)))
      await hands.type(part('Year'), year ?? '')
    },
    upload: (label, path) => labelled(page, label).setInputFiles(path),
    heading: async () => (await page.locator('h1').first().innerText()).trim(),
    text: () => page.locator('body').innerText(),
    at: () => new URL(page.url()).pathname,
    end: async () => {
      await context.close()
      await (await twinPage)?.context().close()
    },
  }
}

const newTwin = async (width: number) =>
  (
    await (await browser()).newContext({ viewport: { width, height: 900 }, locale: 'en-US', reducedMotion: 'reduce' })
  ).newPage()

const monthNames = Array.from({ length: 12 }, (_, month) =>
  new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2000, month, 1)),
)
