import type { Part } from '../../../../../src/filing/definition/definition.ts'

/** Part 2, Items 1 to 16. Information about you. */
export const part2 = {
  id: 'about-you',
  pages: [
    {
      id: 'your-name',
      questions: [
        { id: 'familyName', kind: 'name', part: 'family', own: true, fact: 'family-name', item: 'Part 2, Item 1.a' },
        { id: 'givenName', kind: 'name', part: 'given', own: true, fact: 'given-name', item: 'Part 2, Item 1.b' },
        {
          id: 'middleName',
          kind: 'name',
          part: 'middle',
          own: true,
          fact: 'middle-name',
          item: 'Part 2, Item 1.c',
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
          item: ['Part 2, Item 2', 'Part 2, Item 3', 'Part 2, Item 4'],
          most: 10,
          named: ['otherGivenName', 'otherMiddleName', 'otherFamilyName'],
          questions: [
            {
              id: 'otherFamilyName',
              kind: 'name',
              part: 'family',
              item: ['Part 2, Item 2.a', 'Part 2, Item 3.a', 'Part 2, Item 4.a'],
            },
            {
              id: 'otherGivenName',
              kind: 'name',
              part: 'given',
              item: ['Part 2, Item 2.b', 'Part 2, Item 3.b', 'Part 2, Item 4.b'],
              optional: true,
            },
            {
              id: 'otherMiddleName',
              kind: 'name',
              part: 'middle',
              item: ['Part 2, Item 2.c', 'Part 2, Item 3.c', 'Part 2, Item 4.c'],
              optional: true,
            },
          ],
        },
      ],
    },
    {
      id: 'mailing-address',
      questions: [
        {
          id: 'mailingAddress',
          kind: 'address',
          sealed: true,
          own: true,
          domestic: true,
          inCareOf: true,
          fact: 'mailing-address',
          item: [
            'Part 2, Item 5.a',
            'Part 2, Item 5.b',
            'Part 2, Item 5.c',
            'Part 2, Item 5.d',
            'Part 2, Item 5.e',
            'Part 2, Item 5.f',
          ],
        },
        { id: 'livesAtMailingAddress', kind: 'yes-no', item: 'Part 2, Item 6' },
      ],
    },
    {
      id: 'home-address',
      when: { answer: 'livesAtMailingAddress', is: 'no' },
      questions: [
        {
          id: 'homeAddress',
          kind: 'address',
          sealed: true,
          own: true,
          domestic: true,
          fact: 'home-address',
          item: ['Part 2, Item 7.a', 'Part 2, Item 7.b', 'Part 2, Item 7.c', 'Part 2, Item 7.d', 'Part 2, Item 7.e'],
        },
      ],
    },
    {
      id: 'your-numbers',
      questions: [
        { id: 'aNumber', kind: 'a-number', fact: 'a-number', item: 'Part 2, Item 8', optional: true },
        {
          id: 'onlineAccountNumber',
          kind: 'online-account-number',
          fact: 'account-number',
          item: 'Part 2, Item 9',
          optional: true,
        },
        { id: 'socialSecurityNumber', kind: 'ssn', fact: 'social-security-number', item: 'Part 2, Item 13', optional: true },
      ],
    },
    {
      id: 'sex-and-family',
      questions: [
        { id: 'sex', kind: 'choice', fact: 'sex', item: 'Part 2, Item 10', options: ['female', 'male'] },
        {
          id: 'maritalStatus',
          kind: 'choice',
          item: 'Part 2, Item 11',
          options: ['single', 'married', 'divorced', 'widowed'],
        },
        { id: 'filedBefore', kind: 'yes-no', item: 'Part 2, Item 12' },
      ],
    },
    {
      id: 'citizenship',
      questions: [
        {
          id: 'citizenships',
          kind: 'choice',
          item: 'Part 2, Item 14',
          options: ['one', 'several', 'none'],
        },
        {
          id: 'citizenship',
          kind: 'select',
          list: 'countries',
          fact: 'citizenship',
          item: 'Part 2, Item 14.a',
          when: { answer: 'citizenships', in: ['one', 'several'] },
        },
      ],
    },
    {
      id: 'other-citizenships',
      when: { answer: 'citizenships', is: 'several' },
      questions: [
        {
          id: 'otherCitizenships',
          kind: 'list',
          item: 'Part 2, Item 14.b',
          least: 1,
          most: 5,
          named: ['otherCitizenship'],
          questions: [{ id: 'otherCitizenship', kind: 'select', list: 'countries', item: 'Part 2, Item 14.b' }],
        },
      ],
    },
    {
      id: 'birth',
      questions: [
        { id: 'birthCity', kind: 'short-text', fact: 'birth-city', item: 'Part 2, Item 15.a', lengthMax: 60 },
        { id: 'birthState', kind: 'short-text', item: 'Part 2, Item 15.b', lengthMax: 60, optional: true },
        { id: 'birthCountry', kind: 'select', list: 'countries', fact: 'birth-country', item: 'Part 2, Item 15.c' },
        { id: 'dateOfBirth', kind: 'date', latest: 'today', own: true, fact: 'date-of-birth', item: 'Part 2, Item 16' },
      ],
    },
  ],
} as const satisfies Part
