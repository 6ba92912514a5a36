import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Browsing, type FilingGround, filingGround } from '../../../test/cast/filing-ground.ts'
import { walker } from '../../../test/cast/filing-walk.ts'
import { withForm } from '../../../test/cast/own-form.ts'
import type { Actor } from '../../platform/actor.ts'
import { newSecret } from '../../platform/ids.ts'
import type { Entry, FormDefinition } from '../definition/definition.ts'
import { draftFor, lockDraft, markSubmitted } from '../index.ts'
import { listsForm, listsTexts } from '../journey/sample-lists.ts'
import { asActor } from '../../platform/db/transaction.ts'
import { newId } from '../../platform/ids.ts'
import { draftRoutes } from './routes.ts'

let ground: FilingGround
const definition: FormDefinition = listsForm
const [twoChildren] = definition.scenarios as [FormDefinition['scenarios'][number]]

before(async () => {
  ground = await filingGround(draftRoutes())
  Object.assign(ground.services, { agency: withForm(ground.services.agency, definition, listsTexts) })
})
after(() => ground.end())

const birth = { 'dateOfBirth.month': '5', 'dateOfBirth.day': '6', 'dateOfBirth.year': '1980' }
const ana = { childGivenName: 'Ana', 'childBornOn.month': '1', 'childBornOn.day': '2', 'childBornOn.year': '2010', childLivesWith: 'me' }

type Began = { person: Actor; browser: Browsing; draft: string; at: (page: string) => string }

/** A person whose draft stands at its list of children. */
async function began(): Promise<Began> {
  const person = await ground.applicant()
  const browser = ground.browse(person)
  const draft = await walker(definition, browser).start()
  const at = (page: string) => `/drafts/${draft}/${page}`
  assert.equal((await browser.post(at('birth'), birth)).status, 303)
  return { person, browser, draft, at }
}

const keyOn = (html: string) => /name="idempotencyKey" value="([^"]+)"/.exec(html)?.[1] ?? ''

async function add({ browser, at }: Began, fields: Record<string, string> = ana, key?: string) {
  const { html } = await browser.get(at('children/new'))
  return browser.post(at('children/new'), { ...fields, idempotencyKey: key ?? keyOn(html) })
}

async function entriesOf({ person, draft }: Began): Promise<readonly Entry[]> {
  const found = await ground.as(person).read(draftFor, { draft })
  return (found?.answers.children ?? []) as readonly Entry[]
}

const namesOf = (entries: readonly Entry[]) => entries.map(({ answers, removed }) => `${answers.childGivenName}${removed ? ' removed' : ''}`)

test('entries are added one by one, listed by their names, changed, taken out and put back', async () => {
  const here = await began()
  const { browser, at } = here
  assert.match((await browser.get(at('children'))).html, /You have added no child\./)
  assert.equal((await add(here)).location, at('children'))
  await add(here, { ...ana, childGivenName: 'Leo' })
  const [first, second] = await entriesOf(here)
  const list = await browser.get(at('children'))
  assert.match(list.html, /Ana[\s\S]*January 2, 2010[\s\S]*Leo/)
  const changed = await browser.post(at(`children/${first?.id}`), { ...ana, childGivenName: 'Anna' })
  assert.equal(changed.location, at('children'))
  assert.equal((await browser.post(at(`children/${second?.id}/remove`), {})).location, at('children'))
  assert.deepEqual(namesOf(await entriesOf(here)), ['Anna', 'Leo removed'])
  assert.match((await browser.get(at('children'))).html, /Removed \(1\)[\s\S]*Put back/)
  await browser.post(at(`children/${second?.id}/restore`), {})
  assert.deepEqual(namesOf(await entriesOf(here)), ['Anna', 'Leo'])
  assert.match((await browser.post(at('children'), {})).location ?? '', /journeys\?from=children$/)
})

test('pressing Save and continue twice on one page of a new entry adds it once', async () => {
  const here = await began()
  const key = newSecret(128)
  await Promise.all([add(here, ana, key), add(here, ana, key), add(here, ana, key)])
  assert.deepEqual(namesOf(await entriesOf(here)), ['Ana'])
})

test('two devices that add at once are both kept, and going on from an older list takes nothing away', async () => {
  const here = await began()
  const other = { ...here, browser: ground.browse(here.person) }
  await Promise.all([add(here), add(other, { ...ana, childGivenName: 'Leo' })])
  await Promise.all([here.browser.post(here.at('children'), {}), add(other, { ...ana, childGivenName: 'Mia' })])
  assert.deepEqual(namesOf(await entriesOf(here)).toSorted(), ['Ana', 'Leo', 'Mia'])
})

test('a list takes no more entries than it says, also when they are added at once', async () => {
  const here = await began()
  await Promise.all(['A', 'B', 'C', 'D', 'E'].map((childGivenName) => add(here, { ...ana, childGivenName }, newSecret(128))))
  assert.equal((await entriesOf(here)).length, 3)
  const { html } = await here.browser.get(here.at('children'))
  assert.match(html, /You can add 3 entries here, and no more/)
  assert.ok(!html.includes('Add a child'))
  assert.equal((await here.browser.get(here.at('children/new'))).location, here.at('children'))
})

