import type { Part } from '../../../../../src/filing/definition/definition.ts'
import { isResident, mayLackResidence, withoutEnglishTest, yes } from './bases.ts'

/** Part 2. Information about you. Item 10 is asked with Part 1. */
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
          item: 'Part 2, Item 2',
          most: 20,
          named: ['otherGivenName', 'otherFamilyName'],
          questions: [
            { id: 'otherFamilyName', kind: 'name', part: 'family', item: 'Part 2, Item 2.a' },
            { id: 'otherGivenName', kind: 'name', part: 'given', item: 'Part 2, Item 2.b', optional: true },
            { id: 'otherMiddleName', kind: 'name', part: 'middle', item: 'Part 2, Item 2.c', optional: true },
          ],
        },
      ],
    },
    {
      id: 'name-change',
      questions: [{ id: 'nameChangeWanted', kind: 'yes-no', item: 'Part 2, Item 3' }],
    },
    {
      id: 'new-name',
      when: yes('nameChangeWanted'),
      questions: [
        { id: 'newFamilyName', kind: 'name', part: 'family', item: 'Part 2, Item 3, new family name' },
        { id: 'newGivenName', kind: 'name', part: 'given', item: 'Part 2, Item 3, new given name' },
        { id: 'newMiddleName', kind: 'name', part: 'middle', item: 'Part 2, Item 3, new middle name', optional: true },
      ],
    },
    {
      id: 'your-numbers',
      questions: [
        { id: 'aNumber', kind: 'a-number', fact: 'a-number', item: 'Page 1, A-Number', optional: true },
        {
          id: 'onlineAccountNumber',
          kind: 'online-account-number',
          fact: 'account-number',
          item: 'Part 2, Item 4',
          optional: true,
        },
      ],
    },
    {
      id: 'birth',
      questions: [
        { id: 'sex', kind: 'choice', fact: 'sex', item: 'Part 2, Item 5', options: ['female', 'male'] },
        {
          id: 'dateOfBirth',
          kind: 'date',
          fact: 'date-of-birth',
          item: 'Part 2, Item 6',
          latest: 'today',
          own: true,
        },
        {
          id: 'otherDatesOfBirth',
          kind: 'long-text',
          item: 'Part 2, Item 6, note',
          optional: true,
          explains: true,
          sealed: true,
          lengthMax: 1000,
        },
        { id: 'birthCountry', kind: 'select', fact: 'birth-country', item: 'Part 2, Item 8', list: 'countries' },
      ],
    },
    {
      id: 'nationality',
      questions: [
        { id: 'citizenship', kind: 'select', fact: 'citizenship', item: 'Part 2, Item 9', list: 'countries' },
        {
          id: 'otherCitizenships',
          kind: 'long-text',
          item: 'Part 2, Item 9, note',
          optional: true,
          explains: true,
          sealed: true,
          lengthMax: 1000,
        },
      ],
    },
    {
      id: 'resident-since',
      questions: [
        { id: 'permanentResident', kind: 'yes-no', item: 'Part 2, Item 7, note', when: mayLackResidence },
        { id: 'dateBecameResident', kind: 'date', item: 'Part 2, Item 7', latest: 'today', when: isResident },
      ],
    },
    {
      id: 'tests',
      questions: [{ id: 'testDisability', kind: 'yes-no', item: 'Part 2, Item 11', sealed: true }],
    },
    {
      id: 'test-language',
      when: withoutEnglishTest,
      questions: [
        { id: 'testLanguage', kind: 'choice', item: 'Part 2, Item 11, note', options: ['english', 'own-language'] },
        {
          id: 'testOwnLanguage',
          kind: 'short-text',
          item: 'Part 2, Item 11, note',
          lengthMax: 60,
          when: { answer: 'testLanguage', is: 'own-language' },
        },
      ],
    },
    {
      id: 'social-security',
      questions: [
        { id: 'cardWanted', kind: 'yes-no', item: 'Part 2, Item 12.a' },
        {
          id: 'socialSecurityNumber',
          kind: 'ssn',
          fact: 'social-security-number',
          item: 'Part 2, Item 12.b',
          optional: true,
          when: yes('cardWanted'),
        },
        { id: 'disclosureConsent', kind: 'yes-no', item: 'Part 2, Item 12.c', when: yes('cardWanted') },
      ],
    },
  ],
} as const satisfies Part
