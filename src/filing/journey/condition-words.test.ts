import assert from 'node:assert/strict'
import { test } from 'node:test'
import { textOf } from '../../platform/i18n/text.ts'
import type { Condition } from '../definition/definition.ts'
import { conditionWords } from './condition-words.ts'
import { sampleForm, sampleTexts } from './sample-form.ts'

const said = (condition: Condition) => conditionWords({ t: textOf('en', 'UTC'), texts: sampleTexts }, sampleForm, condition)

test('a condition is said in the words of the questions that it hangs on', () => {
  assert.equal(said({ answer: 'nameChanged', is: 'yes' }), 'you answer “Yes” to “Has your name changed?”')
  assert.equal(said({ answer: 'visaKind', in: ['family', 'work'] }), 'you answer “Family” or “Work” to “Kind of visa”')
  assert.equal(said({ answered: 'middleName' }), 'you fill in “Middle name”')
  assert.equal(
    said({ all: [{ answer: 'nameChanged', is: 'yes' }, { not: { answer: 'visaKind', is: 'work' } }] }),
    'you answer “Yes” to “Has your name changed?” and you do not answer “Work” to “Kind of visa”',
  )
})

test('what either of two answers brings about is said together; what both would have to be, only where both can be', () => {
  const kind = (is: string): Condition => ({ answer: 'visaKind', is })
  assert.equal(said({ any: [kind('family'), kind('work')] }), 'you answer “Family” or “Work” to “Kind of visa”')
  assert.equal(said({ all: [kind('family'), kind('work')] }), undefined)
  assert.equal(said({ all: [kind('family'), { answer: 'visaKind', in: ['family', 'work'] }] }), 'you answer “Family” to “Kind of visa”')
  assert.equal(said({ not: { any: [kind('family'), kind('work')] } }), 'you do not answer “Family” or “Work” to “Kind of visa”')
  const paper = (includes: string): Condition => ({ answer: 'papers', includes })
  assert.equal(
    said({ all: [paper('visa'), paper('stamp')] }),
    'you answer “A visa” to “Papers you came with” and you answer “A stamp” to “Papers you came with”',
  )
  assert.equal(said({ any: [paper('visa'), paper('stamp')] }), 'you answer “A visa” or “A stamp” to “Papers you came with”')
})

test('what would not read as plain words is not said: days, countries, and what is joined in two ways', () => {
  assert.equal(said({ answer: 'dateOfBirth', before: 'today' }), undefined)
  assert.equal(said({ not: { answer: 'home', part: 'country', is: 'US' } }), undefined)
  assert.equal(said({ answer: 'earlierFamilyName', sameAs: 'familyName' }), undefined)
  const [one, two, three] = ['family', 'work'].map((is): Condition => ({ answer: 'visaKind', is })).concat({ answered: 'middleName' }) as [Condition, Condition, Condition]
  assert.equal(said({ any: [one, { all: [two, three] }] }), undefined)
})
