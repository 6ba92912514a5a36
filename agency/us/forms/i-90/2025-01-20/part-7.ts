import type { Part } from '../../../../../src/filing/definition/definition.ts'

const preparerUsed = { answer: 'preparerUsed', is: 'yes' } as const

/** Part 7. Contact information, statement, certification and signature of the preparer. */
export const part7 = {
  id: 'preparer',
  pages: [
    {
      id: 'preparer',
      when: preparerUsed,
      questions: [
        { id: 'preparerFamilyName', kind: 'name', part: 'family', item: 'Part 7, Item 1.a' },
        { id: 'preparerGivenName', kind: 'name', part: 'given', item: 'Part 7, Item 1.b' },
        { id: 'preparerOrganization', kind: 'name', part: 'organization', item: 'Part 7, Item 2', optional: true },
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
          item: [
            'Part 7, Item 3.a',
            'Part 7, Item 3.b',
            'Part 7, Item 3.c',
            'Part 7, Item 3.d',
            'Part 7, Item 3.e',
            'Part 7, Item 3.f',
            'Part 7, Item 3.g',
            'Part 7, Item 3.h',
          ],
        },
        { id: 'preparerDaytimePhone', kind: 'phone', sealed: true, item: 'Part 7, Item 4' },
        { id: 'preparerMobilePhone', kind: 'phone', sealed: true, item: 'Part 7, Item 5', optional: true },
        { id: 'preparerEmail', kind: 'email', item: 'Part 7, Item 6', optional: true },
      ],
    },
    {
      id: 'preparer-statement',
      when: preparerUsed,
      questions: [
        {
          id: 'preparerStanding',
          kind: 'choice',
          item: ['Part 7, Item 7.a', 'Part 7, Item 7.b'],
          options: ['not-a-representative', 'representative-this-form-only', 'representative-beyond-this-form'],
        },
        {
          id: 'preparerCertification',
          kind: 'checkboxes',
          item: 'Part 7, certification',
          options: ['at-request', 'reviewed'],
          every: true,
        },
      ],
    },
  ],
} as const satisfies Part
