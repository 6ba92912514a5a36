import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Browsing, type FilingGround, filingGround } from '../../../test/cast/filing-ground.ts'
import { walker } from '../../../test/cast/filing-walk.ts'
import type { Scenario } from '../definition/definition.ts'
import { definitionOf, draftFor } from '../index.ts'
import { draftRoutes } from './routes.ts'

let ground: FilingGround

before(async () => {
  ground = await filingGround(draftRoutes())
})
after(() => ground.end())

/** A person on the page of their numbers, with a draft that has the pages before it. */
async function typing() {
  const person = await ground.applicant()
  const browser = ground.browse(person)
  const definition = definitionOf(ground.services.agency, 'i-90', '2025-01-20')
  const { answers } = definition.scenarios[0] as Scenario
  const walk = walker(definition, browser)
  const draft = await walk.start()
  const at = (page: string) => `/drafts/${draft}/${page}`
  for (const page of ['your-status', 'reason', 'your-name']) await browser.post(at(page), walk.posted(page, answers))
  const saved = async () => ground.as(person).read(draftFor, { draft })
  const save = () => browser.post(at('your-numbers'), walk.posted('your-numbers', answers))
  return { person, browser, draft, at, saved, save }
}

const markOn = (html: string) => {
  const found = /data-mark(?:="([^"]*)")?/.exec(html)
  assert.ok(found, 'the page has a mark')
  return found[1] ?? ''
}
const keep = async (browser: Browsing, page: string, aNumber: string, mark: string) => {
  const { status, html } = await browser.post(`${page}/typed`, { aNumber, 'typed-mark': mark })
  return { status, body: html.startsWith('{') ? JSON.parse(html) : {} }
}

const tokenOf = async (browser: Browsing, path: string) => /name="csrf" value="([^"]+)"/.exec((await browser.get(path)).html)?.[1] ?? ''

const entriesOf = async (draft: string) => {
  const rows = await ground.database.pools.owner
    ?.selectFrom('audit.entry')
    .select(['operation', 'outcome'])
    .where('subject', '=', draft)
    .where('operation', '=', 'filing.keep-while-typing')
    .execute()
  return rows ?? []
}

test('what is typed is kept without being judged or becoming an answer, and waits on the page with a notice', async () => {
  const { browser, at, saved } = await typing()
  const page = at('your-numbers')
  const before = await saved()
  const { status, body } = await keep(browser, page, 'A12', markOn((await browser.get(page)).html))
  assert.equal(status, 200)
  assert.match(body.words, /^What you typed was kept at .+\. Press Save/)
  const draft = await saved()
  assert.deepEqual([draft?.answers, draft?.version], [before?.answers, before?.version])
  const { html } = await browser.get(page)
  assert.match(html, /value="A12"/)
  assert.match(html, /not part of your form yet/)
  assert.doesNotMatch(html, /error-summary/)
})

test('one pause after another is kept, each from the mark of the one before; fields of other pages are not', async () => {
  const { browser, at, saved } = await typing()
  const page = at('your-numbers')
  const first = await keep(browser, page, 'A1', markOn((await browser.get(page)).html))
  const second = await keep(browser, page, 'A12', first.body.mark)
  assert.deepEqual([first.status, second.status], [200, 200])
  await browser.post(`${page}/typed`, { aNumber: 'A123', familyName: 'Elsewhere', 'typed-mark': second.body.mark })
  assert.deepEqual((await saved())?.typed, { 'your-numbers': { aNumber: 'A123' } })
})

test('what another tab saved or kept on the page meanwhile stands, and the later one is told', async () => {
  const { browser, at, saved, save } = await typing()
  const page = at('your-numbers')
  const mark = markOn((await browser.get(page)).html)
  await keep(browser, page, 'A1', mark)
  const late = await keep(browser, page, 'A9', mark)
  assert.deepEqual([late.status, late.body], [412, { state: 'kept-elsewhere' }])
  assert.deepEqual((await saved())?.typed, { 'your-numbers': { aNumber: 'A1' } })
  const fresh = markOn((await browser.get(page)).html)
  assert.equal((await save()).status, 303)
  assert.equal((await keep(browser, page, 'A9', fresh)).status, 412)
  assert.deepEqual((await saved())?.typed, {})
})

