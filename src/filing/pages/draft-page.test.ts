import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Browsing, type FilingGround, filingGround } from '../../../test/cast/filing-ground.ts'
import { type Walk, walker } from '../../../test/cast/filing-walk.ts'
import { newId } from '../../platform/ids.ts'
import type { FormDefinition, Scenario } from '../definition/definition.ts'
import { sealOffered } from '../draft/sealed-draft.ts'
import { definitionOf, draftFor, lockDraft, markSubmitted } from '../index.ts'
import { fieldNames } from '../journey/fields.ts'
import { outlineOf } from '../journey/outline.ts'
import { asActor } from '../../platform/db/transaction.ts'
import { draftRoutes } from './routes.ts'

let ground: FilingGround
let definition: FormDefinition
let lostCard: Scenario

before(async () => {
  ground = await filingGround(draftRoutes())
  definition = definitionOf(ground.services.agency, 'i-90', '2025-01-20')
  lostCard = definition.scenarios[0] as Scenario
})
after(() => ground.end())

type Began = { browser: Browsing; walk: Walk; draft: string; at: (page: string) => string }

/** A person with a new draft, and the pages named here saved in it. */
async function began(...pages: string[]): Promise<Began & { person: Awaited<ReturnType<FilingGround['applicant']>> }> {
  const person = await ground.applicant()
  const browser = ground.browse(person)
  const walk = walker(definition, browser)
  const draft = await walk.start()
  const at = (page: string) => `/drafts/${draft}/${page}`
  for (const page of pages) {
    assert.equal((await browser.post(at(page), walk.posted(page, lostCard.answers))).status, 303)
  }
  return { person, browser, walk, draft, at }
}

const hostile = [
  '',
  ' \u00a0 ',
  'x'.repeat(20_000),
  'a\u0000b\u0007c',
  '\u202egnp.exe\u202c',
  "'; drop table filing.draft; --",
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '{count, plural, other {#}}',
  '\ud800',
  '__proto__',
  '99999999999999999999',
]

test('whatever is typed into whatever field of whatever page, the page comes back or goes on; it never breaks', async () => {
  const { browser, walk, draft } = await began()
  await walk.fill(draft, lostCard)
  for (const { page } of outlineOf(definition).pages) {
    const at = `/drafts/${draft}/${page.id}`
    if ((await browser.get(at)).status !== 200) continue
    for (const value of hostile) {
      const fields = Object.fromEntries(page.questions.flatMap(fieldNames).map((name) => [name, value]))
      const { status, html } = await browser.post(at, fields)
      assert.ok(status === 422 || status === 303, `${page.id}: ${status} for ${JSON.stringify(value.slice(0, 40))}`)
      assert.doesNotMatch(html, /<script>alert|<img src=x|\u202e/, page.id)
      assert.ok(!html.includes('\u0000'), page.id)
      if (status === 422) assert.match(html, /class="error-summary"/)
    }
    await browser.post(at, walk.posted(page.id, lostCard.answers))
  }
})

test('a field that is posted twice, as a list or under strange names is refused in words', async () => {
  const { browser, at } = await began()
  const posts: Record<string, string | string[]>[] = [
    { status: ['commuter', 'permanent-resident'] },
    { 'status[]': 'commuter' },
    JSON.parse('{ "__proto__": "x", "constructor": "y", "hasOwnProperty": "z" }'),
  ]
  for (const fields of posts) {
    assert.equal((await browser.post(at('your-status'), fields)).status, 422)
  }
})

test('a refused page names every error at once and keeps what was typed, with its markup made harmless', async () => {
  const { browser, at } = await began('your-status', 'reason', 'your-name')
  const typed = { aNumber: '<b>IOE1234567890', socialSecurityNumber: '12' }
  const { status, html } = await browser.post(at('your-numbers'), typed)
  assert.equal(status, 422)
  assert.match(html, /There are 2 problems/)
  assert.match(html, /href="#aNumber"/)
  assert.match(html, /href="#socialSecurityNumber"/)
  assert.match(html, /value="&lt;b>IOE1234567890"/)
  assert.match(html, /<title>Error: /)
})

