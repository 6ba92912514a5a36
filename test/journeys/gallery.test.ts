import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after, before } from 'node:test'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { browser, closeBrowser } from './browser.ts'
import { type GalleryServer, serveGallery } from './gallery-server.tsx'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let gallery: GalleryServer

before(async () => {
  gallery = await serveGallery()
})

after(async () => {
  await closeBrowser()
  await gallery.stop()
})

async function open(query: string, options: BrowserContextOptions, look: (page: Page) => Promise<void>) {
  const context = await (await browser()).newContext(options)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(`${gallery.address}/?${query}`)
  await look(page)
  await context.close()
  assert.deepEqual(complaints, [], 'the browser complains of nothing, the policy of no inline style or script')
}

async function violationsOn(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page)
  await session.send('Runtime.evaluate', { expression: axe })
  return page.evaluate(async () => {
    const run = (window as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }).axe
    const { violations } = await run.run()
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
  })
}

const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

for (const colorScheme of ['light', 'dark'] as const)
  for (const language of ['en', 'ar-XB'])
    for (const width of [320, 1280])
      test(`every part is accessible and fits: ${colorScheme}, ${language}, ${width} px`, () =>
        open(`language=${language}`, { colorScheme, viewport: { width, height: 900 } }, async (page) => {
          assert.deepEqual(await violationsOn(page), [])
          assert.equal(await overflow(page), 0)
        }))

test('texts a third longer still fit at 320 px', () =>
  open('language=en-XA', { viewport: { width: 320, height: 900 } }, async (page) => {
    assert.equal(await overflow(page), 0)
  }))

test('every control that stands alone is at least 44 px high', () =>
  open('', { viewport: { width: 360, height: 900 } }, async (page) => {
    const small = await page.locator('main :is(a, button, input, select, textarea, summary):visible').evaluateAll((controls) =>
      controls
        .filter((control) => !control.closest('p, h2') && !control.matches('[type=radio], [type=checkbox]'))
        .filter((control) => control.getBoundingClientRect().height < 44)
        .map((control) => control.outerHTML),
    )
    assert.deepEqual(small, [])
  }))

test('with forced colours every part is still accessible', () =>
  open('', { forcedColors: 'active', viewport: { width: 360, height: 900 } }, async (page) => {
    assert.deepEqual(await violationsOn(page), [])
  }))

test('the error summary has the focus when the page opens, and its links lead to their fields', () =>
  open('', {}, async (page) => {
    assert.equal(await page.evaluate(() => document.activeElement?.className), 'error-summary')
    await page.getByRole('link', { name: 'Add a special character' }).click()
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'password')
  }))

test('a password is shown on request', () =>
  open('', {}, async (page) => {
    await page.getByRole('button', { name: 'Show password' }).click()
    assert.equal(await page.locator('#password').getAttribute('type'), 'text')
    await page.getByRole('button', { name: 'Hide password' }).click()
    assert.equal(await page.locator('#password').getAttribute('type'), 'password')
  }))

test('a field is shown while the answer it hangs on is chosen, and always where there is no script', async () => {
  await open('', {}, async (page) => {
    assert.ok(await page.locator('#middle-name').isVisible())
    await page.locator('label[for=reason-kind]').click()
    assert.ok(await page.locator('#middle-name').isHidden())
  })
  await open('', { javaScriptEnabled: false }, async (page) => {
    await page.locator('label[for=reason-kind]').click()
    assert.ok(await page.locator('#middle-name').isVisible())
  })
})

test('a number is copied whole, without its gaps', () =>
  open('', { permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
    await page.locator('[data-copy=IOE9012345677] button').first().click()
    await page.getByRole('button', { name: 'Copied' }).waitFor()
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), 'IOE9012345677')
  }))

const folder = mkdtempSync(join(tmpdir(), 'portolan-chosen-'))
after(() => rmSync(folder, { recursive: true }))

/** A file on disk: the browser opens it itself, where bytes would have to be sent to it in text. */
function fileOf(name: string, bytes: number): string {
  const path = join(folder, name)
  writeFileSync(path, Buffer.alloc(bytes, 1))
  return path
}

test('a chosen file is named with its size; one too large or empty is refused at once and taken out', () =>
  open('', {}, async (page) => {
    const [input, report] = [page.locator('#passport'), page.locator('[data-file]:has(#passport) [role=status]')]
    await input.setInputFiles(fileOf('page.pdf', 2_400_000))
    assert.match((await report.textContent()) ?? '', /page\.pdf · PDF · 2\.4 MB/)
    await input.setInputFiles(fileOf('big.pdf', 13_000_000))
    assert.match((await report.textContent()) ?? '', /big\.pdf is 13 MB\. Choose a file of at most 12 MB\./)
    assert.equal(await input.inputValue(), '')
    await input.setInputFiles(fileOf('none.pdf', 0))
    assert.match((await report.textContent()) ?? '', /none\.pdf is empty/)
  }))

test('a form on its way is not sent a second time, but can be when the page is come back to', () =>
  open('', {}, async (page) => {
    const prevented = await page.evaluate(() => {
      return [false, false, true].map((comesBack) => {
        if (comesBack) window.dispatchEvent(new PageTransitionEvent('pageshow'))
        const event = new SubmitEvent('submit', { cancelable: true })
        document.querySelector('form[data-send-once]')?.dispatchEvent(event)
        return event.defaultPrevented
      })
    })
    assert.deepEqual(prevented, [false, true, false])
  }))

test('before the session ends a dialog asks; staying extends it, says until when, and does not ask again for the last minutes', () =>
  open('seconds=140', {}, async (page) => {
    await page.getByRole('dialog', { name: 'Are you still there?' }).waitFor()
    assert.match((await page.locator('[data-idle-left]').textContent()) ?? '', /2 min \d+ s/)
    await page.getByRole('button', { name: 'Stay signed in' }).click()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await page.getByText('You are signed out at noon').waitFor()
    assert.deepEqual(gallery.extended, ['/session/extend'])
    const asksAgain = page.getByRole('dialog').waitFor({ timeout: 2500 })
    await assert.rejects(asksAgain, /Timeout/)
  }))

test('with time left no dialog stands in the way, and without a script the end is told in words', async () => {
  await open('seconds=900', {}, async (page) => assert.equal(await page.getByRole('dialog').count(), 0))
  await open('seconds=140', { javaScriptEnabled: false }, async (page) => {
    assert.ok(await page.getByText('you are signed out at').isVisible())
    assert.equal(await page.getByRole('button', { name: /Show password|Copy|Print/ }).count(), 0)
  })
})
