import type { Part } from '../../../../../src/filing/definition/definition.ts'
import { addressItems, each, lettered, nameOf } from './asked.ts'
import { forSpouse, isHere, relativeIsMarried } from './who.ts'

const part = 'Part 4'
const persons = [25, 29, 33, 37, 41]

/** Part 4. Information about the beneficiary: names, numbers, birth, addresses, marriages and children. */
export const part4 = {
  id: 'about-your-relative',
  pages: [
    {
      id: 'relative-name',
      questions: nameOf('beneficiary', part, [4]),
    },
    {
      id: 'relative-other-names',
      questions: [
        {
          id: 'beneficiaryOtherNames',
          kind: 'list',
          item: 'Part 4, Item 5',
          most: 10,
          named: ['beneficiaryOtherGivenName', 'beneficiaryOtherFamilyName'],
          questions: nameOf('beneficiaryOther', part, [5]),
        },
      ],
    },
    {
      id: 'relative-numbers',
      questions: [
        {
          id: 'beneficiaryANumber',
          kind: 'a-number',
          item: 'Part 4, Item 1',
          optional: true,
        },
        {
          id: 'beneficiaryAccountNumber',
          kind: 'online-account-number',
          item: 'Part 4, Item 2',
          optional: true,
        },
        { id: 'beneficiarySocialSecurityNumber', kind: 'ssn', item: 'Part 4, Item 3', optional: true },
      ],
    },
    {
      id: 'relative-birth',
      questions: [
        { id: 'beneficiaryBirthCity', kind: 'short-text', item: 'Part 4, Item 6', lengthMax: 60 },
        { id: 'beneficiaryBirthCountry', kind: 'select', list: 'countries', item: 'Part 4, Item 7' },
        { id: 'beneficiaryDateOfBirth', kind: 'date', latest: 'today', item: 'Part 4, Item 8' },
        { id: 'beneficiarySex', kind: 'choice', options: ['female', 'male'], item: 'Part 4, Item 9' },
        {
          id: 'petitionByOthers',
          kind: 'choice',
          item: 'Part 4, Item 10',
          options: ['no', 'yes', 'unknown'],
        },
      ],
    },
    {
      id: 'relative-address',
      questions: [
        {
          id: 'beneficiaryAddress',
          kind: 'address',
          item: addressItems(part, 11),
        },
        { id: 'beneficiaryInUs', kind: 'yes-no', item: ['Part 4, Item 45', 'Part 4, Item 46, note'] },
      ],
    },
    {
      id: 'relative-future-address',
      questions: [
        {
          id: 'beneficiaryUsAddressSame',
          kind: 'yes-no',
          item: 'Part 4, Item 12.a, note',
          when: isHere,
        },
        {
          id: 'beneficiaryUsAddress',
          kind: 'address',
          domestic: true,
          optional: true,
          item: lettered(part, 12, 'abcde'),
          when: { not: { answer: 'beneficiaryUsAddressSame', is: 'yes' } },
        },
      ],
    },
    {
      id: 'relative-address-abroad',
      when: isHere,
      questions: [
        {
          id: 'beneficiaryForeignAddress',
          kind: 'address',
          optional: true,
          item: lettered(part, 13, 'abcdef'),
        },
      ],
    },
    {
      id: 'relative-contact',
      questions: [
        {
          id: 'beneficiaryDaytimePhone',
          kind: 'phone',
          item: 'Part 4, Item 14',
          optional: true,
        },
        {
          id: 'beneficiaryMobilePhone',
          kind: 'phone',
          item: 'Part 4, Item 15',
          optional: true,
        },
        {
          id: 'beneficiaryEmail',
          kind: 'email',
          item: 'Part 4, Item 16',
          optional: true,
          sealed: true,
        },
      ],
    },
    {
      id: 'relative-marriages',
      questions: [
        {
          id: 'beneficiaryMaritalStatus',
          kind: 'choice',
          item: 'Part 4, Item 18',
          options: ['single', 'married', 'divorced', 'widowed', 'separated', 'annulled'],
        },
        {
          id: 'beneficiaryTimesMarried',
          kind: 'number',
          least: 1,
          most: 20,
          item: 'Part 4, Item 17',
          when: { not: { answer: 'beneficiaryMaritalStatus', is: 'single' } },
        },
      ],
    },
    {
      id: 'relative-marriage-now',
      when: { all: [relativeIsMarried, { not: forSpouse }] },
      questions: [
        { id: 'beneficiaryMarriedOn', kind: 'date', latest: 'today', item: 'Part 4, Item 19', optional: true },
        { id: 'beneficiaryMarriedCity', kind: 'short-text', item: 'Part 4, Item 20.a', lengthMax: 60, optional: true },
        { id: 'beneficiaryMarriedCountry', kind: 'select', list: 'countries', item: 'Part 4, Item 20.d' },
        {
          id: 'beneficiaryMarriedState',
          kind: 'select',
          list: 'us-states',
          item: 'Part 4, Item 20.b',
          when: { answer: 'beneficiaryMarriedCountry', is: 'US' },
        },
        {
          id: 'beneficiaryMarriedProvince',
          kind: 'short-text',
          item: 'Part 4, Item 20.c',
          lengthMax: 60,
          optional: true,
          when: { not: { answer: 'beneficiaryMarriedCountry', is: 'US' } },
        },
      ],
    },
    {
      id: 'relative-spouse',
      when: { all: [relativeIsMarried, { not: forSpouse }] },
      questions: [
        ...nameOf('relativeSpouse', part, [21, 25]),
        {
          id: 'relativeSpouseDateOfBirth',
          kind: 'partial-date',
          latest: 'today',
          item: 'Part 4, Item 27',
          optional: true,
        },
        {
          id: 'relativeSpouseBirthCountry',
          kind: 'select',
          list: 'countries',
          item: 'Part 4, Item 28',
          optional: true,
        },
      ],
    },
    {
      id: 'relative-earlier-marriages',
      when: {
        any: [
          { answer: 'beneficiaryMaritalStatus', in: ['divorced', 'widowed', 'annulled'] },
          { answer: 'beneficiaryTimesMarried', moreThan: 1 },
        ],
      },
      questions: [
        {
          id: 'relativeEarlierSpouses',
          kind: 'list',
          item: ['Part 4, Item 21', 'Part 4, Item 23'],
          least: 1,
          most: 20,
          named: ['relativeEarlierSpouseGivenName', 'relativeEarlierSpouseFamilyName'],
          questions: [
            ...nameOf('relativeEarlierSpouse', part, [21, 23]),
            { id: 'relativeEarlierMarriageEnded', kind: 'date', latest: 'today', item: each(part, [22, 24]) },
          ],
        },
      ],
    },
    {
      id: 'relative-children',
      questions: [
        {
          id: 'children',
          kind: 'list',
          item: ['Part 4, Item 25', 'Part 4, Item 29', 'Part 4, Item 33', 'Part 4, Item 37', 'Part 4, Item 41'],
          most: 30,
          named: ['childGivenName', 'childFamilyName'],
          questions: [
            ...nameOf('child', part, persons),
            {
              id: 'childRelationship',
              kind: 'choice',
              options: ['child', 'stepchild', 'adopted-child'],
              item: each(part, persons.map((number) => number + 1)),
            },
            {
              id: 'childDateOfBirth',
              kind: 'partial-date',
              latest: 'today',
              item: each(part, persons.map((number) => number + 2)),
            },
            {
              id: 'childBirthCountry',
              kind: 'select',
              list: 'countries',
              item: each(part, persons.map((number) => number + 3)),
            },
          ],
        },
      ],
    },
  ],
} as const satisfies Part
