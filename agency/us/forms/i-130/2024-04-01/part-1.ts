import type { Part } from '../../../../../src/filing/definition/definition.ts'
import { forSibling, relativeIs, siblingByBirth } from './who.ts'

/** Part 1. Relationship, and of Part 2 the status of the petitioner: it decides whom one may petition for. */
export const part1 = {
  id: 'relationship',
  pages: [
    {
      id: 'your-relative',
      questions: [
        {
          id: 'relationship',
          kind: 'choice',
          item: 'Part 1, Item 1',
          options: ['spouse', 'parent', 'sibling', 'child'],
        },
      ],
    },
    {
      id: 'your-status',
      questions: [{ id: 'status', kind: 'choice', item: 'Part 2, Item 36', options: ['citizen', 'resident'] }],
    },
    {
      id: 'child-and-parent',
      when: relativeIs('child', 'parent'),
      questions: [
        {
          id: 'childOrParentLink',
          kind: 'choice',
          item: 'Part 1, Item 2',
          options: ['married-parents', 'step', 'unmarried-parents', 'adopted'],
        },
      ],
    },
    {
      id: 'brother-or-sister',
      when: forSibling,
      questions: [
        { id: 'siblingByAdoption', kind: 'yes-no', item: 'Part 1, Item 3' },
        {
          id: 'sharedParents',
          kind: 'choice',
          item: 'Part 1, Item 3, note',
          options: ['both', 'mother', 'father', 'step'],
          when: siblingByBirth,
        },
      ],
    },
    {
      id: 'your-own-adoption',
      questions: [{ id: 'statusThroughAdoption', kind: 'yes-no', item: 'Part 1, Item 4' }],
    },
  ],
} as const satisfies Part
