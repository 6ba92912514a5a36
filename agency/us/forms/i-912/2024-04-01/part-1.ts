import type { Part } from '../../../../../src/filing/definition/definition.ts'

/** Part 1. Basis for the request, after what there is to know about how it is filed. */
export const part1 = {
  id: 'basis',
  pages: [
    {
      id: 'before-you-start',
      questions: [
        {
          id: 'understands',
          kind: 'checkboxes',
          item: 'Filing, note',
          options: ['own-case', 'does-not-file', 'on-paper'],
          every: true,
        },
        { id: 'otherFormSent', kind: 'yes-no', item: 'Filing, note' },
        { id: 'deadlineNear', kind: 'choice', item: 'Filing, note', options: ['no', 'yes', 'unsure'] },
      ],
    },
    {
      id: 'basis',
      questions: [
        {
          id: 'basis',
          kind: 'checkboxes',
          sealed: true,
          item: ['Part 1, Item 1.A', 'Part 1, Item 1.B', 'Part 1, Item 1.C'],
          options: ['benefit', 'income', 'hardship'],
        },
      ],
    },
    {
      id: 'current-status',
      questions: [{ id: 'currentStatus', kind: 'short-text', sealed: true, item: 'Part 1, Item 2', lengthMax: 80 }],
    },
  ],
} as const satisfies Part
