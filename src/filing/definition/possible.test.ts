import assert from 'node:assert/strict'
import { test } from 'node:test'
import { diceOf } from '../../../test/cast/any-answers.ts'
import { seededRandom } from '../../../test/faults/random.ts'
import { replay } from '../journey/replay.ts'
import { sampleDay, sampleForm } from '../journey/sample-form.ts'
import type { Answers, Condition } from './definition.ts'
import { holds } from './holds.ts'
import { possible } from './possible.ts'

const choices = { nameChanged: ['yes', 'no'], visaKind: ['family', 'work'], papers: [['visa'], ['stamp'], ['visa', 'stamp']] } as const

/** Every way to answer the closed choices, and what counts of it. */
const ways = choices.nameChanged.flatMap((nameChanged) =>
  choices.papers.flatMap((papers) =>
    choices.visaKind.map((visaKind): Answers => replay(sampleForm, { nameChanged, papers, visaKind }, sampleDay).submitted),
  ),
)

function anyCondition(random: () => number, depth = 3): Condition {
  const dice = diceOf(random)
  const deeper = () => anyCondition(random, depth - 1)
  const leaves: readonly Condition[] = [
    { answer: 'nameChanged', is: dice.one(['yes', 'no']) },
    { answer: 'visaKind', in: [dice.one(['family', 'work'])] },
    { answer: 'papers', includes: dice.one(['visa', 'stamp']) },
    { answered: dice.one(['visaKind', 'papers', 'nameChanged']) },
  ]
  if (depth === 0 || dice.chance(0.3)) return dice.one(leaves)
  return dice.one<() => Condition>([() => ({ not: deeper() }), () => ({ all: [deeper(), deeper()] }), () => ({ any: [deeper(), deeper()] })])()
}

test('of five hundred conditions over closed choices, those that can be true are told from those that cannot', () => {
  let never = 0
  for (let seed = 0; seed < 500; seed += 1) {
    const condition = anyCondition(seededRandom(seed))
    const isTrue = ways.some((answers) => holds(condition, { answers, today: sampleDay }))
    assert.equal(possible(sampleForm, condition), isTrue ? 'possible' : 'never', JSON.stringify(condition))
    if (!isTrue) never += 1
  }
  assert.ok(never > 20, `${never} of them can never be true`)
})

test('a comparison with a day may come out either way, but not of a question that is not asked', () => {
  const changedBefore: Condition = { answer: 'nameChangedOn', before: '2020-01-01' }
  assert.equal(possible(sampleForm, changedBefore), 'possible')
  assert.equal(possible(sampleForm, { not: changedBefore }), 'possible')
  assert.equal(possible(sampleForm, { all: [changedBefore, { answer: 'nameChanged', is: 'no' }] }), 'never')
  assert.equal(possible(sampleForm, changedBefore, true), 'unknown')
})
