import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type FilingGround, filingGround } from '../../../test/cast/filing-ground.ts'
import { walker } from '../../../test/cast/filing-walk.ts'
import { withForm } from '../../../test/cast/own-form.ts'
import type { AgencyPack } from '../../agency/index.ts'
import type { FormDefinition } from '../definition/definition.ts'
import { draftFor } from '../index.ts'
import { nextEdition } from '../journey/sample-editions.ts'
import { sampleForm, sampleTexts } from '../journey/sample-form.ts'
import { draftRoutes } from './routes.ts'

let ground: FilingGround
let usual: AgencyPack
const earlier: FormDefinition = { ...sampleForm, fees: [], until: '2026-12-01' }
const texts = { ...sampleTexts, 'lastName.label': 'Last name', 'papers.option.card': 'A card', 'papers.option.letter': 'A letter' }

before(async () => {
  ground = await filingGround(draftRoutes())
  usual = withForm(ground.services.agency, earlier, texts)
})
after(() => ground.end())

/** From here on the pack has both editions. */
function publishNext(): void {
  const editions = new Map([[earlier.edition, earlier], [nextEdition.edition, nextEdition]])
  const agency = { ...usual, definitions: new Map([...usual.definitions, [earlier.form, editions]]) }
  Object.assign(ground.services, { agency })
}

async function begunBefore() {
  Object.assign(ground.services, { agency: usual })
  const person = await ground.applicant()
  const browser = ground.browse(person)
  const walk = walker(earlier, browser)
  const draft = await walk.start()
  await walk.fill(draft, earlier.scenarios[1] as FormDefinition['scenarios'][number])
  return { person, browser, draft }
}

test('a new edition opens while a draft exists: it says until when the old one is taken, and stays as it is until it moves', async () => {
  const { browser, draft, person } = await begunBefore()
  publishNext()
  const { html } = await browser.get(`/drafts/${draft}`)
  assert.match(html, /A new edition of this form is in use[\s\S]*until [^<]*December 1, 2026[\s\S]*Move to the new edition/)
  assert.equal((await ground.as(person).read(draftFor, { draft }))?.edition, earlier.edition)
  assert.match((await browser.get(`/drafts/${draft}/your-name`)).html, /name="familyName" value="Example"|value="Example"/)
})

test('moving takes every answer along and says exactly what to look at again; saving each one ends it', async () => {
  const { browser, draft, person } = await begunBefore()
  publishNext()
  assert.equal((await browser.post(`/drafts/${draft}/edition`, {})).location, `/drafts/${draft}`)
  const moved = await ground.as(person).read(draftFor, { draft })
  assert.deepEqual([moved?.edition, moved?.answers.lastName], [nextEdition.edition, 'Example'])
  const { html } = await browser.get(`/drafts/${draft}`)
  assert.match(html, /Look at these answers again[\s\S]*Date of birth[\s\S]*Papers you came with/)
  assert.doesNotMatch(html, /Move to the new edition/)
  await browser.post(`/drafts/${draft}/birth`, { 'dateOfBirth.month': '2', 'dateOfBirth.day': '3', 'dateOfBirth.year': '1990' })
  assert.doesNotMatch((await browser.get(`/drafts/${draft}`)).html, /Look at these answers again[\s\S]*Date of birth/)
  assert.equal((await browser.post(`/drafts/${draft}/edition`, {})).location, `/drafts/${draft}`)
})

test('an edition that is no longer taken cannot go on to be signed: the review leads to the move', async () => {
  const { browser, draft } = await begunBefore()
  publishNext()
  ground.services.clock.advance({ hours: 24 * 20 })
  const { html, status, location } = await browser.get(`/drafts/${draft}/review`)
  assert.equal(status, 200, location ?? '')
  assert.match(html, /This edition is no longer taken/)
  assert.doesNotMatch(html, /Go on to sign/)
  assert.match((await browser.get(`/drafts/${draft}`)).html, /was taken until/)
})

test('nobody moves another person’s draft, and an edition that does not exist is served to nobody', async () => {
  const { draft, person } = await begunBefore()
  publishNext()
  const stranger = ground.browse(await ground.applicant())
  assert.equal((await stranger.post(`/drafts/${draft}/edition`, {})).status, 404)
  assert.equal((await ground.as(person).read(draftFor, { draft }))?.edition, earlier.edition)
})
