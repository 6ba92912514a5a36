import type { Part } from '../../../../../src/filing/definition/definition.ts'

const hasDocument = { any: [{ answered: 'passportNumber' }, { answered: 'travelDocumentNumber' }] } as const

/** Part 2, Items 17 to 26. Information about your last arrival in the United States. */
export const part2Arrival = {
  id: 'last-arrival',
  pages: [
    {
      id: 'travel-papers',
      questions: [
        { id: 'i94Number', kind: 'short-text', item: 'Part 2, Item 17', optional: true, sealed: true, lengthMax: 11 },
        { id: 'passportNumber', kind: 'short-text', item: 'Part 2, Item 18', optional: true, sealed: true, lengthMax: 20 },
        {
          id: 'travelDocumentNumber',
          kind: 'short-text',
          item: 'Part 2, Item 19',
          optional: true,
          sealed: true,
          lengthMax: 20,
        },
        { id: 'documentCountry', kind: 'select', list: 'countries', item: 'Part 2, Item 20', when: hasDocument },
        { id: 'documentExpires', kind: 'date', item: 'Part 2, Item 21', when: hasDocument, optional: true },
      ],
    },
    {
      id: 'arrival',
      questions: [
        {
          id: 'lastArrivalDate',
          kind: 'partial-date',
          item: 'Part 2, Item 22',
          latest: 'today',
          optional: true,
          sealed: true,
        },
        { id: 'lastArrivalPlace', kind: 'short-text', item: 'Part 2, Item 23', optional: true, sealed: true, lengthMax: 100 },
        { id: 'statusAtArrival', kind: 'short-text', item: 'Part 2, Item 24', optional: true, sealed: true, lengthMax: 100 },
      ],
    },
    {
      id: 'current-status',
      questions: [
        { id: 'currentStatus', kind: 'short-text', item: 'Part 2, Item 25', sealed: true, lengthMax: 100 },
        { id: 'sevisNumber', kind: 'short-text', item: 'Part 2, Item 26', optional: true, sealed: true, lengthMax: 11 },
      ],
    },
  ],
} as const satisfies Part