test('what was typed and refused waits on the page until it is saved right', async () => {
  const { browser, walk, at } = await began('your-status', 'reason', 'your-name')
  await browser.post(at('your-numbers'), { aNumber: 'IOE1234567890' })
  const again = await browser.get(at('your-numbers'))
  assert.match(again.html, /value="IOE1234567890"/)
  assert.match(again.html, /not part of your form yet/)
  await browser.post(at('your-numbers'), walk.posted('your-numbers', lostCard.answers))
  const saved = await browser.get(at('your-numbers'))
  assert.match(saved.html, /value="A099990001"/)
  assert.doesNotMatch(saved.html, /not part of your form yet/)
})

test('a page shows the answers given before', async () => {
  const { browser, at } = await began('your-status', 'reason', 'your-name')
  const { html } = await browser.get(at('your-name'))
  assert.match(html, /name="givenName"[^>]* value="Maria"/)
})

test('a page that is not reached yet leads to the first undone one; an unknown page is not found', async () => {
  const { browser, at } = await began('your-status')
  const ahead = await browser.get(at('contact'))
  assert.deepEqual([ahead.status, ahead.location], [303, at('reason')])
  const posted = await browser.post(at('contact'), { daytimePhone: '2025550101' })
  assert.deepEqual([posted.status, posted.location], [303, at('reason')])
  assert.equal((await browser.get(at('no-such-page'))).status, 404)
  assert.equal((await browser.get(at('interpreter'))).location, at('reason'))
})

test("somebody else's draft is not found, on every page and for every button, just as an unknown one", async () => {
  const { draft } = await began('your-status')
  const stranger = ground.browse(await ground.applicant())
  await stranger.get('/file/i-90')
  for (const page of ['', '/your-status', '/reason', '/review', '/delete', '/no-such-page']) {
    const nobodys = newId()
    const theirs = await stranger.get(`/drafts/${draft}${page}`)
    const unknown = await stranger.get(`/drafts/${nobodys}${page}`)
    assert.deepEqual([theirs.status, theirs.html], [404, unknown.html.replaceAll(nobodys, draft)], page)
  }
  for (const page of ['/your-status', '/delete', '/extend']) {
    assert.equal((await stranger.post(`/drafts/${draft}${page}`, { status: 'commuter' })).status, 404, page)
  }
  assert.equal((await stranger.get('/drafts/1%27%20or%201=1--')).status, 404)
})

test('a visitor is led to sign in, and from there back to the page', async () => {
  const { draft } = await began('your-status')
  const visitor = ground.browse({ kind: 'visitor', id: null, roles: [], sessionId: null })
  const { status, location } = await visitor.get(`/drafts/${draft}/reason`)
  assert.deepEqual([status, location], [303, `/sign-in?next=${encodeURIComponent(`/drafts/${draft}/reason`)}`])
})

test('a save without the form’s own token changes nothing and keeps what was typed', async () => {
  const { person, browser, draft, at } = await began()
  const { status, html } = await browser.post(at('your-status'), { csrf: 'forged', status: 'commuter' })
  assert.equal(status, 403)
  assert.match(html, /value="commuter" checked/)
  assert.deepEqual((await ground.as(person).read(draftFor, { draft }))?.answers, {})
})

test('Save and come back later saves and leads to the parts of the form', async () => {
  const { person, browser, draft, at } = await began()
  const { location } = await browser.post(at('your-status'), { status: 'commuter', leave: 'yes' })
  assert.equal(location, `/drafts/${draft}`)
  assert.deepEqual((await ground.as(person).read(draftFor, { draft }))?.answers, { status: 'commuter' })
})

test('a change from the review leads back to it, or to what the change brought up', async () => {
  const { browser, walk, draft, at } = await began()
  await walk.fill(draft, lostCard)
  const back = (page: string) => `${at(page)}?back=review`
  const name = walk.posted('your-name', { ...lostCard.answers, givenName: 'Mary' })
  assert.equal((await browser.post(back('your-name'), name)).location, at('review'))
  const changed = { ...name, nameChanged: 'yes' }
  assert.match((await browser.post(back('your-name'), changed)).location ?? '', /\/name-on-card/)
})

