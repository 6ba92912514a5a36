import type { Part } from '../../../../../src/filing/definition/definition.ts'

/** Part 4. The client's choices, consent and signature. */
export const part4 = {
  id: 'client-consent',
  pages: [
    {
      id: 'client-mail',
      questions: [
        {
          id: 'mailChoices',
          kind: 'checkboxes',
          item: ['Part 4, Item 1.a', 'Part 4, Item 1.b', 'Part 4, Item 1.c'],
          options: ['notices-to-representative', 'documents-to-representative', 'i-94-to-client'],
          optional: true,
        },
      ],
    },
    {
      id: 'client-signature',
      questions: [
        {
          id: 'clientConsent',
          kind: 'checkboxes',
          item: 'Part 4, consent',
          options: ['representation', 'release'],
          every: true,
        },
        { id: 'clientSignature', kind: 'name', part: 'full', item: 'Part 4, Item 2.a' },
        { id: 'clientSignedOn', kind: 'date', latest: 'today', item: 'Part 4, Item 2.b' },
      ],
    },
  ],
} as const satisfies Part

/** Part 5. The signature of the law student or graduate; the representative's own is taken on the sign page. */
export const part5 = {
  id: 'signatures',
  pages: [
    {
      id: 'law-student-signature',
      when: { answer: 'lawStudent', is: 'yes' },
      questions: [
        { id: 'lawStudentSignature', kind: 'name', part: 'full', item: 'Part 5, Item 2.a' },
        { id: 'lawStudentSignedOn', kind: 'date', latest: 'today', item: 'Part 5, Item 2.b' },
      ],
    },
  ],
} as const satisfies Part

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
          item: ['Part 6, Item 3.d', 'Part 6, Item 4.d', 'Part 6, Item 5.d', 'Part 6, Item 6.d'],
          optional: true,
          sealed: true,
          lengthMax: 8000,
        },
      ],
    },
  ],
} as const satisfies Part
