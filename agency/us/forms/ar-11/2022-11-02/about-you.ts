import type { Part } from '../../../../../src/filing/definition/definition.ts'

/** Information about you. */
export const aboutYou = {
  id: 'about-you',
  pages: [
    {
      id: 'your-name',
      questions: [
        { id: 'familyName', kind: 'name', part: 'family', own: true, fact: 'family-name', item: 'About you, Family name' },
        { id: 'givenName', kind: 'name', part: 'given', own: true, fact: 'given-name', item: 'About you, Given name' },
        {
          id: 'middleName',
          kind: 'name',
          part: 'middle',
          own: true,
          fact: 'middle-name',
          item: 'About you, Middle name',
          optional: true,
        },
      ],
    },
    {
      id: 'birth-and-number',
      questions: [
        {
          id: 'dateOfBirth',
          kind: 'date',
          latest: 'today',
          own: true,
          fact: 'date-of-birth',
          item: 'About you, Date of birth',
        },
        { id: 'aNumber', kind: 'a-number', fact: 'a-number', item: 'About you, A-Number', optional: true },
      ],
    },
  ],
} as const satisfies Part
