import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Browsing, type FilingGround, filingGround } from '../../../test/cast/filing-ground.ts'
import { walker } from '../../../test/cast/filing-walk.ts'
import { withForm } from '../../../test/cast/own-form.ts'
import type { Actor } from '../../platform/actor.ts'
import { newSecret } from '../../platform/ids.ts'
import type { Entry, FormDefinition } from '../definition/definition.ts'
import { draftFor } from '../index.ts'
import { faultsIn } from '../journey/faults.ts'
import { entryPagesForm, entryPagesTexts } from '../journey/sample-entry-pages.ts'
import { sampleDay } from '../journey/sample-form.ts'
import { scenarioPages } from '../journey/scenario-pages.ts'
import { draftRoutes } from './routes.ts'

let ground: FilingGround
const definition: FormDefinition = entryPagesForm
const [twoChildren] = definition.scenarios as [FormDefinition['scenarios'][number]]

before(async () => {
  ground = await filingGround(draftRoutes())
  Object.assign(ground.services, { agency: withForm(ground.services.agency, definition, entryPagesTexts) })
})
after(() => ground.end())

const bornOn = (year: string) => ({ 'childBornOn.month': '1', 'childBornOn.day': '2', 'childBornOn.year': year })

type Began = { person: Actor; browser: Browsing; draft: string; at: (page: string) => string; key: string }

/** A person who stands before the pages of a new child. */
async function began(): Promise<Began> {
  const person = await ground.applicant()
  const browser = ground.browse(person)
  const draft = await walker(definition, browser).start()
  const at = (page: string) => `/drafts/${draft}/${page}`
  await browser.post(at('birth'), { 'dateOfBirth.month': '5', 'dateOfBirth.day': '6', 'dateOfBirth.year': '1980' })
  return { person, browser, draft, at, key: newSecret(128) }
}

const name = async ({ browser, at, key }: Began, childGivenName = 'Ana') =>
  browser.post(at('children/new'), { childGivenName, idempotencyKey: key })

async function childrenOf({ person, draft }: Began): Promise<readonly Entry[]> {
  const found = await ground.as(person).read(draftFor, { draft })
  return (found?.answers.children ?? []) as readonly Entry[]
}

test('the form is sound, and a described person fills its entries page by page', async () => {
  assert.deepEqual(faultsIn(definition, entryPagesTexts, { today: sampleDay }), [])
  const paths = scenarioPages(definition, entryPagesTexts, twoChildren, sampleDay).map(({ path }) => path.replace('/drafts/<id>/', ''))
  const child = ['children/new', 'children/<entry>?part=birth', 'children/<entry>?part=home']
  assert.deepEqual(paths, ['birth', ...child, ...child, 'children', 'support', 'journeys/new', 'journeys'])
  const walk = walker(definition, (await began()).browser)
  assert.match(await walk.fill(await walk.start(), twoChildren), /\/evidence$/)
})

test('a page of an entry asks its own questions only, saves them, and leads to the next page, the last to the list', async () => {
  const here = await began()
  const { browser, at, key } = here
  const first = await browser.get(at('children/new'))
  assert.match(first.html, /<h1>The name of the child<\/h1>/)
  assert.ok(first.html.includes('name="childFamilyName"') && !first.html.includes('childLivesWith'))
  assert.equal((await name(here)).location, at(`children/${key}?part=birth`))
  const second = await browser.get(at(`children/${key}?part=birth`))
  assert.match(second.html, /<p class="lead">Ana<\/p>/)
  assert.equal((await browser.post(at(`children/${key}?part=birth`), bornOn('2010'))).location, at(`children/${key}?part=home`))
  assert.equal((await browser.post(at(`children/${key}?part=home`), { childLivesWith: 'me' })).location, at('children'))
  assert.deepEqual((await childrenOf(here))[0]?.answers, { childGivenName: 'Ana', childFamilyName: null, childBornOn: '2010-01-02', childLivesWith: 'me' })
})

test('an entry begun on one page is not finished: its list says so, leads on where it was left, and cannot be left itself', async () => {
  const here = await began()
  const { browser, at, key } = here
  await name(here)
  const list = await browser.get(at('children'))
  assert.match(list.html, /Ana[\s\S]*Not finished/)
  assert.equal((await browser.post(at('children'), {})).status, 422)
  assert.match((await browser.get(at(`children/${key}`))).html, /<h1>The birth of the child<\/h1>/)
})

