import type { Part } from '../../../../../src/filing/definition/definition.ts'
import { restsOn } from './bases.ts'

const hardship = restsOn('hardship')

/** Part 6. Financial hardship: what happened, what there is, and what each month costs. */
export const part6 = {
  id: 'hardship',
  pages: [
    {
      id: 'hardship',
      when: hardship,
      questions: [{ id: 'hardshipExplained', kind: 'long-text', sealed: true, item: 'Part 6, Item 1', lengthMax: 8000 }],
    },
    {
      id: 'assets',
      when: hardship,
      questions: [
        {
          id: 'assets',
          kind: 'list',
          item: ['Part 6, Item 2', 'Part 6, Item 2, total'],
          most: 20,
          named: ['assetType'],
          questions: [
            { id: 'assetType', kind: 'short-text', sealed: true, item: 'Part 6, Item 2, type', lengthMax: 60 },
            { id: 'assetValue', kind: 'money', sealed: true, item: 'Part 6, Item 2, value' },
          ],
        },
      ],
    },
    {
      id: 'expenses',
      when: hardship,
      questions: [
        {
          id: 'expenses',
          kind: 'list',
          item: 'Part 6, Item 3',
          most: 30,
          named: ['expenseType', 'expenseOther'],
          questions: [
            {
              id: 'expenseType',
              kind: 'select',
              item: 'Part 6, Item 3, kinds',
              options: [
                'rent',
                'food',
                'utilities',
                'care',
                'insurance',
                'loans',
                'car',
                'commuting',
                'medical',
                'school',
                'other',
              ],
            },
            {
              id: 'expenseOther',
              kind: 'short-text',
              sealed: true,
              item: 'Part 6, Item 3, other',
              lengthMax: 80,
              when: { answer: 'expenseType', is: 'other' },
            },
            { id: 'expenseAmount', kind: 'money', sealed: true, item: 'Part 6, Item 3' },
          ],
        },
      ],
    },
  ],
} as const satisfies Part
