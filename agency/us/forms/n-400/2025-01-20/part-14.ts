import type { Part } from '../../../../../src/filing/definition/definition.ts'

/** Part 14. Additional information. What an earlier question asks to explain is asked beside that question. */
export const part14 = {
  id: 'additional-information',
  pages: [
    {
      id: 'additional-information',
      questions: [
        {
          id: 'additionalInformation',
          kind: 'long-text',
          item: 'Part 14, Items 2 to 5',
          optional: true,
          sealed: true,
          lengthMax: 8000,
        },
      ],
    },
  ],
} as const satisfies Part
