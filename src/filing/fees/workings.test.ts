import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadAgency } from '../../agency/index.ts'
import { definitionOf } from '../catalogue/forms.ts'
import { scenarioAnswers } from '../journey/scenario-pages.ts'
import { replay } from '../journey/replay.ts'
import { feesOf } from './fees-of.ts'
import { feeWorkings } from './workings.ts'

const agency = await loadAgency('agency/us')
const today = '2026-11-26'
const people = [...agency.definitions].flatMap(([form, editions]) =>
  [...editions.keys()].flatMap((edition) => {
    const definition = definitionOf(agency, form, edition)
    return definition.scenarios.map((scenario) => ({ form, scenario: scenario.name, replayed: replay(definition, scenarioAnswers(definition, scenario), today) }))
  }),
)
const described = (form: string, name: string) => {
  const found = people.find((one) => one.form === form && one.scenario === name)
  assert.ok(found, name)
  return found.replayed
}

test('each fee of every described person is shown with the answers that bring it about, and comes to what is charged', () => {
  assert.ok(people.length > 50)
  for (const { form, scenario, replayed } of people) {
    const { due, notDue, sumCents } = feeWorkings(agency, replayed)
    assert.deepEqual([due.map(({ code }) => code), sumCents], [feesOf(agency, replayed).lines.map(({ code }) => code), feesOf(agency, replayed).sumCents])
    const rules = new Map(replayed.definition.fees.map((rule) => [rule.code, rule.when]))
    for (const { code, because } of due) assert.equal(because === null, rules.get(code) === undefined, `${form} ${scenario}: ${code}`)
    for (const { entry, because } of notDue) assert.ok(because, `${form} ${scenario}: ${entry.code}`)
    for (const id of [...due, ...notDue].flatMap(({ because }) => because ?? [])) assert.ok(replayed.submitted[id], `${form} ${scenario}: ${id}`)
  }
})

test('only the answers that settle it are named, not every question of the rule', () => {
  const [fee] = feeWorkings(agency, described('i-90', 'lost card')).due
  assert.deepEqual(fee?.because, ['reason'])
})

test('what the same answers cost on paper is beside it, and what can be asked for there only', () => {
  const { paperCents } = feeWorkings(agency, described('i-90', 'lost card'))
  assert.equal(paperCents, 46_500)
  const citizen = people.find(({ form, replayed }) => form === 'n-400' && feesOf(agency, replayed).sumCents > 0)
  assert.ok(citizen)
  assert.deepEqual(feeWorkings(agency, citizen.replayed).paperOnly.map(({ code }) => code), ['n-400-filing-reduced'])
})

test('a waived fee stays in the list with what it would be, and is charged nothing', () => {
  const { due, sumCents } = feeWorkings(agency, described('i-90', 'lost card'), new Set(['i-90-filing']))
  assert.deepEqual(due.map(({ amountCents, notCharged, entry }) => [amountCents, notCharged, entry.amountCents]), [[0, 'waived', 41_500]])
  assert.equal(sumCents, 0)
})
