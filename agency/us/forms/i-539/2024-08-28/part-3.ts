import type { Part } from '../../../../../src/filing/definition/definition.ts'
import { hasFamilyCase } from './statuses.ts'

const isPending = { answer: 'basedOnPetition', is: 'pending' } as const

/** Part 3, Items 2 to 7. Cases of a husband, wife, child or parent that the request rests on. */
export const part3: Part = {
  id: 'family-case',
  pages: [
    {
      id: 'family-case',
      questions: [
        { id: 'basedOnGranted', kind: 'yes-no', item: 'Part 3, Item 2' },
        {
          id: 'basedOnPetition',
          kind: 'choice',
          item: 'Part 3, Item 3',
          options: ['no', 'with-this-form', 'pending'],
        },
      ],
    },
    {
      id: 'family-case-number',
      when: hasFamilyCase,
      questions: [
        { id: 'relatedForm', kind: 'choice', item: 'Part 3, Item 4', options: ['i-129', 'i-539'] },
        { id: 'relatedReceipt', kind: 'receipt-number', item: 'Part 3, Item 5', optional: true },
      ],
    },
    {
      id: 'pending-case',
      when: isPending,
      questions: [
        { id: 'pendingGivenName', kind: 'name', part: 'given', item: 'Part 3, Item 6, first name' },
        { id: 'pendingFamilyName', kind: 'name', part: 'family', item: 'Part 3, Item 6, last name' },
        { id: 'pendingFiledOn', kind: 'date', item: 'Part 3, Item 7', latest: 'today', optional: true },
      ],
    },
  ],
}
