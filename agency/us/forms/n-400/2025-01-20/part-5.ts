import type { Part } from '../../../../../src/filing/definition/definition.ts'
import { basisIs, marriedNow, no, spouseAsked } from './bases.ts'

const naturalized = { answer: 'spouseCitizenBy', is: 'other' } as const

/**
 * Part 5. Information about your marital history. Of earlier spouses the edition asks for their number, and for the
 * papers that ended each marriage, and for nothing else.
 */
export const part5 = {
  id: 'marriage',
  pages: [
    {
      id: 'marital-status',
      questions: [
        {
          id: 'maritalStatus',
          kind: 'choice',
          item: 'Part 5, Item 1',
          options: ['single', 'married', 'divorced', 'widowed', 'separated', 'annulled'],
        },
      ],
    },
    {
      id: 'marriages',
      when: { not: { answer: 'maritalStatus', is: 'single' } },
      questions: [
        { id: 'spouseInForces', kind: 'yes-no', item: 'Part 5, Item 2', when: marriedNow },
        { id: 'timesMarried', kind: 'number', item: 'Part 5, Item 3', least: 1, most: 30 },
      ],
    },
    {
      id: 'spouse',
      when: spouseAsked,
      questions: [
        { id: 'spouseFamilyName', kind: 'name', part: 'family', item: 'Part 5, Item 4.a' },
        { id: 'spouseGivenName', kind: 'name', part: 'given', item: 'Part 5, Item 4.a' },
        { id: 'spouseMiddleName', kind: 'name', part: 'middle', item: 'Part 5, Item 4.a', optional: true },
        { id: 'spouseBornOn', kind: 'date', item: 'Part 5, Item 4.b', latest: 'today' },
        { id: 'marriedOn', kind: 'date', item: 'Part 5, Item 4.c', latest: 'today' },
        { id: 'spouseSameAddress', kind: 'yes-no', item: 'Part 5, Item 4.d' },
      ],
    },
    {
      id: 'spouse-address',
      when: { all: [spouseAsked, no('spouseSameAddress')] },
      questions: [{ id: 'spouseAddress', kind: 'address', item: 'Part 5, Item 4.d, address', sealed: true }],
    },
    {
      id: 'spouse-citizenship',
      when: spouseAsked,
      questions: [
        { id: 'spouseCitizenBy', kind: 'choice', item: 'Part 5, Item 5.a', options: ['birth', 'other'] },
        { id: 'spouseCitizenSince', kind: 'date', item: 'Part 5, Item 5.b', latest: 'today', when: naturalized },
        { id: 'spouseANumber', kind: 'a-number', item: 'Part 5, Item 6', optional: true, when: naturalized },
        { id: 'spouseTimesMarried', kind: 'number', item: 'Part 5, Item 7', least: 1, most: 30 },
      ],
    },
    {
      id: 'spouse-employer',
      when: { all: [spouseAsked, basisIs('spouse-working-abroad')] },
      questions: [{ id: 'spouseEmployer', kind: 'short-text', item: 'Part 5, Item 8', lengthMax: 120 }],
    },
  ],
} as const satisfies Part
