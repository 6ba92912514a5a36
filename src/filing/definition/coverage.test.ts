import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sampleForm } from '../journey/sample-form.ts'
import { coverageFaults, readCoverage } from './coverage.ts'

const covered = `item,asks,answered by
"Part 1, Item 1.a",Family name,familyName
"Part 1, Item 1.b",Middle name,middleName
"Part 1, Item 2",Name changed,nameChanged
"Part 1, Item 2.a",Why,nameChangeReason
"Part 1, Item 3",Earlier name,earlierFamilyName
"Part 1, Item 4",When,nameChangedOn
"Part 1, Item 5",Birth,dateOfBirth
"Part 2, Item 1",Admission,admittedOn
"Part 2, Item 2",Papers,papers
"Part 2, Item 3.a",Home,home
"Part 2, Item 3.b",Home,home
"Part 2, Item 4",Visa,visaKind
"Part 3, Item 1",Office use,none: For the agency only
`
const gaps = (csv: string) => coverageFaults(sampleForm, readCoverage(csv))

test('a coverage that names every item and every question has no gap', () => assert.deepEqual(gaps(covered), []))

test('each gap of a coverage is found', () => {
  assert.deepEqual(gaps(covered.replace(',Visa,visaKind', ',Visa,')), [
    'Line 13 of the coverage has an empty cell.',
    'Question visaKind answers Part 2, Item 4, and the coverage does not say so.',
  ])
  assert.deepEqual(gaps(covered.replace('none: For the agency only', 'none:')), [
    'Part 3, Item 1 is answered by no question, and no reason is given.',
  ])
  assert.deepEqual(gaps(covered.replace('none: For the agency only', 'elsewhere')), [
    'Part 3, Item 1 is answered by elsewhere, which is no question.',
  ])
  assert.deepEqual(gaps(covered.replace('none: For the agency only', 'home')), [
    'Part 3, Item 1 is answered by home, which does not name it.',
  ])
  assert.deepEqual(gaps(`${covered}"Part 3, Item 1",Again,none: Twice\n`), ['Part 3, Item 1 stands twice.'])
})
