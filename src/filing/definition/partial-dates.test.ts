import assert from 'node:assert/strict'
import { test } from 'node:test'
import { diceOf } from '../../../test/cast/any-answers.ts'
import { seededRandom } from '../../../test/faults/random.ts'
import { replay } from '../journey/replay.ts'
import { listsForm } from '../journey/sample-lists.ts'
import type { Answers, Condition, FormDefinition, Question } from './definition.ts'
import { workedOut } from './derived.ts'
import { dayPlus } from './days.ts'
import { holds, judge } from './holds.ts'

const today = '2026-05-04'
const first = '2018-11-20'

/** Every day from one to another. */
function daysFrom(from: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => dayPlus(from, `P${index}D`))
}

const around = daysFrom(first, 900)

/** The whole days that a date, cut short, may mean. */
const meanings = (date: string): readonly string[] => daysFrom(`${date.slice(0, 4)}-01-01`, 366).filter((day) => day.startsWith(date))

test('what is said of a date known in part is so on each of its days; what cannot be told is so on some, and on others not', () => {
  let untold = 0
  for (let seed = 0; seed < 600; seed += 1) {
    const dice = diceOf(seededRandom(seed))
    const cut = () => dice.one(around).slice(0, dice.one([4, 7, 10]))
    const [one, other] = [cut(), cut()]
    const plus = dice.one(['P0D', 'P6M', '-P1Y'])
    const comparison = dice.one<Condition>([
      { answer: 'one', before: { answer: 'other', plus } },
      { answer: 'one', after: { answer: 'other', plus } },
      { answer: 'one', before: dice.one(around) },
      { not: { answer: 'one', after: { answer: 'other' } } },
    ])
    const verdict = judge(comparison, { answers: { one, other }, today })
    const whole = new Set(
      // The ends of both decide: a comparison changes once between them.
      [meanings(one)[0], meanings(one).at(-1)].flatMap((a) =>
        [meanings(other)[0], meanings(other).at(-1)].map((b) => judge(comparison, { answers: { one: a as string, other: b as string }, today })),
      ),
    )
    const expected = whole.size === 1 ? [...whole][0] : undefined
    assert.equal(verdict, expected, `${JSON.stringify(comparison)} of ${one} and ${other}`)
    if (verdict === undefined) untold += 1
  }
  assert.ok(untold > 50, `${untold} could not be told`)
})

test('a condition that cannot be told asks nothing, and neither does its opposite', () => {
  const known = { answers: { one: '2020' }, today }
  const before: Condition = { answer: 'one', before: '2020-06-01' }
  assert.deepEqual([holds(before, known), holds({ not: before }, known)], [false, false])
  assert.deepEqual([holds(before, { answers: { one: '2019' }, today }), holds({ not: before }, { answers: { one: '2021' }, today })], [true, true])
})

test('of an entry with a date known in part it may be untold whether there is such an entry', () => {
  const some: Condition = { some: 'trips', where: { answer: 'leftOn', before: '2020-06-01' } }
  const trips = (...leftOn: readonly string[]): Answers => ({ trips: leftOn.map((day, index) => ({ id: `${index}`, answers: { leftOn: day } })) })
  assert.equal(judge(some, { answers: trips('2021', '2020'), today }), undefined)
  assert.equal(judge(some, { answers: trips('2020', '2019-12'), today }), true)
  assert.equal(judge(some, { answers: trips('2021'), today }), false)
})

const age = { id: 'age', at: 'bornOn', yearsSince: 'bornOn' } as const
const away = { id: 'away', at: 'trips', daysAway: { over: 'trips', left: 'leftOn', back: 'backOn', since: '2020-01-01' } } as const
const trip = (leftOn: string, backOn: string): Answers => ({ trips: [{ id: '1', answers: { leftOn, backOn } }] })

test('a number is worked out of a date known in part only where no day of it could make it another', () => {
  assert.equal(workedOut(age, { bornOn: '1990' }, today), undefined)
  assert.equal(workedOut(age, { bornOn: '1990' }, '2026-12-31'), 36)
  assert.equal(workedOut(age, { bornOn: '1990-02' }, today), 36)
  assert.equal(workedOut(age, { bornOn: '2026' }, today), undefined)
  assert.equal(workedOut(away, trip('2021-03-01', '2021-03-11'), today), 9)
  assert.equal(workedOut(away, trip('2021-03', '2021-03-11'), today), undefined)
  assert.equal(workedOut(away, trip('2018', '2019'), today), 0)
})

const born: Question = { id: 'dateOfBirth', kind: 'partial-date', item: 'Part 1, Item 1' }
const form: FormDefinition = {
  ...listsForm,
  parts: [{ id: 'family', pages: [{ id: 'birth', questions: [born] }] }],
  derived: [],
  evidence: [],
  rules: [{ id: 'too-young', level: 'error', at: 'dateOfBirth', when: { answer: 'dateOfBirth', after: { from: 'today', plus: '-P18Y' } } }],
}
const judged = (dateOfBirth: string) => {
  const { errors, warnings, complete } = replay(form, { dateOfBirth }, today)
  return { errors: errors.length, warnings: warnings.map(({ unsure }) => unsure), complete }
}

test('a blocking rule blocks what is certain; what it cannot tell it says as a warning, and nobody is held up', () => {
  assert.deepEqual(judged('2009'), { errors: 1, warnings: [], complete: false })
  assert.deepEqual(judged('2008'), { errors: 0, warnings: [true], complete: true })
  assert.deepEqual(judged('2008-05'), { errors: 0, warnings: [true], complete: true })
  assert.deepEqual(judged('2008-06'), { errors: 1, warnings: [], complete: false })
  assert.deepEqual(judged('2007'), { errors: 0, warnings: [], complete: true })
})
