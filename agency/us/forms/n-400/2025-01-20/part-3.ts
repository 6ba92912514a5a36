import type { Part } from '../../../../../src/filing/definition/definition.ts'

/** Part 3. Biographic information. */
export const part3 = {
  id: 'biographic',
  pages: [
    {
      id: 'ethnicity-and-race',
      questions: [
        {
          id: 'ethnicity',
          kind: 'choice',
          item: 'Part 3, Item 1',
          options: ['hispanic-or-latino', 'not-hispanic-or-latino'],
          sealed: true,
        },
        {
          id: 'race',
          kind: 'checkboxes',
          item: 'Part 3, Item 2',
          options: ['american-indian-or-alaska-native', 'asian', 'black', 'pacific-islander', 'white'],
          sealed: true,
        },
      ],
    },
    {
      id: 'physical-description',
      questions: [
        { id: 'height', kind: 'height', item: 'Part 3, Item 3' },
        { id: 'weight', kind: 'weight', item: 'Part 3, Item 4' },
        {
          id: 'eyeColor',
          kind: 'select',
          item: 'Part 3, Item 5',
          options: ['black', 'blue', 'brown', 'gray', 'green', 'hazel', 'maroon', 'pink', 'unknown'],
        },
        {
          id: 'hairColor',
          kind: 'select',
          item: 'Part 3, Item 6',
          options: ['bald', 'black', 'blond', 'brown', 'gray', 'red', 'sandy', 'white', 'unknown'],
        },
      ],
    },
  ],
} as const satisfies Part
