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

/** A person on the first page of their draft, in one browser and then in others. */
async function typing() {
  const person = await ground.applicant()
  const browser = ground.browse(person)
  const definition = definitionOf(ground.services.agency, 'i-90', '2025-01-20')
  const walk = walker(definition, browser)
  const draft = await walk.start()
  const { answers } = definition.scenarios[0] as Scenario
  const save = async () => {
    assert.equal((await browser.post(page, walk.posted('your-status', answers))).status, 303)
  }
  const page = `/drafts/${draft}/your-status`
  const typed = async () => (await ground.as(person).read(draftFor, { draft }))?.typed['your-status'] ?? null
  return { person, browser, page, typed, save, drawn: await drawnOf(browser, page) }
}

const found = (pattern: RegExp, html: string) => pattern.exec(html)?.[1] ?? assert.fail(`nothing like ${pattern}`)

const drawnOf = async (browser: Browsing, page: string) => {
  const { html } = await browser.get(page)
  return { mark: found(/data-mark="([^"]+)"/, html), csrf: found(/name="csrf" value="([^"]+)"/, html) }
}

const pageId = (digit: string) => digit.repeat(32)

/** What a page with this random name and this mark keeps, for the how manieth time. */
const keeping = (browser: Browsing, page: string, name: string, mark: string) => async (count: number, status: string) => {
  const answer = await browser.post(`${page}/typed`, { status, 'typed-mark': mark, 'typed-page': name, 'typed-count': `${count}` })
  return answer.status
}

test('who was never told that a keep went through keeps on: one’s own keep is no conflict', async () => {
  const { browser, page, typed, drawn } = await typing()
  const keep = keeping(browser, page, pageId('a'), drawn.mark)
  assert.deepEqual([await keep(1, 'lpr'), await keep(1, 'lpr'), await keep(2, 'commuter')], [200, 200, 200])
  assert.deepEqual(await typed(), { status: 'commuter' })
})

test('an older keep that comes after a newer one undoes nothing', async () => {
  const { browser, page, typed, drawn } = await typing()
  const keep = keeping(browser, page, pageId('a'), drawn.mark)
  assert.deepEqual([await keep(3, 'commuter'), await keep(2, 'lpr'), await keep(3, 'lpr')], [200, 200, 200])
  assert.deepEqual(await typed(), { status: 'commuter' })
})

test('of thirty keeps of one page at once the last one typed stands', async () => {
  const { browser, page, typed, drawn } = await typing()
  const keep = keeping(browser, page, pageId('a'), drawn.mark)
  const statuses = await Promise.all(Array.from({ length: 30 }, (_, turn) => keep(30 - turn, `typed ${30 - turn}`)))
  assert.deepEqual([...new Set(statuses)], [200])
  assert.deepEqual(await typed(), { status: 'typed 30' })
})

test('what another page kept since stands, whatever the first one says of itself, and the other goes on', async () => {
  const { person, browser, page, typed, drawn } = await typing()
  const keep = keeping(browser, page, pageId('a'), drawn.mark)
  assert.equal(await keep(1, 'lpr'), 200)
  const other = ground.browse(person)
  const keepThere = keeping(other, page, pageId('b'), (await drawnOf(other, page)).mark)
  assert.deepEqual([await keepThere(1, 'commuter'), await keep(2, 'lpr'), await keepThere(2, 'neither')], [200, 412, 200])
  assert.deepEqual(await typed(), { status: 'neither' })
})

test('what was saved or refused since stands too: an own keep that comes late is not put behind it', async () => {
  const { browser, page, typed, drawn, save } = await typing()
  const keep = keeping(browser, page, pageId('a'), drawn.mark)
  assert.equal(await keep(1, 'lpr'), 200)
  assert.equal((await browser.post(page, { status: 'no such' })).status, 422)
  const refused = await typed()
  assert.equal(await keep(2, 'commuter'), 412)
  assert.deepEqual(await typed(), refused)
  await save()
  assert.deepEqual([await keep(3, 'commuter'), await typed()], [412, null])
})

test('a name or a number that no page of ours gives itself is none', async () => {
  const { browser, page, drawn } = await typing()
  assert.equal(await keeping(browser, page, pageId('a'), drawn.mark)(1, 'lpr'), 200)
  for (const name of ['', 'a', `${pageId('a')}0`, '__proto__']) {
    assert.equal(await keeping(browser, page, name, drawn.mark)(2, 'lpr'), 412, name)
  }
  for (const count of [0, -1, 1.5, 1e9, Number.NaN]) assert.equal(await keeping(browser, page, pageId('a'), drawn.mark)(count, 'lpr'), 412)
})

test('a page drawn before a step-up or a new sign-in in another tab learns the token that fits by now, and keeps on', async () => {
  const { person, page, typed, drawn } = await typing()
  const now = ground.browse(person)
  const post = (csrf: string) => now.post(`${page}/typed`, { csrf, status: 'lpr', 'typed-mark': drawn.mark })
  const stale = await post(drawn.csrf)
  const { state, token } = JSON.parse(stale.html)
  assert.deepEqual([stale.status, state, await typed()], [403, 'stale-token', null])
  assert.equal((await post(token)).status, 200)
  assert.deepEqual(await typed(), { status: 'lpr' })
})

test('a token that we did not make learns nothing', async () => {
  const { person, page, drawn } = await typing()
  const now = ground.browse(person)
  const [token = '', session = '', seal = ''] = drawn.csrf.split('.')
  for (const csrf of ['', token, `${token}.${session}`, `${token}.${session}.${seal.slice(1)}`]) {
    const { status, html } = await now.post(`${page}/typed`, { csrf, status: 'lpr' })
    assert.deepEqual([status, /token/.test(html)], [403, false], csrf)
  }
})
