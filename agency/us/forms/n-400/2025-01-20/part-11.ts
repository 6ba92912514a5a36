import type { Part } from '../../../../../src/filing/definition/definition.ts'

const byAnother = { answer: 'signedBy', in: ['legal-guardian', 'surrogate', 'designated-representative'] } as const

/**
 * Part 11. Applicant's contact information, certification and signature. The signature is taken on the sign page; who
 * gives it, and in what capacity, is asked here
 * (INA 337(a); 8 CFR 103.2(a)(2); Policy Manual, Volume 12, Part J, Chapter 3).
 */
export const part11 = {
  id: 'contact-and-signature',
  pages: [
    {
      id: 'contact',
      questions: [
        {
          id: 'daytimePhone',
          kind: 'phone',
          fact: 'daytime-phone',
          item: 'Part 11, Item 1',
          sealed: true,
          own: true,
        },
        {
          id: 'mobilePhone',
          kind: 'phone',
          fact: 'mobile-phone',
          item: 'Part 11, Item 2',
          sealed: true,
          own: true,
          optional: true,
        },
        { id: 'email', kind: 'email', fact: 'email', item: 'Part 11, Item 3', own: true, optional: true },
      ],
    },
    {
      id: 'who-signs',
      questions: [
        {
          id: 'signedBy',
          kind: 'choice',
          item: 'Part 11, Item 4, note',
          options: ['me', 'legal-guardian', 'surrogate', 'designated-representative'],
        },
      ],
    },
    {
      id: 'signer',
      when: byAnother,
      questions: [
        { id: 'signerFamilyName', kind: 'name', part: 'family', signs: true, item: 'Part 11, Item 4, note' },
        { id: 'signerGivenName', kind: 'name', part: 'given', signs: true, item: 'Part 11, Item 4, note' },
        {
          id: 'signerMiddleName',
          kind: 'name',
          part: 'middle',
          signs: true,
          item: 'Part 11, Item 4, note',
          optional: true,
        },
        {
          id: 'signerRelation',
          kind: 'choice',
          item: 'Part 11, Item 4, note',
          options: ['spouse', 'parent', 'child', 'sibling'],
          when: { answer: 'signedBy', is: 'designated-representative' },
        },
      ],
    },
    {
      id: 'help-with-this-form',
      questions: [
        {
          id: 'howRead',
          kind: 'choice',
          item: 'Part 11, certification, note',
          options: ['english', 'interpreter'],
        },
        { id: 'preparerUsed', kind: 'yes-no', item: 'Part 13, note' },
      ],
    },
  ],
} as const satisfies Part
