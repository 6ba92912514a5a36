import type { Part } from '../../../../../src/filing/definition/definition.ts'
import { bases, basisIs } from './bases.ts'

/** Part 1. Information about your eligibility; and Part 2, Item 10, which may make the form needless. */
export const part1 = {
  id: 'why-you-can-apply',
  pages: [
    {
      id: 'basis',
      questions: [
        {
          id: 'basis',
          kind: 'choice',
          item: [
            'Part 1, Item 1.a',
            'Part 1, Item 1.b',
            'Part 1, Item 1.c',
            'Part 1, Item 1.d',
            'Part 1, Item 1.e',
            'Part 1, Item 1.f',
            'Part 1, Item 1.g',
          ],
          options: bases,
          sealed: true,
        },
      ],
    },
    {
      id: 'other-basis',
      when: basisIs('other'),
      questions: [
        { id: 'otherBasis', kind: 'long-text', item: 'Part 1, Item 1.g, explanation', lengthMax: 2000, sealed: true },
      ],
    },
    {
      id: 'citizen-parent',
      questions: [{ id: 'parentCitizen', kind: 'yes-no', item: 'Part 2, Item 10' }],
    },
  ],
} as const satisfies Part
