import type { Part } from '../../../../../src/filing/definition/definition.ts'
import { domesticAddress } from './items.ts'

const hasDocument = { any: [{ answered: 'passportNumber' }, { answered: 'travelDocumentNumber' }] } as const

/** Part 1, Items 1 to 11. Information about you and your last arrival. */
export const part1: Part = {
  id: 'about-you',
  pages: [
    {
      id: 'your-name',
      questions: [
        { id: 'familyName', kind: 'name', part: 'family', own: true, fact: 'family-name', item: 'Part 1, Item 1, family name' },
        { id: 'givenName', kind: 'name', part: 'given', own: true, fact: 'given-name', item: 'Part 1, Item 1, given name' },
        {
          id: 'middleName',
          kind: 'name',
          part: 'middle',
          own: true,
          fact: 'middle-name',
          item: 'Part 1, Item 1, middle name',
          optional: true,
        },
      ],
    },
    {
      id: 'your-numbers',
      questions: [
        { id: 'aNumber', kind: 'a-number', fact: 'a-number', item: 'Part 1, Item 2', optional: true },
        {
          id: 'onlineAccountNumber',
          kind: 'online-account-number',
          fact: 'account-number',
          item: 'Part 1, Item 3',
          optional: true,
        },
        { id: 'socialSecurityNumber', kind: 'ssn', fact: 'social-security-number', item: 'Part 1, Item 10', optional: true },
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
          item: domesticAddress('Part 1, Item 4', ['in care of']),
        },
        { id: 'livesAtMailingAddress', kind: 'yes-no', item: 'Part 1, Item 5' },
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
          item: domesticAddress('Part 1, Item 6'),
        },
      ],
    },
    {
      id: 'birth',
      questions: [
        { id: 'birthCountry', kind: 'select', list: 'countries', fact: 'birth-country', item: 'Part 1, Item 7' },
        { id: 'citizenship', kind: 'select', list: 'countries', fact: 'citizenship', item: 'Part 1, Item 8', optional: true },
        { id: 'dateOfBirth', kind: 'date', latest: 'today', own: true, fact: 'date-of-birth', item: 'Part 1, Item 9' },
      ],
    },
    {
      id: 'arrival',
      questions: [
        {
          id: 'lastArrivalDate',
          kind: 'partial-date',
          item: 'Part 1, Item 11, date of last arrival',
          latest: 'today',
          sealed: true,
        },
        { id: 'i94Number', kind: 'short-text', item: 'Part 1, Item 11, I-94 number', optional: true, sealed: true, lengthMax: 11 },
      ],
    },
    {
      id: 'travel-papers',
      questions: [
        {
          id: 'passportNumber',
          kind: 'short-text',
          item: 'Part 1, Item 11, passport number',
          optional: true,
          sealed: true,
          lengthMax: 30,
        },
        {
          id: 'travelDocumentNumber',
          kind: 'short-text',
          item: 'Part 1, Item 11, travel document number',
          optional: true,
          sealed: true,
          lengthMax: 30,
        },
        { id: 'documentCountry', kind: 'select', list: 'countries', item: 'Part 1, Item 11, country of issuance', when: hasDocument },
        { id: 'documentExpires', kind: 'date', item: 'Part 1, Item 11, document expiration date', when: hasDocument, optional: true },
        { id: 'passportChanged', kind: 'yes-no', item: 'Part 4, Item 1, passport number' },
      ],
    },
    {
      id: 'passport-now',
      when: { answer: 'passportChanged', is: 'yes' },
      questions: [
        { id: 'passportNowNumber', kind: 'short-text', item: 'Part 4, Item 1, passport number', sealed: true, lengthMax: 30 },
        { id: 'passportNowCountry', kind: 'select', list: 'countries', item: 'Part 4, Item 1, country of issuance' },
        { id: 'passportNowExpires', kind: 'date', item: 'Part 4, Item 1, expiration date' },
      ],
    },
  ],
}
