import type { Part } from '../../../../../src/filing/definition/definition.ts'
import { yes } from './bases.ts'

const preparerUsed = yes('preparerUsed')

/** Part 13. Contact information, certification and signature of the person who prepared the application. */
export const part13 = {
  id: 'preparer',
  pages: [
    {
      id: 'preparer',
      when: preparerUsed,
      questions: [
        { id: 'preparerFamilyName', kind: 'name', part: 'family', item: 'Part 13, Item 1, family name' },
        { id: 'preparerGivenName', kind: 'name', part: 'given', item: 'Part 13, Item 1, given name' },
        { id: 'preparerOrganization', kind: 'name', part: 'organization', item: 'Part 13, Item 2', optional: true },
      ],
    },
    {
      id: 'preparer-contact',
      when: preparerUsed,
      questions: [
        { id: 'preparerDaytimePhone', kind: 'phone', sealed: true, item: 'Part 13, Item 3' },
        { id: 'preparerMobilePhone', kind: 'phone', sealed: true, item: 'Part 13, Item 4', optional: true },
        { id: 'preparerEmail', kind: 'email', item: 'Part 13, Item 5', optional: true },
      ],
    },
    {
      id: 'preparer-statement',
      when: preparerUsed,
      questions: [
        {
          id: 'preparerCertification',
          kind: 'checkboxes',
          item: 'Part 13, certification',
          options: ['at-request', 'reviewed'],
          every: true,
        },
      ],
    },
  ],
} as const satisfies Part
