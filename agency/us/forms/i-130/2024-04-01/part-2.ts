import type { Part } from '../../../../../src/filing/definition/definition.ts'
import { addressItems, each, fromTo, lettered, nameOf } from './asked.ts'
import { forSpouse, isMarried } from './who.ts'

const part = 'Part 2'

/** Part 2. Information about the petitioner: names, numbers, birth, addresses and marriages. */
export const part2 = {
  id: 'about-you',
  pages: [
    {
      id: 'your-name',
      questions: [
        { id: 'familyName', kind: 'name', part: 'family', own: true, fact: 'family-name', item: 'Part 2, Item 4.a' },
        {
          id: 'givenName',
          kind: 'name',
          part: 'given',
          own: true,
          fact: 'given-name',
          item: 'Part 2, Item 4.b',
          optional: true,
        },
        {
          id: 'middleName',
          kind: 'name',
          part: 'middle',
          own: true,
          fact: 'middle-name',
          item: 'Part 2, Item 4.c',
          optional: true,
        },
      ],
    },
    {
      id: 'your-other-names',
      questions: [
        {
          id: 'otherNames',
          kind: 'list',
          item: 'Part 2, Item 5',
          most: 10,
          named: ['otherGivenName', 'otherFamilyName'],
          questions: nameOf('other', part, [5]),
        },
      ],
    },
    {
      id: 'your-numbers',
      questions: [
        { id: 'aNumber', kind: 'a-number', fact: 'a-number', item: 'Part 2, Item 1', optional: true },
        {
          id: 'onlineAccountNumber',
          kind: 'online-account-number',
          fact: 'account-number',
          item: 'Part 2, Item 2',
          optional: true,
        },
        {
          id: 'socialSecurityNumber',
          kind: 'ssn',
          fact: 'social-security-number',
          item: 'Part 2, Item 3',
          optional: true,
        },
      ],
    },
    {
      id: 'your-birth',
      questions: [
        { id: 'birthCity', kind: 'short-text', fact: 'birth-city', item: 'Part 2, Item 6', lengthMax: 60 },
        { id: 'birthCountry', kind: 'select', list: 'countries', fact: 'birth-country', item: 'Part 2, Item 7' },
        { id: 'dateOfBirth', kind: 'date', latest: 'today', own: true, fact: 'date-of-birth', item: 'Part 2, Item 8' },
        { id: 'sex', kind: 'choice', options: ['female', 'male'], fact: 'sex', item: 'Part 2, Item 9' },
      ],
    },
    {
      id: 'mailing-address',
      questions: [
        {
          id: 'mailingAddress',
          kind: 'address',
          own: true,
          inCareOf: true,
          fact: 'mailing-address',
          item: lettered(part, 10, 'abcdefghi'),
        },
        { id: 'livesAtMailingAddress', kind: 'yes-no', item: 'Part 2, Item 11' },
      ],
    },
    {
      id: 'home-address',
      when: { answer: 'livesAtMailingAddress', is: 'no' },
      questions: [
        { id: 'homeAddress', kind: 'address', own: true, fact: 'home-address', item: addressItems(part, 12) },
      ],
    },
    {
      id: 'time-at-home',
      questions: [
        { id: 'homeSince', kind: 'partial-date', latest: 'today', item: ['Part 2, Item 13.a', 'Part 2, Item 13.b'] },
        { id: 'fiveYearsAtHome', kind: 'yes-no', item: 'Part 2, Item 14, note' },
      ],
    },
    {
      id: 'earlier-addresses',
      when: { answer: 'fiveYearsAtHome', is: 'no' },
      questions: [
        {
          id: 'earlierAddresses',
          kind: 'list',
          item: 'Part 2, Item 14',
          least: 1,
          most: 20,
          named: ['earlierAddress'],
          questions: [
            { id: 'earlierAddress', kind: 'address', item: addressItems(part, 14) },
            ...fromTo('earlierAddress', part, [15]),
          ],
        },
      ],
    },
    {
      id: 'your-marriages',
      questions: [
        {
          id: 'maritalStatus',
          kind: 'choice',
          item: 'Part 2, Item 17',
          options: ['single', 'married', 'divorced', 'widowed', 'separated', 'annulled'],
        },
        {
          id: 'timesMarried',
          kind: 'number',
          least: 1,
          most: 20,
          item: 'Part 2, Item 16',
          when: { not: { answer: 'maritalStatus', is: 'single' } },
        },
      ],
    },
    {
      id: 'your-marriage-now',
      when: isMarried,
      questions: [
        { id: 'marriedOn', kind: 'date', latest: 'today', item: 'Part 2, Item 18' },
        { id: 'marriedCity', kind: 'short-text', item: 'Part 2, Item 19.a', lengthMax: 60 },
        { id: 'marriedCountry', kind: 'select', list: 'countries', item: 'Part 2, Item 19.d' },
        {
          id: 'marriedState',
          kind: 'select',
          list: 'us-states',
          item: 'Part 2, Item 19.b',
          when: { answer: 'marriedCountry', is: 'US' },
        },
        {
          id: 'marriedProvince',
          kind: 'short-text',
          item: 'Part 2, Item 19.c',
          lengthMax: 60,
          optional: true,
          when: { not: { answer: 'marriedCountry', is: 'US' } },
        },
      ],
    },
    {
      id: 'your-spouse',
      when: { all: [isMarried, { not: forSpouse }] },
      questions: nameOf('spouse', part, [20]),
    },
    {
      id: 'your-earlier-marriages',
      when: {
        any: [
          { answer: 'maritalStatus', in: ['divorced', 'widowed', 'annulled'] },
          { answer: 'timesMarried', moreThan: 1 },
        ],
      },
      questions: [
        {
          id: 'earlierSpouses',
          kind: 'list',
          item: ['Part 2, Item 20', 'Part 2, Item 22'],
          least: 1,
          most: 20,
          named: ['earlierSpouseGivenName', 'earlierSpouseFamilyName'],
          questions: [
            ...nameOf('earlierSpouse', part, [20, 22]),
            { id: 'earlierMarriageEnded', kind: 'date', latest: 'today', item: each(part, [21, 23]) },
          ],
        },
      ],
    },
  ],
} as const satisfies Part