test('a page of an entry that is not open yet shows the one that is to be done', async () => {
  const here = await began()
  const { browser, at, key } = here
  assert.match((await browser.get(at('children/new?part=home'))).html, /<h1>The name of the child<\/h1>/)
  await name(here)
  for (const part of ['home', 'nothing', '__proto__']) {
    assert.match((await browser.get(at(`children/${key}?part=${part}`))).html, /<h1>The birth of the child<\/h1>/, part)
  }
  const early = await browser.post(at(`children/${key}?part=home`), { childLivesWith: 'me' })
  assert.equal(early.status, 422)
  assert.equal((await childrenOf(here))[0]?.answers.childLivesWith, undefined)
})

test('two devices that save two pages of one entry at once keep both', async () => {
  const here = await began()
  const { browser, at, key } = here
  await name(here)
  await browser.post(at(`children/${key}?part=birth`), bornOn('2010'))
  await Promise.all([
    browser.post(at(`children/${key}?part=name`), { childGivenName: 'Anna' }),
    browser.post(at(`children/${key}?part=birth`), bornOn('2011')),
    browser.post(at(`children/${key}?part=home`), { childLivesWith: 'me' }),
  ])
  const [entry] = await childrenOf(here)
  assert.deepEqual([entry?.answers.childGivenName, entry?.answers.childBornOn, entry?.answers.childLivesWith], ['Anna', '2011-01-02', 'me'])
})

test('the first page sent twice adds one entry, and sent again later takes nothing from its other pages', async () => {
  const here = await began()
  const { browser, at, key } = here
  await Promise.all([name(here), name(here), name(here)])
  await browser.post(at(`children/${key}?part=birth`), bornOn('2010'))
  await name(here, 'Anna')
  const entries = await childrenOf(here)
  assert.equal(entries.length, 1)
  assert.deepEqual([entries[0]?.answers.childGivenName, entries[0]?.answers.childBornOn], ['Anna', '2010-01-02'])
})

test('what was typed into a page of an entry and refused is found again on that page, and only there', async () => {
  const here = await began()
  const { browser, at, key } = here
  await name(here)
  assert.equal((await browser.post(at(`children/${key}?part=birth`), bornOn('3010'))).status, 422)
  assert.match((await browser.get(at(`children/${key}`))).html, /value="3010"/)
  await name(here, 'Anna')
  assert.match((await browser.get(at(`children/${key}?part=birth`))).html, /value="3010"/)
  await browser.post(at(`children/${key}?part=birth`), bornOn('2010'))
  assert.doesNotMatch((await browser.get(at(`children/${key}?part=birth`))).html, /value="3010"/)
})

test('a new entry whose first page was refused is found again on its list', async () => {
  const here = await began()
  const { browser, at, key } = here
  assert.equal((await name(here, 'Ana7\u0000')).status, 422)
  assert.match((await browser.get(at('children'))).html, new RegExp(`href="[^"]*/children/${key}"`))
  assert.match((await browser.get(at(`children/${key}`))).html, /value="Ana7/)
})

test('a rule between two pages of an entry stops the page it stands at, and its answer can be changed there', async () => {
  const here = await began()
  const { browser, at, key } = here
  await name(here)
  const refused = await browser.post(at(`children/${key}?part=birth`), bornOn('1970'))
  assert.match(refused.html, /The child was born before you/)
  await browser.post(at(`children/${key}?part=birth`), bornOn('2010'))
  await browser.post(at('birth'), { 'dateOfBirth.month': '5', 'dateOfBirth.day': '6', 'dateOfBirth.year': '2011' })
  assert.match((await browser.get(at(`children/${key}`))).html, /<h1>The birth of the child<\/h1>/)
})

test('the review leads to the page of the entry that an answer is given on; a removed entry is put back with all its pages', async () => {
  const here = await began()
  const { browser, at, key } = here
  await name(here)
  await browser.post(at(`children/${key}?part=birth`), bornOn('2010'))
  await browser.post(at(`children/${key}?part=home`), { childLivesWith: 'me' })
  await browser.post(at(`children/${key}/remove`), {})
  await browser.post(at(`children/${key}/restore`), {})
  const { html } = await browser.get(`/drafts/${here.draft}/review`)
  assert.ok(html.includes(`/children/${key}?part=home#childLivesWith`))
  assert.equal((await childrenOf(here))[0]?.answers.childBornOn, '2010-01-02')
})
