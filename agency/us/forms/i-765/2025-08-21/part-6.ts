import type { Part } from '../../../../../src/filing/definition/definition.ts'

/** Part 6. Additional information. What an earlier question asks to explain is asked beside that question. */
export const part6 = {
  id: 'additional-information',
  pages: [
    {
      id: 'additional-information',
      questions: [
        {
          id: 'additionalInformation',
          kind: 'long-text',
          item: ['Part 6, Item 4.d', 'Part 6, Item 5.d', 'Part 6, Item 6.d', 'Part 6, Item 7.d'],
          optional: true,
          sealed: true,
          lengthMax: 8000,
        },
      ],
    },
  ],
} as const satisfies Part
