import type { Part } from '../../../../../src/filing/definition/definition.ts'

/** Part 8. Time outside the United States. */
export const part8 = {
  id: 'travel',
  pages: [
    {
      id: 'trips',
      questions: [
        {
          id: 'trips',
          kind: 'list',
          item: 'Part 8, Item 1',
          most: 150,
          named: ['tripCountries', 'tripLeft'],
          questions: [
            { id: 'tripLeft', kind: 'date', item: 'Part 8, Item 1, date you left', latest: 'today' },
            { id: 'tripBack', kind: 'date', item: 'Part 8, Item 1, date you returned', latest: 'today', optional: true },
            { id: 'tripCountries', kind: 'short-text', item: 'Part 8, Item 1, countries', lengthMax: 200 },
          ],
        },
      ],
    },
  ],
} as const satisfies Part
