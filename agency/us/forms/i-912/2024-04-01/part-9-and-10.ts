import type { Part } from '../../../../../src/filing/definition/definition.ts'
import { preparerPages } from '../../../helper-pages.ts'
import { helperItems } from './helper-items.ts'

/** Part 9. Contact information, statement, certification and signature of the preparer. */
export const part9 = {
  id: 'preparer',
  pages: preparerPages({
    who: 'preparer',
    page: 'preparer',
    when: { answer: 'preparerUsed', is: 'yes' },
    items: helperItems('Part 9'),
  }),
} satisfies Part

/** Part 10. Additional information. What an earlier question asks to explain is asked beside that question. */
export const additionalInformation = {
  id: 'additional-information',
  pages: [
    {
      id: 'additional-information',
      questions: [
        {
          id: 'additionalInformation',
          kind: 'long-text',
          item: ['Part 10, Item 3.D', 'Part 10, Item 4.D', 'Part 10, Item 5.D', 'Part 10, Item 6.D'],
          optional: true,
          sealed: true,
          lengthMax: 8000,
        },
      ],
    },
  ],
} as const satisfies Part
