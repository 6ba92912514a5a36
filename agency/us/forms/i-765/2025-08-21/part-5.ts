import type { Part } from '../../../../../src/filing/definition/definition.ts'

const preparerUsed = { answer: 'preparerUsed', is: 'yes' } as const

/** Part 5. Contact information, statement, certification and signature of the preparer. */
export const part5 = {
  id: 'preparer',
  pages: [
    {
      id: 'preparer',
      when: preparerUsed,
      questions: [
        { id: 'preparerFamilyName', kind: 'name', part: 'family', item: 'Part 5, Item 1.a' },
        { id: 'preparerGivenName', kind: 'name', part: 'given', item: 'Part 5, Item 1.b' },
        { id: 'preparerOrganization', kind: 'name', part: 'organization', item: 'Part 5, Item 2', optional: true },
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
            'Part 5, Item 3.a',
            'Part 5, Item 3.b',
            'Part 5, Item 3.c',
            'Part 5, Item 3.d',
            'Part 5, Item 3.e',
            'Part 5, Item 3.f',
            'Part 5, Item 3.g',
            'Part 5, Item 3.h',
          ],
        },
        { id: 'preparerDaytimePhone', kind: 'phone', sealed: true, item: 'Part 5, Item 4' },
        { id: 'preparerMobilePhone', kind: 'phone', sealed: true, item: 'Part 5, Item 5', optional: true },
        { id: 'preparerEmail', kind: 'email', item: 'Part 5, Item 6', optional: true },
      ],
    },
    {
      id: 'preparer-statement',
      when: preparerUsed,
      questions: [
        {
          id: 'preparerStanding',
          kind: 'choice',
          item: ['Part 5, Item 7.a', 'Part 5, Item 7.b'],
          options: ['not-a-representative', 'representative-this-form-only', 'representative-beyond-this-form'],
        },
        {
          id: 'preparerCertification',
          kind: 'checkboxes',
          item: 'Part 5, certification',
          options: ['at-request', 'reviewed'],
          every: true,
        },
      ],
    },
  ],
} as const satisfies Part
