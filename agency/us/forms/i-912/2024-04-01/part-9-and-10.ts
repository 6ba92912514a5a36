import type { Part } from '../../../../../src/filing/definition/definition.ts'

const preparerUsed = { answer: 'preparerUsed', is: 'yes' } as const

/** Part 9. Contact information, statement, certification and signature of the preparer. */
export const part9 = {
  id: 'preparer',
  pages: [
    {
      id: 'preparer',
      when: preparerUsed,
      questions: [
        { id: 'preparerFamilyName', kind: 'name', part: 'family', item: 'Part 9, Item 1, family name' },
        { id: 'preparerGivenName', kind: 'name', part: 'given', item: 'Part 9, Item 1, given name' },
        { id: 'preparerOrganization', kind: 'name', part: 'organization', item: 'Part 9, Item 2', optional: true },
      ],
    },
    {
      id: 'preparer-contact',
      when: preparerUsed,
      questions: [
        {
          id: 'preparerAddress',
          kind: 'address',
          sealed: true,
          item: 'Part 9, Item 3',
        },
        { id: 'preparerDaytimePhone', kind: 'phone', sealed: true, item: 'Part 9, Item 4' },
        { id: 'preparerMobilePhone', kind: 'phone', sealed: true, item: 'Part 9, Item 5', optional: true },
        { id: 'preparerEmail', kind: 'email', item: 'Part 9, Item 6', optional: true },
      ],
    },
    {
      id: 'preparer-statement',
      when: preparerUsed,
      questions: [
        {
          id: 'preparerStanding',
          kind: 'choice',
          item: ['Part 9, Item 7.A', 'Part 9, Item 7.B'],
          options: ['not-a-representative', 'representative-this-form-only', 'representative-beyond-this-form'],
        },
        {
          id: 'preparerCertification',
          kind: 'checkboxes',
          item: 'Part 9, certification',
          options: ['at-request', 'reviewed'],
          every: true,
        },
      ],
    },
  ],
} as const satisfies Part

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
