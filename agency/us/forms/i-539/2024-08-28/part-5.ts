import type { Part } from '../../../../../src/filing/definition/definition.ts'

/** Part 5. How to reach you, who helped and who signs. The signature is taken on the sign page. */
export const part5: Part = {
  id: 'contact-and-statement',
  pages: [
    {
      id: 'contact',
      questions: [
        { id: 'daytimePhone', kind: 'phone', sealed: true, own: true, fact: 'daytime-phone', item: 'Part 5, Item 1' },
        {
          id: 'mobilePhone',
          kind: 'phone',
          sealed: true,
          own: true,
          fact: 'mobile-phone',
          item: 'Part 5, Item 2',
          optional: true,
        },
        { id: 'email', kind: 'email', own: true, fact: 'email', item: 'Part 5, Item 3', optional: true },
      ],
    },
    {
      id: 'help-with-this-form',
      questions: [
        { id: 'howRead', kind: 'choice', item: 'Part 6', options: ['english', 'interpreter'] },
        { id: 'preparerUsed', kind: 'yes-no', item: 'Part 7' },
      ],
    },
    {
      id: 'who-signs',
      questions: [
        { id: 'whoSigns', kind: 'choice', item: 'Part 5, Item 4, note', options: ['applicant', 'parent', 'guardian'] },
      ],
    },
    {
      id: 'parent-or-guardian',
      when: { answer: 'whoSigns', in: ['parent', 'guardian'] },
      questions: [
        { id: 'signerFamilyName', kind: 'name', part: 'family', signs: true, item: 'Part 5, Item 4, note' },
        { id: 'signerGivenName', kind: 'name', part: 'given', signs: true, item: 'Part 5, Item 4, note' },
      ],
    },
  ],
}
