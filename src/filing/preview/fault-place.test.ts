import assert from 'node:assert/strict'
import { it } from 'node:test'
import { loadAgency } from '../../agency/index.ts'
import { definitionOf } from '../catalogue/forms.ts'
import { placeOf } from './fault-place.ts'

const definition = definitionOf(await loadAgency('agency/us'), 'i-90', '2025-01-20')
const [page, second] = definition.parts.flatMap(({ pages }) => pages)
const [rule] = definition.rules
const [document] = definition.evidence
const [person] = definition.scenarios
const question = page?.questions[0]?.id ?? ''

const cases: readonly (readonly [string, string | undefined])[] = [
  [`The text ${question}.label is missing.`, `#question-${question}`],
  [`The text page.${page?.id}.title is missing.`, `#page-${page?.id}`],
  [`The text rule.${rule?.id} is missing.`, `#rule-${rule?.id}`],
  [`The text evidence.${document?.id}.why is missing.`, `#evidence-${document?.id}`],
  ['The text form.purpose is missing.', '#words'],
  ['The text eligibility.where.label is missing.', '#eligibility'],
  ['The text nowhere.label belongs to nothing.', undefined],
  [`Page ${second?.id} hangs on nobody, which is no question.`, `#page-${second?.id}`],
  [`Question ${question} names no item of the official form.`, `#question-${question}`],
  [`Rule ${rule?.id} stands at nowhere, which is no question.`, `#rule-${rule?.id}`],
  [`Evidence ${document?.id} is asked of no scenario person: nothing shows that it can be reached.`, `#evidence-${document?.id}`],
  [`Scenario ${person?.name} does not answer ${question}.`, `?person=${encodeURIComponent(person?.name ?? '')}`],
  ['The last outcome of the eligibility check has a condition.', '#eligibility'],
  ['Two pages have the id nowhere.', undefined],
]

for (const [fault, place] of cases) {
  it(`“${fault}” leads to ${place ?? 'nothing'}`, () => assert.equal(placeOf(definition, `i-90 2025-01-20, en: ${fault}`), place))
}
