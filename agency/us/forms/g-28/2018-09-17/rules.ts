import type { Rule } from '../../../../../src/filing/definition/definition.ts'

/** What the answers may not say together. An error blocks, a warning explains. */
export const rules = [
  {
    id: 'under-an-order',
    level: 'warning',
    at: 'subjectToOrder',
    cite: '8 CFR 1.2 (attorney), 292.1(a)(1), 292.3',
    when: { answer: 'subjectToOrder', is: 'yes' },
  },
  {
    id: 'accreditation-over',
    level: 'warning',
    at: 'accreditedOn',
    cite: '8 CFR 1292.12(d), 1292.16',
    when: { answer: 'accreditedOn', before: { from: 'today', plus: '-P3Y' } },
  },
  {
    id: 'of-record-is-somebody-else',
    level: 'error',
    at: 'representativeOfRecord',
    cite: 'Part 2, Item 3',
    when: {
      any: [
        { answer: 'representativeOfRecord', sameAs: 'lawStudentName' },
        { answer: 'representativeOfRecord', sameAs: 'clientSignature' },
      ],
    },
  },
  {
    id: 'respondent-before-uscis',
    level: 'warning',
    at: 'clientRole',
    cite: 'Part 3, Item 5',
    when: { all: [{ answer: 'clientRole', is: 'respondent' }, { answer: 'agency', is: 'uscis' }] },
  },
  {
    id: 'client-has-your-name',
    level: 'warning',
    at: 'clientFamilyName',
    cite: '8 CFR 103.2(a)(3), 292.1(a)',
    when: {
      all: [
        { answer: 'clientFamilyName', sameAs: 'familyName' },
        { answer: 'clientGivenName', sameAs: 'givenName' },
      ],
    },
  },
  {
    id: 'client-at-your-office',
    level: 'warning',
    at: 'clientAddress',
    cite: 'Part 3, note at Items 13.a to 13.h',
    when: { answer: 'clientAddress', sameAs: 'businessAddress' },
  },
  {
    id: 'client-account-is-yours',
    level: 'error',
    at: 'clientAccountNumber',
    cite: 'Part 1, Item 1 and Part 3, Item 8',
    when: { answer: 'clientAccountNumber', sameAs: 'onlineAccountNumber' },
  },
  {
    id: 'documents-go-inside-the-us',
    level: 'warning',
    at: 'mailChoices',
    cite: 'Part 4, Item 1.b',
    when: {
      all: [
        { answer: 'mailChoices', includes: 'documents-to-representative' },
        { not: { answer: 'businessAddress', part: 'country', is: 'US' } },
      ],
    },
  },
  {
    id: 'i-94-goes-inside-the-us',
    level: 'warning',
    at: 'mailChoices',
    cite: 'Part 4, Item 1.c',
    when: {
      all: [
        { answer: 'mailChoices', includes: 'i-94-to-client' },
        { not: { answer: 'clientAddress', part: 'country', is: 'US' } },
      ],
    },
  },
  {
    id: 'i-94-comes-anyway',
    level: 'warning',
    at: 'mailChoices',
    cite: 'Part 4, note before Item 1.c',
    when: {
      all: [
        { answer: 'mailChoices', includes: 'i-94-to-client' },
        { not: { answer: 'mailChoices', includes: 'notices-to-representative' } },
      ],
    },
  },
] as const satisfies readonly Rule[]