test('what was typed into an entry that was refused is kept, and the list leads back to it', async () => {
  const here = await began()
  const refused = await add(here, { childGivenName: 'Zoë', childLivesWith: 'other' })
  assert.equal(refused.status, 422)
  assert.match(refused.html, /class="error-summary"[\s\S]*Where the child lives/)
  const list = await here.browser.get(here.at('children'))
  assert.match(list.html, /You began an entry and did not save it/)
  const begun = /href="([^"]+children\/[\w-]{20,})"/.exec(list.html)?.[1] ?? ''
  assert.match((await here.browser.get(begun)).html, /value="Zoë"/)
  assert.equal((await here.browser.post(begun, { ...ana, childGivenName: 'Zoë' })).status, 303)
  assert.deepEqual(namesOf(await entriesOf(here)), ['Zoë'])
  assert.ok(!(await here.browser.get(here.at('children'))).html.includes('You began an entry'))
})

test('an entry that no longer fits is marked on its list, and the list cannot be left until it is mended', async () => {
  const here = await began()
  await add(here)
  assert.equal((await here.browser.post(here.at('birth'), { ...birth, 'dateOfBirth.year': '2011' })).status, 303)
  const { html } = await here.browser.get(here.at('children'))
  assert.match(html, /Not finished[\s\S]*The child was born before you/)
  assert.equal((await here.browser.post(here.at('children'), {})).status, 422)
})

test('an entry that is not there, a page that is no list and a key that is none are no way in', async () => {
  const here = await began()
  assert.equal((await here.browser.get(here.at('children/nothing-like-it'))).location, here.at('children'))
  assert.equal((await here.browser.get(here.at('birth/new'))).status, 404)
  const { html } = await here.browser.get(here.at('children/new'))
  assert.ok(keyOn(html).length > 20)
  const strange = await here.browser.post(here.at('children/new'), { ...ana, idempotencyKey: '../../x' })
  assert.equal(strange.status, 422)
  assert.deepEqual(await entriesOf(here), [])
})

test('another person’s entry cannot be read, changed or removed: their draft is not there', async () => {
  const here = await began()
  await add(here)
  const [entry] = await entriesOf(here)
  const stranger = ground.browse(await ground.applicant())
  assert.equal((await stranger.get(here.at(`children/${entry?.id}`))).status, 404)
  assert.equal((await stranger.post(here.at(`children/${entry?.id}`), ana)).status, 404)
  await stranger.post(here.at(`children/${entry?.id}/remove`), {})
  assert.deepEqual(namesOf(await entriesOf(here)), ['Ana'])
})

test('nothing in a list changes once the draft is submitted', async () => {
  const here = await began()
  await add(here)
  const [entry] = await entriesOf(here)
  const { services, database } = ground
  await asActor(database.pools.portal, here.person, {}, async (tx) => {
    const running = { tx, services, now: services.clock.now() }
    const draft = await lockDraft(running, here.draft)
    if (draft) await markSubmitted(running, draft, newId())
  })
  await here.browser.post(here.at(`children/${entry?.id}/remove`), {})
  assert.deepEqual(namesOf(await entriesOf(here)), ['Ana'])
})

test('a scenario person fills a form with lists to its end, and the review shows every entry with its way to change it', async () => {
  const { browser, person } = await began()
  const walk = walker(definition, browser)
  const draft = await walk.start()
  assert.match(await walk.fill(draft, twoChildren), /\/evidence$/)
  const { html } = await browser.get(`/drafts/${draft}/review`)
  assert.match(html, /<h4>Ana<\/h4>[\s\S]*<h4>Leo Test<\/h4>/)
  assert.match(html, /You were away for 9 days in five years\./)
  assert.match(html, /Add to or change “Children”/)
  const found = await ground.as(person).read(draftFor, { draft })
  const leo = ((found?.answers.children ?? []) as readonly Entry[])[1]
  assert.ok(html.includes(`/drafts/${draft}/children/${leo?.id}#childElsewhere`))
})

test('a new entry that is being typed is kept under the key of its page, and the list leads back to it', async () => {
  const { person, browser, draft, at } = await began()
  const page = await browser.get(at('children/new'))
  const key = keyOn(page.html)
  const mark = /data-mark="([^"]+)"/.exec(page.html)?.[1] ?? assert.fail('the page has a mark')
  const typed = { childGivenName: 'An', idempotencyKey: key, 'typed-mark': mark }
  assert.equal((await browser.post(at('children/new/typed'), typed)).status, 200)
  assert.equal((await browser.post(at('children/new/typed'), typed)).status, 412)
  assert.equal((await browser.post(at('children/new/typed'), { ...typed, idempotencyKey: '' })).status, 409)
  const found = await ground.as(person).read(draftFor, { draft })
  assert.deepEqual([found?.answers.children, found?.typed], [undefined, { [`children/${key}`]: { childGivenName: 'An' } }])
  const again = await browser.get(at(`children/${key}`))
  assert.match(again.html, /value="An"/)
  assert.match(again.html, /not part of your form yet/)
})