test('a warning does not stop anyone: it is said on the next page, at its question and in the review', async () => {
  const { browser, walk, draft, at } = await began()
  await walk.fill(draft, lostCard)
  const born = { ...walk.posted('birth-and-parents', lostCard.answers), birthCountry: 'US' }
  const { status, location } = await browser.post(at('birth-and-parents'), born)
  assert.equal(status, 303)
  for (const page of [location as string, at('birth-and-parents'), at('review')]) {
    assert.match((await browser.get(page)).html, /Most people who are born in the United States are citizens/, page)
  }
  assert.match((await browser.get(at('review'))).html, /Something is still missing/)
})

test('an answer that contradicts another blocks where it is given, with its reason', async () => {
  const { browser, at } = await began('your-status', 'reason', 'your-name')
  const { status, html } = await browser.post(at('your-numbers'), { aNumber: 'A123456789', socialSecurityNumber: '123456789' })
  assert.equal(status, 422)
  assert.match(html, /This is the same number as your A-Number/)
})

test('a submitted draft is read-only and leads to its submission', async () => {
  const { person, browser, draft, at } = await began('your-status')
  const { services, database } = ground
  const running = { services, now: services.clock.now() }
  const submission = newId()
  await asActor(database.pools.portal, person, {}, async (tx) => {
    const locked = await lockDraft({ tx, ...running }, draft)
    if (locked) await markSubmitted({ tx, ...running }, locked, submission)
  })
  for (const page of [`/drafts/${draft}`, at('reason'), at('review'), at('delete')]) {
    assert.equal((await browser.get(page)).location, `/submissions/${submission}`, page)
  }
  const posted = await browser.post(at('reason'), { reason: 'lost' })
  assert.equal(posted.location, `/submissions/${submission}`)
})

/** What a draft page carries to say which version it was drawn from. */
const sinceOn = (html: string) => /name="since" value="(\d+)"/.exec(html)?.[1] ?? ''

test('of two tabs on one page the later save stands, and its person is told; the same answers say nothing', async () => {
  const { browser, at, walk } = await began('your-status')
  const { html } = await browser.get(at('reason'))
  const since = sinceOn(html)
  const first = await browser.post(at('reason'), { reason: 'lost', since })
  assert.doesNotMatch(first.location ?? '', /over=/)
  const same = await browser.post(at('reason'), { reason: 'lost', since })
  assert.doesNotMatch(same.location ?? '', /over=/)
  const other = await browser.post(at('reason'), { reason: 'damaged', since })
  assert.match(other.location ?? '', /over=yes$/)
  assert.match((await browser.get(other.location ?? '')).html, /This page was saved in two places/)
  const anew = await browser.get(at('reason'))
  assert.match(anew.html, /value="damaged" checked/)
  const fresh = await browser.post(at('reason'), { ...walk.posted('reason', lostCard.answers), since: sinceOn(anew.html) })
  assert.doesNotMatch(fresh.location ?? '', /over=/)
})

test('what was offered is shown with where it is from, counts for nothing until its page is saved, and is marked then', async () => {
  const { person, browser, draft, at } = await began('your-status', 'reason')
  const offered = { familyName: { answer: 'Known', from: 'profile' }, givenName: { answer: 'Ana', from: 'filing', form: 'i-765', on: '2026-03-04' } } as const
  const owned = { id: draft, account: person.id as string }
  await ground.database.pools.owner
    ?.updateTable('filing.draft')
    .set({ offered_sealed: sealOffered(ground.services.keys, owned, offered) })
    .where('id', '=', draft)
    .execute()
  const { html } = await browser.get(at('your-name'))
  assert.match(html, /value="Known"[\s\S]*We filled this in from your profile/)
  assert.match(html, /value="Ana"[\s\S]*from Form I-765, which you sent on [^<]*March 4, 2026/)
  const before = await ground.as(person).read(draftFor, { draft })
  assert.ok(before && !('familyName' in before.answers))
  await browser.post(at('your-name'), { familyName: 'Known', givenName: 'Anna', nameChanged: 'no' })
  const after = await ground.as(person).read(draftFor, { draft })
  assert.equal(after?.origins.familyName?.from, 'profile')
  assert.equal(after?.origins.givenName?.from, undefined)
  assert.equal(after?.origins.givenName?.by, person.id)
  assert.doesNotMatch((await browser.get(at('your-name'))).html, /We filled this in/)
})
