import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, it } from 'node:test'
import { type Previewing, previewing } from '../previewing.ts'
import { closeBrowser, person } from './browser.ts'

const root = join(import.meta.dirname, '..', '..')
const folder = mkdtempSync(join(tmpdir(), 'portolan-preview-journey-'))
const pack = join(folder, 'agency', 'us')
let preview: Previewing

before(async () => {
  cpSync(join(root, 'agency'), join(folder, 'agency'), { recursive: true })
  preview = await previewing(pack, 'i-539')
})
after(async () => {
  await closeBrowser()
  await preview.stop()
  rmSync(folder, { recursive: true })
})

it('a writer sees a changed word without a press, on a narrow screen too', async () => {
  const writer = await person({ javaScript: true, width: 320 })
  await writer.goTo(preview.url)
  const words = join(pack, 'texts', 'en', 'i-539.json')
  const text = readFileSync(words, 'utf8')
  writeFileSync(words, text.replace(/"form\.title": ".*?"/, '"form.title": "A title of today"'))
  await writer.page.getByRole('heading', { level: 1, name: 'A title of today' }).waitFor()
  await writer.end()
})

it('a file that cannot be read is said once, above the form as it was; the page is not loaded again until it is mended', async () => {
  const writer = await person({ javaScript: true, width: 390 })
  await writer.page.emulateMedia({ colorScheme: 'dark' })
  await writer.goTo(preview.url)
  const rules = join(pack, 'forms', 'i-539', '2024-08-28', 'form.ts')
  const text = readFileSync(rules, 'utf8')
  writeFileSync(rules, text.replace('export const form', 'export const = form'))
  await writer.page.getByRole('heading', { name: 'The last change cannot be read' }).waitFor()
  const shown = await writer.page.locator('body').getAttribute('data-version')
  assert.equal(Number(shown), await preview.version())
  await writer.reload()
  writeFileSync(rules, text)
  await writer.page.getByRole('heading', { name: 'The last change cannot be read' }).waitFor({ state: 'detached' })
  assert.ok(await writer.page.locator('section[id^="page-"]').count())
  await writer.end()
})

it('by keyboard alone a writer gets from the contents to a page, and from its question to that question', async () => {
  const writer = await person({ javaScript: true, keyboardOnly: true })
  await writer.goTo(preview.url)
  const contents = writer.page.getByRole('navigation', { name: 'Contents' })
  await contents.getByRole('link', { name: 'Your passport', exact: true }).focus()
  await writer.page.keyboard.press('Enter')
  assert.match(new URL(writer.page.url()).hash, /^#page-/)
  await writer.page.locator(`${new URL(writer.page.url()).hash} .small-print a[href^="#question-"]`).first().focus()
  await writer.page.keyboard.press('Enter')
  assert.match(new URL(writer.page.url()).hash, /^#question-/)
  await writer.end()
})

it('without scripts the page is whole, and a described person stands in it', async () => {
  const writer = await person({ javaScript: false })
  await writer.goTo(preview.url)
  const [name] = await writer.page.locator('select[name=person] option:not([value=""])').allInnerTexts()
  await writer.select('Fill in as', name ?? '')
  await writer.press('Show')
  assert.match(await writer.text(), /What their answers come to/)
  await writer.end()
})
