import type { Part } from '../../../../../src/filing/definition/definition.ts'

const guardian = { answer: 'signer', is: 'guardian' } as const

/** Part 6. Petitioner's statement and contact information. The signature is taken on the sign page. */
export const part6 = {
  id: 'contact-and-statement',
  pages: [
    {
      id: 'contact',
      questions: [
        { id: 'daytimePhone', kind: 'phone', own: true, fact: 'daytime-phone', item: 'Part 6, Item 3' },
        { id: 'mobilePhone', kind: 'phone', own: true, fact: 'mobile-phone', item: 'Part 6, Item 4', optional: true },
        { id: 'email', kind: 'email', own: true, fact: 'email', item: 'Part 6, Item 5', optional: true },
      ],
    },
    {
      id: 'who-signs',
      questions: [
        { id: 'signer', kind: 'choice', item: 'Part 6, Item 6.a, note', options: ['petitioner', 'guardian'] },
        {
          id: 'guardianFamilyName',
          kind: 'name',
          part: 'family',
          signs: true,
          item: 'Part 6, Item 6.a, note',
          when: guardian,
        },
        {
          id: 'guardianGivenName',
          kind: 'name',
          part: 'given',
          signs: true,
          item: 'Part 6, Item 6.a, note',
          when: guardian,
        },
        {
          id: 'guardianCapacity',
          kind: 'choice',
          item: 'Part 6, Item 6.a, note',
          options: ['parent', 'legal-guardian'],
          when: guardian,
        },
      ],
    },
    {
      id: 'help-with-this-form',
      questions: [
        {
          id: 'howRead',
          kind: 'choice',
          item: ['Part 6, Item 1.a', 'Part 6, Item 1.b'],
          options: ['english', 'interpreter'],
        },
        { id: 'preparerUsed', kind: 'yes-no', item: 'Part 6, Item 2' },
      ],
    },
  ],
} as const satisfies Part

/** Part 9. Additional information. What an earlier question asks to explain is asked beside that question. */
export const part9 = {
  id: 'additional-information',
  pages: [
    {
      id: 'additional-information',
      questions: [
        {
          id: 'additionalInformation',
          kind: 'long-text',
          item: [
            'Part 9, Item 4.d',
            'Part 9, Item 5.d',
            'Part 9, Item 6.d',
            'Part 9, Item 7.d',
            'I-130A, Part 7',
          ],
          optional: true,
          sealed: true,
          lengthMax: 8000,
        },
      ],
    },
  ],
} as const satisfies Part
