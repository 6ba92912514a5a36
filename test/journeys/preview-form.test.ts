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

it('without scripts the page is whole, and a described person stands in it', async () => {
  const writer = await person({ javaScript: false })
  await writer.goTo(preview.url)
  const [name] = await writer.page.locator('select[name=person] option:not([value=""])').allInnerTexts()
  await writer.select('Fill in as', name ?? '')
  await writer.press('Show')
  assert.match(await writer.text(), /What their answers come to/)
  await writer.end()
})
