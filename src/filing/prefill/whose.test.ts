import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type FilingGround, filingGround } from '../../../test/cast/filing-ground.ts'
import { walker } from '../../../test/cast/filing-walk.ts'
import type { FormDefinition, Scenario } from '../definition/definition.ts'
import { sealAnswers, sealOffered } from '../draft/sealed-draft.ts'
import { definitionOf, scenariosOf } from '../index.ts'
import { draftRoutes } from '../pages/routes.ts'
import { factsIn } from './facts.ts'

let ground: FilingGround
let form: FormDefinition
let child: Scenario
before(async () => {
  ground = await filingGround(draftRoutes())
  form = definitionOf(ground.services.agency, 'i-765', '2025-08-21')
  child = form.scenarios.find(({ name }) => name === 'child of a worker for whom a parent signs') as Scenario
})
after(() => ground.end())

const offered = {
  familyName: { answer: 'Known', from: 'profile' },
  givenName: { answer: 'Ana', from: 'profile' },
  signerFamilyName: { answer: 'Known', from: 'profile' },
  signerGivenName: { answer: 'Ana', from: 'profile' },
} as const

/** A draft of Form I-765 with these answers, whose person asked for what is known of them. */
async function draftWith(answers: Scenario['answers']) {
  const person = await ground.applicant()
  const browser = ground.browse(person)
  const draft = await walker(form, browser).start()
  const owned = { id: draft, account: String(person.id) }
  const { keys } = ground.services
  await ground.database.pools.owner
    ?.updateTable('filing.draft')
    .set({ answers_sealed: sealAnswers(keys, owned, answers), offered_sealed: sealOffered(keys, owned, offered) })
    .where('id', '=', draft)
    .execute()
  return { read: async (page: string) => (await browser.get(`/drafts/${draft}/${page}`)).html }
}

const pageWith = (id: string) =>
  form.parts.flatMap((part) => part.pages).find(({ questions }) => questions.some((question) => question.id === id))?.id as string

const upTo = (id: string): Scenario['answers'] => {
  const ids = form.parts.flatMap((part) => part.pages.flatMap((page) => page.questions.map((question) => question.id)))
  const before = new Set(ids.slice(0, ids.indexOf(id)))
  return Object.fromEntries(ids.filter((one) => before.has(one)).map((one) => [one, child.answers[one] ?? null]))
}

test('while nothing says who signs, what is offered says whose it is, and what to do if the form is for somebody else', async () => {
  const { read } = await draftWith(upTo('familyName'))
  const html = await read(pageWith('familyName'))
  assert.match(html, /value="Known"/)
  assert.match(html, /It is about you, whose account this is\. If this form is for somebody else, such as your child, type what is theirs instead\./)
})

test('once a parent signs, the account’s name is offered to the parent, and not to the child', async () => {
  const answers = upTo('signerFamilyName')
  const { familyName: _left, ...rest } = answers
  const parent = await (await draftWith(answers)).read(pageWith('signerFamilyName'))
  assert.match(parent, /name="signerFamilyName" value="Known"|value="Known"[^>]*name="signerFamilyName"|id="signerFamilyName"[^>]*value="Known"/)
  const own = await (await draftWith(rest)).read(pageWith('familyName'))
  assert.match(own, /id="familyName"/)
  assert.doesNotMatch(own, /value="Known"|We filled this in/)
})

test('a form that was signed for a child tells nothing of the child as of the account, but the name of who signed', () => {
  const facts = new Map(factsIn(form, child.answers, { from: 'profile' }))
  assert.deepEqual([...facts.keys()].toSorted(), ['family-name', 'given-name'])
  assert.equal(facts.get('family-name')?.answer, child.answers.signerFamilyName)
  const { signerFamilyName: _family, signerGivenName: _given, ...own } = child.answers
  assert.equal(new Map(factsIn(form, own, { from: 'profile' })).get('date-of-birth')?.answer, child.answers.dateOfBirth)
})

test('the people of a form that is defined and not filed here are given, and marked so; of one that is not defined there are none', () => {
  const { agency } = ground.services
  const people = scenariosOf(agency, 'g-28', '2026-11-23') ?? []
  assert.ok(people.length >= 3 && people.every(({ filedHere, pages }) => filedHere === false && pages.length > 0))
  assert.ok(scenariosOf(agency, 'i-90', '2026-11-23')?.every((person) => !('filedHere' in person)))
  assert.equal(scenariosOf(agency, 'i-485', '2026-11-23'), undefined)
})
