import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { draftFiles } from '../../../../test/cast/draft-files.ts'
import { type FilingGround, filingGround } from '../../../../test/cast/filing-ground.ts'
import { walker } from '../../../../test/cast/filing-walk.ts'
import { withForm } from '../../../../test/cast/own-form.ts'
import type { AgencyPack } from '../../../agency/index.ts'
import type { FormDefinition, Scenario } from '../../definition/definition.ts'
import { draftFor } from '../../index.ts'
import { nextEdition } from '../../journey/sample-editions.ts'
import { sampleForm, sampleTexts } from '../../journey/sample-form.ts'
import { draftRoutes } from '../../pages/routes.ts'

let ground: FilingGround
let usual: AgencyPack
let file: Buffer
const earlier: FormDefinition = { ...sampleForm, fees: [], until: '2026-12-01' }
const texts = { ...sampleTexts, 'lastName.label': 'Last name', 'papers.option.card': 'A card', 'papers.option.letter': 'A letter' }

before(async () => {
  ground = await filingGround(draftRoutes())
  usual = withForm(ground.services.agency, earlier, texts)
  Object.assign(ground.services, { agency: usual })
  const person = await ground.applicant()
  const walk = walker(earlier, ground.browse(person))
  const draft = await walk.start()
  await walk.fill(draft, earlier.scenarios[1] as Scenario)
  file = (await (await draftFiles(ground, person)).save(draft)).bytes
})
after(() => ground.end())

/** The pack with these editions of the sample form. */
function publish(...definitions: FormDefinition[]): void {
  const editions = new Map(definitions.map((definition) => [definition.edition, definition]))
  Object.assign(ground.services, { agency: { ...usual, definitions: new Map([...usual.definitions, [earlier.form, editions]]) } })
}

async function readIn() {
  const person = await ground.applicant()
  const { location = '' } = await (await draftFiles(ground, person)).readIn({ file })
  const draft = await ground.as(person).read(draftFor, { draft: location.slice(8, 44) })
  return { location, draft, browser: ground.browse(person) }
}

describe('a file of an edition', () => {
  it('that is still taken beside a newer one starts a draft of its own edition, which offers the move', async () => {
    publish(earlier, nextEdition)
    const { location, draft, browser } = await readIn()
    assert.equal(draft?.edition, earlier.edition)
    assert.equal(draft?.answers.familyName, 'Example')
    const { html } = await browser.get(location)
    assert.match(html, /Your draft was read from the file[\s\S]*A new edition of this form is in use/)
  })

  it('that is no longer taken is moved to the newest as a draft is, and says what to look at again', async () => {
    publish(earlier, nextEdition)
    ground.services.clock.advance({ hours: 24 * 20 })
    const { location, draft, browser } = await readIn()
    assert.deepEqual([draft?.edition, draft?.answers.lastName], [nextEdition.edition, 'Example'])
    assert.deepEqual([draft?.origins.lastName?.from, draft?.origins.dateOfBirth?.lookAgain], ['file', true])
    const { html } = await browser.get(location)
    assert.match(html, /Your draft was read from the file[\s\S]*Look at these answers again[\s\S]*Date of birth[\s\S]*Papers you came with/)
    assert.doesNotMatch(html, /left out/)
    await browser.post(`${location.slice(0, 44)}/birth`, { 'dateOfBirth.month': '2', 'dateOfBirth.day': '3', 'dateOfBirth.year': '1990' })
    assert.doesNotMatch((await browser.get(location)).html, /Look at these answers again[\s\S]*Date of birth/)
  })

  it('that is no longer taken, with no newer one, or that is not known here starts nothing and says which it is', async () => {
    publish(earlier)
    assert.match((await readIn()).location, /problem=edition-ended$/)
    publish(nextEdition)
    assert.match((await readIn()).location, /problem=edition-unknown$/)
    Object.assign(ground.services, { agency: { ...usual, forms: usual.forms.filter(({ code }) => code !== earlier.form) } })
    assert.match((await readIn()).location, /problem=form-not-filed-here$/)
  })
})
