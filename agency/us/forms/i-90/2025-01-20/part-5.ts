import type { Part } from '../../../../../src/filing/definition/definition.ts'

/** Part 5. Applicant's statement and contact information. The signature is taken on the sign page. */
export const part5 = {
  id: 'contact-and-statement',
  pages: [
    {
      id: 'contact',
      questions: [
        { id: 'daytimePhone', kind: 'phone', fact: 'daytime-phone', sealed: true, own: true, item: 'Part 5, Item 3' },
        { id: 'mobilePhone', kind: 'phone', fact: 'mobile-phone', sealed: true, own: true, item: 'Part 5, Item 4', optional: true },
        { id: 'email', kind: 'email', fact: 'email', own: true, item: 'Part 5, Item 5', optional: true },
      ],
    },
    {
      id: 'help-with-this-form',
      questions: [
        {
          id: 'howRead',
          kind: 'choice',
          item: ['Part 5, Item 1.a', 'Part 5, Item 1.b'],
          options: ['english', 'interpreter'],
        },
        { id: 'preparerUsed', kind: 'yes-no', item: 'Part 5, Item 2' },
      ],
    },
  ],
} as const satisfies Part
