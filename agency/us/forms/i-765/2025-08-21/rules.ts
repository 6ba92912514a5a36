import type { Rule } from '../../../../../src/filing/definition/definition.ts'
import { categoryIs, groupIs, isFirst, isRenewal, isReplacement } from './categories.ts'

const instructions = 'Instructions for Form I-765, edition 08/21/25'

/** What the answers may not say together. An error blocks, a warning explains. */
export const rules: readonly Rule[] = [
  {
    id: 'agency-error-needs-no-form',
    level: 'warning',
    at: 'replacementCause',
    cite: 'Note at Part 1, Item 1.b',
    when: { answer: 'replacementCause', is: 'agency-error' },
  },
  {
    id: 'childhood-arrivals-first-request',
    level: 'warning',
    at: 'paroleCategory',
    cite: '8 CFR 236.22 and 236.23; Texas v. United States (5th Cir. 2025)',
    when: { all: [isFirst, categoryIs('c-33')] },
  },
  {
    id: 'asylum-wait',
    level: 'warning',
    at: 'asylumCategory',
    cite: '8 CFR 208.7(a)(1)',
    when: { all: [isFirst, categoryIs('c-8')] },
  },
  {
    id: 'asylum-arrests',
    level: 'warning',
    at: 'arrestedAsylum',
    cite: '8 CFR 208.7(a)(1); Part 2, Item 30',
    when: { answer: 'arrestedAsylum', is: 'yes' },
  },
  {
    id: 'compelling-arrests',
    level: 'warning',
    at: 'arrestedCompelling',
    cite: '8 CFR 204.5(p)(5); Part 2, Item 31.b',
    when: { answer: 'arrestedCompelling', is: 'yes' },
  },
  {
    id: 'never-filed-before',
    level: 'warning',
    at: 'filedBefore',
    cite: 'Part 1, Items 1.b and 1.c, and Part 2, Item 12',
    when: { all: [{ answer: 'filedBefore', is: 'no' }, { any: [isRenewal, isReplacement] }] },
  },
  {
    id: 'spouse-not-married',
    level: 'warning',
    at: 'maritalStatus',
    cite: '8 CFR 214.2(h)(9)(iv); INA 106',
    when: {
      all: [
        categoryIs('c-26', 'a-17', 'a-18'),
        { answer: 'maritalStatus', in: ['single', 'divorced', 'widowed'] },
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
    id: 'no-a-number',
    level: 'warning',
    at: 'aNumber',
    cite: 'Part 2, Item 8',
    when: {
      all: [{ not: { answered: 'aNumber' } }, { any: [isRenewal, categoryIs('c-8', 'c-9', 'c-10', 'a-5', 'a-3', 'a-10')] }],
    },
  },
  {
    id: 'born-in-the-us',
    level: 'warning',
    at: 'birthCountry',
    cite: 'INA 301(a)',
    when: { answer: 'birthCountry', is: 'US' },
  },
  {
    id: 'citizen-of-the-us',
    level: 'warning',
    at: 'citizenship',
    cite: '8 U.S.C. 1324a(h)(3)',
    when: { answer: 'citizenship', is: 'US' },
  },
  {
    id: 'same-citizenship-twice',
    level: 'error',
    at: 'otherCitizenship',
    cite: 'Part 2, Item 14',
    when: { answer: 'otherCitizenship', sameAs: 'citizenship' },
  },
  {
    id: 'document-has-expired',
    level: 'warning',
    at: 'documentExpires',
    cite: 'Part 2, Item 21',
    when: { answer: 'documentExpires', before: 'today' },
  },
  {
    id: 'arrived-before-birth',
    level: 'error',
    at: 'lastArrivalDate',
    cite: 'Part 2, Items 16 and 22',
    named: 'dates-in-order',
    of: ['dateOfBirth', 'lastArrivalDate'],
  },
  {
    id: 'no-arrival',
    level: 'warning',
    at: 'lastArrivalDate',
    cite: 'Part 2, Items 22 to 24',
    when: { not: { answered: 'lastArrivalDate' } },
  },
  {
    id: 'student-without-sevis-number',
    level: 'warning',
    at: 'sevisNumber',
    cite: `Part 2, Item 26; ${instructions}`,
    when: { all: [groupIs('student-or-exchange'), { not: { answered: 'sevisNumber' } }] },
  },
  {
    id: 'parent-signs-for-grown-child',
    level: 'warning',
    at: 'whoSigns',
    cite: '8 CFR 103.2(a)(2)',
    when: {
      all: [
        { answer: 'whoSigns', is: 'parent' },
        { answer: 'dateOfBirth', before: { from: 'today', plus: '-P14Y' } },
      ],
    },
  },
  {
    id: 'signer-is-applicant',
    level: 'warning',
    at: 'signerFamilyName',
    cite: '8 CFR 103.2(a)(2)',
    when: {
      all: [
        { answer: 'signerFamilyName', sameAs: 'familyName' },
        { answer: 'signerGivenName', sameAs: 'givenName' },
      ],
    },
  },
  {
    id: 'interpreter-is-applicant',
    level: 'warning',
    at: 'interpreterFamilyName',
    cite: 'Part 4, certification',
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
    cite: 'Part 5, certification',
    when: {
      all: [
        { answer: 'preparerFamilyName', sameAs: 'familyName' },
        { answer: 'preparerGivenName', sameAs: 'givenName' },
      ],
    },
  },
]
