import type { Part } from '../../../../../src/filing/definition/definition.ts'

/** Part 2. Information about the person whose fee it is: the requestor, or the child or person they ask for. */
export const part2 = {
  id: 'about-you',
  pages: [
    {
      id: 'who-signs',
      questions: [
        {
          id: 'whoSigns',
          kind: 'choice',
          item: ['Part 2, Item 1', 'Part 7, Item 6, note'],
          options: ['requestor', 'parent', 'guardian'],
        },
      ],
    },
    {
      id: 'your-name',
      questions: [
        { id: 'familyName', kind: 'name', part: 'family', own: true, fact: 'family-name', item: 'Part 2, Item 2, family name' },
        { id: 'givenName', kind: 'name', part: 'given', own: true, fact: 'given-name', item: 'Part 2, Item 2, given name' },
        {
          id: 'middleName',
          kind: 'name',
          part: 'middle',
          own: true,
          fact: 'middle-name',
          item: 'Part 2, Item 2, middle name',
          optional: true,
        },
      ],
    },
    {
      id: 'other-names',
      questions: [
        {
          id: 'otherNames',
          kind: 'list',
          item: 'Part 2, Item 3',
          most: 10,
          named: ['otherGivenName', 'otherMiddleName', 'otherFamilyName'],
          questions: [
            { id: 'otherFamilyName', kind: 'name', part: 'family', item: 'Part 2, Item 3, family name' },
            { id: 'otherGivenName', kind: 'name', part: 'given', item: 'Part 2, Item 3, given name', optional: true },
            { id: 'otherMiddleName', kind: 'name', part: 'middle', item: 'Part 2, Item 3, middle name', optional: true },
          ],
        },
      ],
    },
    {
      id: 'your-numbers',
      questions: [
        { id: 'aNumber', kind: 'a-number', fact: 'a-number', item: 'Part 2, Item 4', optional: true },
        {
          id: 'onlineAccountNumber',
          kind: 'online-account-number',
          fact: 'account-number',
          item: 'Part 2, Item 5',
          optional: true,
        },
        { id: 'socialSecurityNumber', kind: 'ssn', fact: 'social-security-number', item: 'Part 2, Item 7', optional: true },
      ],
    },
    {
      id: 'birth-and-marriage',
      questions: [
        { id: 'dateOfBirth', kind: 'date', latest: 'today', own: true, fact: 'date-of-birth', item: 'Part 2, Item 6' },
        {
          id: 'maritalStatus',
          kind: 'choice',
          item: 'Part 2, Item 8',
          options: ['single', 'married', 'divorced', 'widowed', 'annulled', 'separated', 'other'],
        },
        {
          id: 'maritalStatusOther',
          kind: 'short-text',
          item: 'Part 2, Item 8, other',
          lengthMax: 120,
          when: { answer: 'maritalStatus', is: 'other' },
        },
      ],
    },
  ],
} as const satisfies Part
