import type { Part } from '../../../../../src/filing/definition/definition.ts'

const nameChanged = { answer: 'nameChanged', is: 'yes' } as const

/** Part 1. Information about you. */
export const part1 = {
  id: 'about-you',
  pages: [
    {
      id: 'your-name',
      questions: [
        { id: 'familyName', kind: 'name', fact: 'family-name', part: 'family', own: true, item: 'Part 1, Item 3.a' },
        { id: 'givenName', kind: 'name', fact: 'given-name', part: 'given', own: true, item: 'Part 1, Item 3.b' },
        { id: 'middleName', kind: 'name', fact: 'middle-name', part: 'middle', own: true, item: 'Part 1, Item 3.c', optional: true },
        { id: 'nameChanged', kind: 'choice', item: 'Part 1, Item 4', options: ['no', 'yes', 'never-received'] },
      ],
    },
    {
      id: 'name-on-card',
      when: nameChanged,
      questions: [
        { id: 'cardFamilyName', kind: 'name', part: 'family', item: 'Part 1, Item 5.a' },
        { id: 'cardGivenName', kind: 'name', part: 'given', item: 'Part 1, Item 5.b' },
        { id: 'cardMiddleName', kind: 'name', part: 'middle', item: 'Part 1, Item 5.c', optional: true },
      ],
    },
    {
      id: 'your-numbers',
      questions: [
        { id: 'aNumber', kind: 'a-number', fact: 'a-number', item: 'Part 1, Item 1' },
        { id: 'onlineAccountNumber', kind: 'online-account-number', fact: 'account-number', item: 'Part 1, Item 2', optional: true },
        { id: 'socialSecurityNumber', kind: 'ssn', fact: 'social-security-number', item: 'Part 1, Item 16', optional: true },
      ],
    },
    {
      id: 'mailing-address',
      questions: [
        {
          id: 'mailingAddress',
          kind: 'address',
          fact: 'mailing-address',
          sealed: true,
          own: true,
          inCareOf: true,
          item: [
            'Part 1, Item 6.a',
            'Part 1, Item 6.b',
            'Part 1, Item 6.c',
            'Part 1, Item 6.d',
            'Part 1, Item 6.e',
            'Part 1, Item 6.f',
            'Part 1, Item 6.g',
            'Part 1, Item 6.h',
            'Part 1, Item 6.i',
          ],
        },
        { id: 'livesAtMailingAddress', kind: 'yes-no', item: 'Part 1, Item 7, note' },
      ],
    },
    {
      id: 'home-address',
      when: { answer: 'livesAtMailingAddress', is: 'no' },
      questions: [
        {
          id: 'homeAddress',
          kind: 'address',
          fact: 'home-address',
          sealed: true,
          own: true,
          item: [
            'Part 1, Item 7.a',
            'Part 1, Item 7.b',
            'Part 1, Item 7.c',
            'Part 1, Item 7.d',
            'Part 1, Item 7.e',
            'Part 1, Item 7.f',
            'Part 1, Item 7.g',
            'Part 1, Item 7.h',
          ],
        },
      ],
    },
    {
      id: 'birth-and-parents',
      questions: [
        { id: 'sex', kind: 'choice', fact: 'sex', item: 'Part 1, Item 8', options: ['female', 'male'] },
        { id: 'dateOfBirth', kind: 'date', fact: 'date-of-birth', item: 'Part 1, Item 9', latest: 'today', own: true },
        { id: 'birthCity', kind: 'short-text', fact: 'birth-city', item: 'Part 1, Item 10', lengthMax: 60 },
        { id: 'birthCountry', kind: 'select', fact: 'birth-country', item: 'Part 1, Item 11', list: 'countries' },
        { id: 'motherGivenName', kind: 'name', part: 'given', item: 'Part 1, Item 12', optional: true },
        { id: 'fatherGivenName', kind: 'name', part: 'given', item: 'Part 1, Item 13', optional: true },
      ],
    },
    {
      id: 'admission',
      questions: [
        { id: 'classOfAdmission', kind: 'class-of-admission', item: 'Part 1, Item 14', optional: true },
        { id: 'dateOfAdmission', kind: 'date', item: 'Part 1, Item 15', latest: 'today' },
      ],
    },
  ],
} as const satisfies Part
