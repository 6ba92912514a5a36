import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Answers, Condition } from './definition.ts'
import { holds, mayHold, questionsIn } from './holds.ts'

const answers: Answers = {
  name: 'Josefa',
  other: 'JOSEFA',
  born: '2010-05-04',
  papers: ['visa'],
  count: 3,
  home: { street: 'x', city: 'y', country: 'PE' },
  empty: null,
}
const known = { answers, today: '2026-05-04' }

const truths: readonly (readonly [Condition, boolean])[] = [
  [{ answer: 'name', is: 'Josefa' }, true],
  [{ answer: 'name', is: 'JOSEFA' }, false],
  [{ answer: 'name', in: ['a', 'Josefa'] }, true],
  [{ answer: 'name', in: [] }, false],
  [{ answer: 'name', sameAs: 'other' }, true],
  [{ answer: 'name', sameAs: 'none' }, false],
  [{ answer: 'none', sameAs: 'none' }, false],
  [{ answer: 'papers', includes: 'visa' }, true],
  [{ answer: 'papers', includes: 'stamp' }, false],
  [{ answer: 'count', is: 3 }, true],
  [{ answer: 'count', lessThan: 3 }, false],
  [{ answer: 'count', moreThan: 2 }, true],
  [{ answer: 'home', part: 'country', is: 'PE' }, true],
  [{ answer: 'home', part: 'state', is: 'IL' }, false],
  [{ answer: 'name', part: 'country', is: 'PE' }, false],
  [{ answer: 'born', before: '2010-05-05' }, true],
  [{ answer: 'born', before: '2010-05-04' }, false],
  [{ answer: 'born', after: '2010-05-03' }, true],
  [{ answer: 'born', before: 'today' }, true],
  [{ answer: 'born', after: { from: 'today', plus: '-P16Y' } }, false],
  [{ answer: 'born', after: { from: 'today', plus: '-P16Y1D' } }, true],
  [{ answer: 'born', before: { answer: 'born', plus: 'P1D' } }, true],
  [{ answer: 'born', before: { answer: 'none' } }, false],
  [{ answer: 'name', before: 'today' }, false],
  [{ answered: 'name' }, true],
  [{ answered: 'empty' }, false],
  [{ answered: 'toString' }, false],
  [{ not: { answered: 'none' } }, true],
  [{ all: [] }, true],
  [{ any: [] }, false],
  [{ all: [{ answered: 'name' }, { answered: 'none' }] }, false],
  [{ any: [{ answered: 'name' }, { answered: 'none' }] }, true],
]

for (const [condition, expected] of truths) {
  test(`${JSON.stringify(condition)} ${expected ? 'holds' : 'does not hold'}`, () => {
    assert.equal(holds(condition, known), expected)
    assert.equal(mayHold(condition, known), expected)
  })
}

test('a condition on an open question may hold, unless the others settle it', () => {
  const open = { ...known, open: new Set(['name']) }
  const onName: Condition = { answer: 'name', is: 'someone else' }
  assert.equal(mayHold(onName, open), true)
  assert.equal(holds(onName, open), false)
  assert.equal(mayHold({ not: onName }, open), true)
  assert.equal(mayHold({ all: [onName, { answered: 'none' }] }, open), false)
  assert.equal(holds({ any: [onName, { answered: 'born' }] }, open), true)
})

test('every question a condition looks at is named, also the one a day is counted from', () => {
  const condition: Condition = {
    all: [
      { answer: 'a', before: { answer: 'b' } },
      { not: { answer: 'c', sameAs: 'd' } },
      { any: [{ answered: 'e' }] },
    ],
  }
  assert.deepEqual(questionsIn(condition), ['a', 'b', 'c', 'd', 'e'])
})
