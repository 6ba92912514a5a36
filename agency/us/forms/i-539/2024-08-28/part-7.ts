import type { Part } from '../../../../../src/filing/definition/definition.ts'

const preparerUsed = { answer: 'preparerUsed', is: 'yes' } as const
const both = (rest: string) => [`Part 7, ${rest}`, `Form I-539A, Part 6, ${rest}`]

/** Part 7, and Part 6 of Form I-539A. Contact information, certification and signature of the preparer. */
export const part7: Part = {
  id: 'preparer',
  pages: [
    {
      id: 'preparer',
      when: preparerUsed,
      questions: [
        { id: 'preparerFamilyName', kind: 'name', part: 'family', item: both('Item 1, family name') },
        { id: 'preparerGivenName', kind: 'name', part: 'given', item: both('Item 1, given name') },
        { id: 'preparerOrganization', kind: 'name', part: 'organization', item: both('Item 2'), optional: true },
      ],
    },
    {
      id: 'preparer-contact',
      when: preparerUsed,
      questions: [
        { id: 'preparerDaytimePhone', kind: 'phone', sealed: true, item: both('Item 3') },
        { id: 'preparerMobilePhone', kind: 'phone', sealed: true, item: both('Item 4'), optional: true },
        { id: 'preparerEmail', kind: 'email', item: both('Item 5'), optional: true },
      ],
    },
    {
      id: 'preparer-statement',
      when: preparerUsed,
      questions: [
        {
          id: 'preparerCertification',
          kind: 'checkboxes',
          item: both('certification'),
          options: ['at-request', 'reviewed'],
          every: true,
        },
      ],
    },
  ],
}
