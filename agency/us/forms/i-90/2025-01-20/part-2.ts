import type { Part } from '../../../../../src/filing/definition/definition.ts'
import { conditionalReasons, isConditional } from './reasons.ts'

/** Part 2. Application type: the status, then the reason out of Section A or Section B. Asked first. */
export const part2 = {
  id: 'status-and-reason',
  pages: [
    {
      id: 'your-status',
      questions: [
        {
          id: 'status',
          kind: 'choice',
          item: ['Part 2, Item 1.a', 'Part 2, Item 1.b', 'Part 2, Item 1.c'],
          options: ['permanent-resident', 'commuter', 'conditional-resident'],
        },
      ],
    },
    {
      id: 'conditional-status',
      when: isConditional,
      questions: [{ id: 'conditionalStatusEndsSoon', kind: 'yes-no', item: 'Part 2, Item 1, note' }],
    },
    {
      id: 'reason',
      when: { not: isConditional },
      questions: [
        {
          id: 'reason',
          kind: 'choice',
          item: [
            'Part 2, Item 2.a',
            'Part 2, Item 2.b',
            'Part 2, Item 2.c',
            'Part 2, Item 2.d',
            'Part 2, Item 2.e',
            'Part 2, Item 2.f',
            'Part 2, Item 2.g.1',
            'Part 2, Item 2.g.2',
            'Part 2, Item 2.h.1',
            'Part 2, Item 2.h.2',
            'Part 2, Item 2.i',
            'Part 2, Item 2.j',
          ],
          options: [
            'lost',
            'never-received',
            'damaged',
            'agency-error',
            'details-changed',
            'expired',
            'age-14-expires-after-16',
            'age-14-expires-before-16',
            'starting-to-commute',
            'moving-to-the-us',
            'automatically-converted',
            'old-edition-or-other',
          ],
        },
      ],
    },
    {
      id: 'port-of-entry',
      when: { answer: 'reason', is: 'starting-to-commute' },
      questions: [
        { id: 'commuterPortCity', kind: 'short-text', item: 'Part 2, Item 2.h.1.a', lengthMax: 60 },
        { id: 'commuterPortState', kind: 'select', item: 'Part 2, Item 2.h.1.a', list: 'us-states' },
      ],
    },
    {
      id: 'conditional-reason',
      when: isConditional,
      questions: [
        {
          id: 'conditionalReason',
          kind: 'choice',
          item: [
            'Part 2, Item 3.a',
            'Part 2, Item 3.b',
            'Part 2, Item 3.c',
            'Part 2, Item 3.d',
            'Part 2, Item 3.e',
          ],
          options: conditionalReasons,
        },
      ],
    },
  ],
} as const satisfies Part
