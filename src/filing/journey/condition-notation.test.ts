import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { Condition } from '../definition/definition.ts'
import { conditionNotation } from './condition-notation.ts'

const cases: readonly (readonly [Condition, string])[] = [
  [{ answer: 'request', is: 'change' }, 'request = change'],
  [{ answer: 'home', part: 'country', is: 'CA' }, 'home.country = CA'],
  [{ answer: 'status', in: ['f-1', 'm-1'] }, 'status in f-1, m-1'],
  [{ answer: 'bornOn', after: { from: 'today', plus: '-P14Y' } }, 'bornOn > today − P14Y'],
  [{ answer: 'leftOn', before: { answer: 'cameOn' } }, 'leftOn < cameOn'],
  [{ not: { any: [{ answer: 'a', is: 'yes' }, { answered: 'b' }] } }, 'not (a = yes or b answered)'],
  [{ all: [{ answer: 'a', moreThan: 2 }, { any: [{ answer: 'b', includes: 'x' }] }] }, 'a > 2 and b includes x'],
  [{ some: 'children', where: { all: [{ answer: 'age', lessThan: 14 }, { answer: 'name', sameAs: 'own' }] } }, 'some children with (age < 14 and name same as own)'],
]

for (const [condition, notation] of cases) {
  it(`writes ${JSON.stringify(condition)} on one line`, () => assert.equal(conditionNotation(condition), notation))
}