test('what comes behind a save of the same page, on which nothing was kept, is not kept', async () => {
  const { browser, at, saved, save } = await typing()
  const mark = markOn((await browser.get(at('your-numbers'))).html)
  await save()
  assert.equal((await keep(browser, at('your-numbers'), 'A9', mark)).status, 412)
  assert.deepEqual((await saved())?.typed, {})
})

test('a save of another page meanwhile is no reason not to keep', async () => {
  const { browser, at } = await typing()
  const page = at('your-numbers')
  const mark = markOn((await browser.get(page)).html)
  await browser.post(at('reason'), { reason: 'damaged' })
  assert.equal((await keep(browser, page, 'A1', mark)).status, 200)
})

test('of twenty tabs that keep at once from one mark, one does', async () => {
  const { browser, at } = await typing()
  const page = at('your-numbers')
  const mark = markOn((await browser.get(page)).html)
  const all = await Promise.all(Array.from({ length: 20 }, (_, tab) => keep(browser, page, `A${tab}`, mark)))
  assert.deepEqual(all.map(({ status }) => status).sort(), [200, ...Array.from({ length: 19 }, () => 412)])
})

test('the record has one entry of a page that is typed on, however often it is kept, and every refusal', async () => {
  const { browser, at, draft } = await typing()
  const page = at('your-numbers')
  let mark = markOn((await browser.get(page)).html)
  for (const text of ['A1', 'A12', 'A123']) mark = (await keep(browser, page, text, mark)).body.mark
  assert.deepEqual(await entriesOf(draft), [{ operation: 'filing.keep-while-typing', outcome: 'done' }])
})

test('a page that came back with errors knows its mark: it is kept on, and not over what another tab kept since', async () => {
  const { browser, at, saved } = await typing()
  const refused = await browser.post(at('your-numbers'), { aNumber: 'A12' })
  assert.equal(refused.status, 422)
  const mark = markOn(refused.html)
  assert.equal((await keep(browser, at('your-numbers'), 'A123', mark)).status, 200)
  assert.equal((await keep(browser, at('your-numbers'), 'A9', mark)).status, 412)
  assert.deepEqual((await saved())?.typed, { 'your-numbers': { aNumber: 'A123' } })
})

test('so does one that came back because its token was stale, on which nothing was kept', async () => {
  const { person, browser, at } = await typing()
  const csrf = await tokenOf(ground.browse(person), at('your-numbers'))
  const stale = await browser.post(at('your-numbers'), { csrf, aNumber: 'A12' })
  assert.equal(stale.status, 403)
  assert.equal((await keep(browser, at('your-numbers'), 'A123', markOn(stale.html))).status, 200)
})

test('more than a draft holds, a page that is not open, and a forged token keep nothing', async () => {
  const { browser, at, saved } = await typing()
  await browser.get(at('your-numbers'))
  assert.equal((await keep(browser, at('your-numbers'), 'x'.repeat(60_001), '')).status, 413)
  assert.equal((await keep(browser, at('review-of-nothing'), 'A1', '')).status, 409)
  const forged = await browser.post(`${at('your-numbers')}/typed`, { csrf: 'forged', aNumber: 'A1' })
  assert.equal(forged.status, 403)
  assert.deepEqual((await saved())?.typed, {})
})

test("on somebody else's draft nothing is kept, and it looks like one that does not exist", async () => {
  const { at, saved } = await typing()
  const stranger = ground.browse(await ground.applicant())
  await stranger.get('/file/i-90')
  const { status, body } = await keep(stranger, at('your-numbers'), 'A1', '')
  assert.deepEqual([status, body], [409, { state: 'draft-not-open' }])
  assert.deepEqual((await saved())?.typed, {})
})

test('what is kept is sealed: no word of it is in the row', async () => {
  const { browser, at, draft } = await typing()
  await keep(browser, at('your-numbers'), 'CANARY-TYPED', markOn((await browser.get(at('your-numbers'))).html))
  const row = await ground.database.pools.owner?.selectFrom('filing.draft').selectAll().where('id', '=', draft).executeTakeFirst()
  assert.ok(row?.typed_sealed)
  assert.ok(!row.typed_sealed.toString('latin1').includes('CANARY-TYPED'))
})
