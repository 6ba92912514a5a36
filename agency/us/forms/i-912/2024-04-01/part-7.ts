import type { Part } from '../../../../../src/filing/definition/definition.ts'
import { signedForThem } from './bases.ts'

/** Part 7. Statement, contact information and certification. The signature is taken on the sign page. */
export const part7 = {
  id: 'contact-and-statement',
  pages: [
    {
      id: 'contact',
      questions: [
        { id: 'daytimePhone', kind: 'phone', sealed: true, own: true, fact: 'daytime-phone', item: 'Part 7, Item 3' },
        {
          id: 'mobilePhone',
          kind: 'phone',
          sealed: true,
          own: true,
          fact: 'mobile-phone',
          item: 'Part 7, Item 4',
          optional: true,
        },
        { id: 'email', kind: 'email', own: true, fact: 'email', item: 'Part 7, Item 5', optional: true },
      ],
    },
    {
      id: 'help-with-this-form',
      questions: [
        {
          id: 'howRead',
          kind: 'choice',
          item: ['Part 7, Item 1.A', 'Part 7, Item 1.B'],
          options: ['english', 'interpreter'],
        },
        { id: 'preparerUsed', kind: 'yes-no', item: 'Part 7, Item 2' },
      ],
    },
    {
      id: 'family-statement',
      when: { some: 'familyForms', where: { answered: 'familyFormName' } },
      questions: [
        {
          id: 'familyStatement',
          kind: 'checkboxes',
          item: 'Part 7, certification for the household',
          options: ['applies', 'told'],
          every: true,
        },
      ],
    },
    {
      id: 'parent-or-guardian',
      when: signedForThem,
      questions: [
        { id: 'signerFamilyName', kind: 'name', part: 'family', signs: true, item: 'Part 7, Item 6, note' },
        { id: 'signerGivenName', kind: 'name', part: 'given', signs: true, item: 'Part 7, Item 6, note' },
      ],
    },
  ],
} as const satisfies Part
