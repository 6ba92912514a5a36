import type { Part } from '../../../../../src/filing/definition/definition.ts'

/** Part 6. Information about your children. Item 1, their number, is counted from the list. */
export const part6 = {
  id: 'children',
  pages: [
    {
      id: 'children',
      questions: [
        {
          id: 'children',
          kind: 'list',
          item: ['Part 6, Item 1', 'Part 6, Item 2'],
          most: 30,
          named: ['childGivenName', 'childFamilyName'],
          questions: [
            { id: 'childGivenName', kind: 'name', part: 'given', item: 'Part 6, Item 2, name' },
            { id: 'childFamilyName', kind: 'name', part: 'family', item: 'Part 6, Item 2, name', optional: true },
            { id: 'childBornOn', kind: 'date', item: 'Part 6, Item 2, date of birth', latest: 'today' },
            {
              id: 'childLives',
              kind: 'choice',
              item: 'Part 6, Item 2, residence',
              options: ['with-me', 'elsewhere', 'unknown'],
            },
            {
              id: 'childRelation',
              kind: 'choice',
              item: 'Part 6, Item 2, relationship',
              options: ['biological', 'stepchild', 'adopted'],
            },
            { id: 'childSupported', kind: 'yes-no', item: 'Part 6, Item 2, support' },
          ],
        },
      ],
    },
  ],
} as const satisfies Part
