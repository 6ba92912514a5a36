import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { paths } from '../../src/platform/paths.ts'
import { samplePdf } from '../../src/platform/preview/sample-files.ts'
import type { EvidenceGround, TestDraft } from '../cast/evidence-ground.ts'
import { endEvidence, evidenceInBrowser, looker, openWindow, originOf } from './evidence-in-browser.ts'
import { eventually } from './post.ts'

let ground: EvidenceGround

before(async () => {
  ground = await evidenceInBrowser()
})
after(() => endEvidence(ground))

const label = 'Copy of your card, front and back'
const sizeBytes = 3_000_000

function pdf(name: string, bytes = sizeBytes) {
  const words = `${name} `.repeat(Math.ceil(bytes / (name.length + 1)))
  return { name: `${name}.pdf`, mimeType: 'application/pdf', buffer: samplePdf({ objects: [`<< /Length ${words.length} >>\nstream\n${words}\nendstream`] }) }
}

async function opened(width = 1280): Promise<{ draft: TestDraft; page: Page; url: string }> {
  const draft = ground.newDraft(await ground.newAccount(), [
    { id: 'card-copy', required: true, filesMax: 6 },
    { id: 'legal-change', required: true },
  ])
  const { page, signIn } = await openWindow(ground, { width, colorScheme: width === 390 ? 'dark' : 'light', scripts: true, locale: 'en-US' })
  await signIn(draft.owner)
  const url = `${originOf(ground)}${paths.draftEvidence({ draft: draft.id })}`
  await page.goto(url)
  return { draft, page, url }
}

async function choose(page: Page, files: ReturnType<typeof pdf>[] | string) {
  await page.getByLabel(label, { exact: true }).setInputFiles(files)
  await page.getByRole('button', { name: 'Upload', exact: true }).first().click()
}
const row = (page: Page, name: string) => page.locator('.upload').filter({ hasText: name })
const stateOf = (page: Page, name: string, state: string) => row(page, name).and(page.locator(`[data-state=${state}]`)).waitFor()
const lookAt = looker('upload')
const look = (page: Page) => lookAt(page, null)

/** Lets pieces of uploads wait until they are let go. */
async function held(page: Page) {
  const waiting: (() => void)[] = []
  let isHeld = true
  await page.route('**/evidence/uploads/*', async (route) => {
    if (isHeld && route.request().method() === 'PATCH') await new Promise<void>((settle) => waiting.push(settle))
    await route.continue().catch(() => undefined)
  })
  return {
    count: () => waiting.length,
    letGo() {
      isHeld = false
      for (const settle of waiting.splice(0)) settle()
    },
  }
}

const arrived = (draft: TestDraft, count: number) =>
  eventually(`${count} files`, async () => {
    const files = await ground.files(draft)
    return files.length === count ? files : undefined
  })

test('several files chosen at once go two at a time, each with its progress in words, and the page shows them when all are there', async () => {
  const { draft, page } = await opened(320)
  const line = await held(page)
  const files = ['one', 'two', 'three'].map((name) => pdf(name))
  await choose(page, files)
  await stateOf(page, 'one.pdf', 'going')
  await stateOf(page, 'two.pdf', 'going')
  await stateOf(page, 'three.pdf', 'waiting')
  await eventually('two pieces', async () => line.count() === 2 || undefined)
  assert.equal(await row(page, 'one.pdf').getByRole('progressbar', { name: 'How much of one.pdf is here' }).count(), 1)
  assert.match(await row(page, 'one.pdf').innerText(), /of 3 MB/)
  await look(page)
  line.letGo()
  const kept = await arrived(draft, 3)
  const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
  assert.deepEqual(kept.map(({ sha256 }) => sha256).toSorted(), files.map(({ buffer }) => hash(buffer)).toSorted())
  await page.locator('.evidence-file').nth(2).waitFor()
  await page.context().close()
})

test('an upload is paused and goes on, by keyboard; who leaves meanwhile is asked', async () => {
  const { draft, page } = await opened(390)
  const line = await held(page)
  await choose(page, [pdf('paused')])
  await stateOf(page, 'paused.pdf', 'going')
  await row(page, 'paused.pdf').getByRole('button', { name: /^Pause/ }).press('Enter')
  await stateOf(page, 'paused.pdf', 'paused')
  assert.match(await page.evaluate(() => document.activeElement?.textContent ?? ''), /^Go on/)
  await look(page)
  page.once('dialog', (dialog) => void dialog.dismiss())
  const asked = page.waitForEvent('dialog')
  void page.reload().catch(() => undefined)
  assert.equal((await asked).type(), 'beforeunload')
  line.letGo()
  await row(page, 'paused.pdf').getByRole('button', { name: /^Go on/ }).press('Enter')
  await arrived(draft, 1)
  await page.context().close()
})

test('a dropped connection is said, and the upload goes on by itself once it is back', async () => {
  const { draft, page } = await opened()
  await page.route('**/evidence/uploads/*', (route) => route.abort(), { times: 1 })
  await choose(page, [pdf('dropped')])
  await page.getByText('There is no connection').waitFor()
  await look(page)
  await arrived(draft, 1)
  await page.context().close()
})

test('what a closed tab left half-way is shown with how much is there, and the same file chosen again goes on from there', async () => {
  const { draft, page, url } = await opened(390)
  const file = pdf('closed', 6_000_000)
  let pieces = 0
  await page.route('**/evidence/uploads/*', (route) => {
    if (route.request().method() === 'PATCH') pieces += 1
    return pieces > 1 ? undefined : route.continue()
  })
  const path = join(mkdtempSync(join(tmpdir(), 'portolan-chosen-')), file.name)
  writeFileSync(path, file.buffer)
  await choose(page, path)
  await eventually('a second piece', async () => pieces > 1 || undefined)
  const tab = await page.context().newPage()
  await page.close({ runBeforeUnload: false })
  await tab.goto(url)
  await tab.getByText('Half-way: choose the same file again to go on').waitFor()
  await look(tab)
  const begun: string[] = []
  tab.on('request', (request) => {
    if (request.method() === 'PATCH') begun.push(request.headers()['upload-offset'] ?? '')
  })
  await choose(tab, path)
  const [kept] = await arrived(draft, 1)
  // The browser tells of its requests when it comes to it; the file may be here before.
  await eventually('the browser’s word of a piece', async () => begun[0] !== undefined || undefined)
  assert.ok(Number(begun[0]) > 0, `went on at ${begun[0]}`)
  assert.equal(kept?.sha256, createHash('sha256').update(file.buffer).digest('hex'))
  await tab.context().close()
})

test('what is not taken says why and what to do, and the others come in', async () => {
  const { draft, page } = await opened()
  await choose(page, [{ ...pdf('wrong'), buffer: Buffer.from('<html>'.repeat(2000)) }, pdf('right')])
  await stateOf(page, 'wrong.pdf', 'refused')
  await stateOf(page, 'right.pdf', 'done')
  assert.match(await row(page, 'wrong.pdf').innerText(), /ending of the file’s name/)
  assert.match(await page.locator('[data-upload-words]').innerText(), /\.pdf/)
  await look(page)
  await row(page, 'wrong.pdf').getByRole('button', { name: /^Cancel/ }).click()
  await page.locator('.evidence-file').waitFor()
  assert.equal((await ground.files(draft)).length, 1)
  await page.context().close()
})
