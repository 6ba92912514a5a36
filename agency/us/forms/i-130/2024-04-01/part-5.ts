import type { Part } from '../../../../../src/filing/definition/definition.ts'
import { each, nameOf } from './asked.ts'

/** Part 5. Other petitions: earlier ones, and those sent now for other relatives. */
export const part5 = {
  id: 'other-petitions',
  pages: [
    {
      id: 'other-petitions',
      questions: [
        { id: 'petitionedBefore', kind: 'yes-no', item: 'Part 5, Item 1' },
        { id: 'petitionsAtTheSameTime', kind: 'yes-no', item: 'Part 5, Item 6, note' },
      ],
    },
    {
      id: 'earlier-petitions',
      when: { answer: 'petitionedBefore', is: 'yes' },
      questions: [
        {
          id: 'earlierPetitions',
          kind: 'list',
          item: 'Part 5, Item 2',
          least: 1,
          most: 30,
          named: ['earlierPetitionGivenName', 'earlierPetitionFamilyName'],
          questions: [
            ...nameOf('earlierPetition', 'Part 5', [2]),
            { id: 'earlierPetitionCity', kind: 'short-text', item: 'Part 5, Item 3.a', lengthMax: 60, optional: true },
            { id: 'earlierPetitionState', kind: 'select', list: 'us-states', item: 'Part 5, Item 3.b', optional: true },
            { id: 'earlierPetitionDate', kind: 'partial-date', latest: 'today', item: 'Part 5, Item 4' },
            {
              id: 'earlierPetitionResult',
              kind: 'choice',
              item: 'Part 5, Item 5',
              options: ['approved', 'denied', 'withdrawn', 'revoked', 'pending', 'unknown'],
            },
          ],
        },
      ],
    },
    {
      id: 'petitions-now',
      when: { answer: 'petitionsAtTheSameTime', is: 'yes' },
      questions: [
        {
          id: 'otherRelatives',
          kind: 'list',
          item: ['Part 5, Item 6', 'Part 5, Item 8'],
          least: 1,
          most: 30,
          named: ['otherRelativeGivenName', 'otherRelativeFamilyName'],
          questions: [
            ...nameOf('otherRelative', 'Part 5', [6, 8]),
            {
              id: 'otherRelativeIs',
              kind: 'choice',
              item: each('Part 5', [7, 9]),
              options: ['spouse', 'parent', 'sibling', 'child'],
            },
          ],
        },
      ],
    },
  ],
} as const satisfies Part
