import type { Condition, Rule } from '../../../../../src/filing/definition/definition.ts'
import { no, threeYears, within, yes } from './bases.ts'

/** No entry of the list begins at or before the start of the years that count. */
const beginsLate = (list: string, from: string): Condition => {
  const reaches = (plus: string): Condition => ({ some: list, where: { not: within(from, plus) } })
  return {
    any: [
      { all: [threeYears, { not: reaches('-P3Y') }] },
      { all: [{ not: threeYears }, { not: reaches('-P5Y') }] },
    ],
  }
}

/** What the answers may not say together, of dates, names and numbers. */
export const formRules = [
  {
    id: 'new-name-is-the-same',
    level: 'error',
    at: 'newFamilyName',
    cite: 'Part 2, Items 1 and 3',
    when: {
      all: [
        yes('nameChangeWanted'),
        { answer: 'newFamilyName', sameAs: 'familyName' },
        { answer: 'newGivenName', sameAs: 'givenName' },
        {
          any: [
            { answer: 'newMiddleName', sameAs: 'middleName' },
            { all: [{ not: { answered: 'newMiddleName' } }, { not: { answered: 'middleName' } }] },
          ],
        },
      ],
    },
  },
  {
    id: 'a-number-is-social-security-number',
    level: 'error',
    at: 'socialSecurityNumber',
    when: { answer: 'socialSecurityNumber', sameAs: 'aNumber' },
  },
  {
    id: 'spouse-has-your-a-number',
    level: 'error',
    at: 'spouseANumber',
    when: { answer: 'spouseANumber', sameAs: 'aNumber' },
  },
  {
    id: 'born-in-the-us',
    level: 'warning',
    at: 'birthCountry',
    cite: 'INA 301(a)',
    when: { answer: 'birthCountry', is: 'US' },
  },
  {
    id: 'resident-before-birth',
    level: 'error',
    at: 'dateBecameResident',
    cite: 'Part 2, Items 6 and 7',
    named: 'date-of-birth-before-admission',
    of: ['dateOfBirth', 'dateBecameResident'],
  },
  {
    id: 'consent-missing',
    level: 'warning',
    at: 'disclosureConsent',
    cite: 'Note at Part 2, Item 12.c',
    when: no('disclosureConsent'),
  },
  {
    id: 'home-before-birth',
    level: 'error',
    at: 'currentAddressSince',
    cite: 'Part 2, Item 6 and Part 4, Item 1',
    named: 'dates-in-order',
    of: ['dateOfBirth', 'currentAddressSince'],
  },
  {
    id: 'moved-out-before-moving-in',
    level: 'error',
    at: 'addressTo',
    cite: 'Part 4, Item 1',
    named: 'dates-in-order',
    of: ['addressFrom', 'addressTo'],
  },
  {
    id: 'addresses-begin-late',
    level: 'warning',
    at: 'earlierAddresses',
    cite: 'Part 4, Item 1',
    when: beginsLate('earlierAddresses', 'addressFrom'),
  },
  {
    id: 'married-before-birth',
    level: 'error',
    at: 'marriedOn',
    cite: 'Part 2, Item 6 and Part 5, Item 4.c',
    named: 'dates-in-order',
    of: ['dateOfBirth', 'marriedOn'],
  },
  {
    id: 'married-before-spouse-was-born',
    level: 'error',
    at: 'marriedOn',
    cite: 'Part 5, Items 4.b and 4.c',
    named: 'dates-in-order',
    of: ['spouseBornOn', 'marriedOn'],
  },
  {
    id: 'spouse-citizen-before-birth',
    level: 'error',
    at: 'spouseCitizenSince',
    cite: 'Part 5, Items 4.b and 5.b',
    named: 'dates-in-order',
    of: ['spouseBornOn', 'spouseCitizenSince'],
  },
  {
    id: 'child-is-grown-up',
    level: 'warning',
    at: 'childBornOn',
    cite: 'Part 6, Item 1',
    when: { not: within('childBornOn', '-P18Y') },
  },
  {
    id: 'ended-before-it-began',
    level: 'error',
    at: 'jobTo',
    cite: 'Part 7, Item 1',
    named: 'dates-in-order',
    of: ['jobFrom', 'jobTo'],
  },
  {
    id: 'work-begins-late',
    level: 'warning',
    at: 'jobs',
    cite: 'Part 7, Item 1',
    when: beginsLate('jobs', 'jobFrom'),
  },
  {
    id: 'back-before-leaving',
    level: 'error',
    at: 'tripBack',
    cite: 'Part 8, Item 1',
    named: 'dates-in-order',
    of: ['tripLeft', 'tripBack'],
  },
  {
    id: 'reduced-fee-on-paper',
    level: 'error',
    at: 'feeChosen',
    cite: '8 CFR 106.2(b)(3); Instructions for Form N-400, edition 01/20/25, Part 10',
    when: { answer: 'feeChosen', is: 'reduced-fee' },
  },
  {
    id: 'signer-not-needed',
    level: 'warning',
    at: 'signerFamilyName',
    cite: 'INA 337(a); 8 CFR 103.2(a)(2); Policy Manual, Volume 12, Part J, Chapter 3',
    when: { all: [{ not: yes('unableToTakeOath') }, { not: yes('testDisability') }] },
  },
  {
    id: 'interpreter-is-applicant',
    level: 'warning',
    at: 'interpreterFamilyName',
    cite: 'Part 12, certification',
    when: {
      all: [
        { answer: 'interpreterFamilyName', sameAs: 'familyName' },
        { answer: 'interpreterGivenName', sameAs: 'givenName' },
      ],
    },
  },
  {
    id: 'preparer-is-applicant',
    level: 'warning',
    at: 'preparerFamilyName',
    cite: 'Part 13, certification',
    when: {
      all: [
        { answer: 'preparerFamilyName', sameAs: 'familyName' },
        { answer: 'preparerGivenName', sameAs: 'givenName' },
      ],
    },
  },
] as const satisfies readonly Rule[]
