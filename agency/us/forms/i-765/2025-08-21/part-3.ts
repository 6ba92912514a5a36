import type { Part } from '../../../../../src/filing/definition/definition.ts'

const fromThere = ['SV', 'GT']

/** Part 3. Applicant's statement and contact information. The signature is taken on the sign page. */
export const part3 = {
  id: 'contact-and-statement',
  pages: [
    {
      id: 'contact',
      questions: [
        { id: 'daytimePhone', kind: 'phone', sealed: true, own: true, fact: 'daytime-phone', item: 'Part 3, Item 3' },
        {
          id: 'mobilePhone',
          kind: 'phone',
          sealed: true,
          own: true,
          fact: 'mobile-phone',
          item: 'Part 3, Item 4',
          optional: true,
        },
        { id: 'email', kind: 'email', own: true, fact: 'email', item: 'Part 3, Item 5', optional: true },
      ],
    },
    {
      id: 'settlement',
      when: {
        any: [
          { answer: 'citizenship', in: fromThere },
          { answer: 'birthCountry', in: fromThere },
          { some: 'otherCitizenships', where: { answer: 'otherCitizenship', in: fromThere } },
        ],
      },
      questions: [{ id: 'settlementMember', kind: 'yes-no', item: 'Part 3, Item 6', sealed: true }],
    },
    {
      id: 'help-with-this-form',
      questions: [
        {
          id: 'howRead',
          kind: 'choice',
          item: ['Part 3, Item 1.a', 'Part 3, Item 1.b'],
          options: ['english', 'interpreter'],
        },
        { id: 'preparerUsed', kind: 'yes-no', item: 'Part 3, Item 2' },
      ],
    },
    {
      id: 'who-signs',
      questions: [
        {
          id: 'whoSigns',
          kind: 'choice',
          item: 'Part 3, Item 7.a, note',
          options: ['applicant', 'parent', 'guardian'],
        },
      ],
    },
    {
      id: 'parent-or-guardian',
      when: { answer: 'whoSigns', in: ['parent', 'guardian'] },
      questions: [
        { id: 'signerFamilyName', kind: 'name', part: 'family', signs: true, item: 'Part 3, Item 7.a, note' },
        { id: 'signerGivenName', kind: 'name', part: 'given', signs: true, item: 'Part 3, Item 7.a, note' },
      ],
    },
  ],
} as const satisfies Part
