import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadAgency } from '../../agency/index.ts'
import type { FormDefinition, Scenario } from '../definition/definition.ts'
import { feeCodes } from '../journey/consequences.ts'
import { replay } from '../journey/replay.ts'
import { sampleForm } from '../journey/sample-form.ts'
import { scenarioAnswers } from '../journey/scenario-pages.ts'
import { estimateFees, type Said } from './estimate.ts'

const agency = await loadAgency('agency/us')
const today = '2026-11-25'
const newest = (form: string) => [...(agency.definitions.get(form)?.values() ?? [])].at(-1) as FormDefinition
const here = agency.forms.filter((entry) => entry.here).map(({ code }) => newest(code))

/** Answers what is asked as a described person does, until nothing more is. */
function asked(definition: FormDefinition, scenario: Scenario, said: Said = {}): Said {
  const { ask } = estimateFees(definition, said, today)
  if (!ask) return said
  const answer = scenario.answers[ask.question.id]
  assert.equal(typeof answer, 'string', `${definition.form}: ${scenario.name} is asked ${ask.question.id}`)
  assert.ok(said[ask.question.id] === undefined, `${ask.question.id} is asked once`)
  return asked(definition, scenario, { ...said, [ask.question.id]: answer as string })
}

test('what is said to be due, or not, is what a described person with the same answers pays for every form', () => {
  for (const definition of here)
    for (const scenario of definition.scenarios) {
      const codes = feeCodes(replay(definition, scenarioAnswers(definition, scenario), today))
      const { fees } = estimateFees(definition, asked(definition, scenario), today)
      for (const { code, due } of fees)
        if (due !== undefined) assert.equal(due, codes.includes(code), `${definition.form}: ${scenario.name}: ${code}`)
    }
})

const reasons = (said: Said) => estimateFees(newest('i-90'), said, today)

test('only what a fee still hangs on is asked, one question after the other', () => {
  assert.equal(reasons({}).ask?.question.id, 'status')
  assert.equal(reasons({ status: 'permanent-resident' }).ask?.question.id, 'reason')
  const conditional = reasons({ status: 'conditional-resident' })
  assert.notEqual(conditional.ask?.question.id, 'reason')
  assert.equal(reasons({ status: 'permanent-resident', reason: 'lost' }).ask, null)
  assert.equal(estimateFees(newest('i-130'), {}, today).ask, null)
})

test('what hangs on a day is neither due nor not due, and says on what', () => {
  const { fees, ask } = reasons({ status: 'permanent-resident', reason: 'age-14-expires-after-16' })
  assert.equal(ask, null)
  assert.deepEqual(fees.map(({ code, due, open }) => ({ code, due, open })), [{ code: 'i-90-filing', due: undefined, open: ['dateOfBirth'] }])
})

test('no answer of the question, a question that is not asked, an unknown one: none of them is taken', () => {
  for (const said of [{ status: 'king' }, { status: '' }, { statuses: 'x' }, { __proto__: 'x' }, { constructor: 'x' }] as Said[]) assert.deepEqual(reasons(said).said, {})
  assert.deepEqual(reasons({ status: 'conditional-resident', reason: 'never-received' }).said, { status: 'conditional-resident' })
})

test('what a draft keeps sealed is never asked for in an address', () => {
  const sealing: FormDefinition = {
    ...sampleForm,
    parts: sampleForm.parts.map((part) => ({
      ...part,
      pages: part.pages.map((page) => ({
        ...page,
        questions: page.questions.map((question) => (question.id === 'visaKind' ? { ...question, sealed: true } : question)),
      })),
    })),
  }
  assert.ok(estimateFees(sampleForm, {}, today).ask)
  const { ask, said, fees } = estimateFees(sealing, { visaKind: 'work' }, today)
  assert.notEqual(ask?.question.id, 'visaKind')
  assert.equal(said.visaKind, undefined)
  assert.equal(fees[0]?.due, undefined)
})
