import type { Part } from '../../../../../src/filing/definition/definition.ts'

/** Part 8, and Part 7 of Form I-539A. What an earlier question asks to explain is asked beside that question. */
export const part8: Part = {
  id: 'additional-information',
  pages: [
    {
      id: 'additional-information',
      questions: [
        {
          id: 'additionalInformation',
          kind: 'long-text',
          item: [
            ...['3', '4', '5', '6'].map((number) => `Part 8, Item ${number}.d`),
            ...['3', '4', '5', '6'].map((number) => `Form I-539A, Part 7, Item ${number}.d`),
          ],
          optional: true,
          sealed: true,
          lengthMax: 8000,
        },
      ],
    },
  ],
}
