import type { Rule } from '../../../../../src/filing/definition/definition.ts'
import { isConditional, isLateFor14, reasonIs, registersAt14 } from './reasons.ts'

const instructions = 'Instructions for Form I-90, edition 01/20/25'

/** What the answers may not say together. An error blocks, a warning explains. */
export const rules = [
  {
    id: 'conditional-status-ends-soon',
    level: 'error',
    at: 'conditionalStatusEndsSoon',
    cite: '8 CFR 216.4(a)(1); note before Part 2, Item 1',
    when: { answer: 'conditionalStatusEndsSoon', is: 'yes' },
  },
  {
    id: 'conditional-status-over-two-years',
    level: 'warning',
    at: 'dateOfAdmission',
    cite: 'INA 216(a)(1), (g)',
    when: { all: [isConditional, { answer: 'dateOfAdmission', before: { from: 'today', plus: '-P2Y' } }] },
  },
  {
    id: 'already-commuter',
    level: 'warning',
    at: 'reason',
    cite: '8 CFR 211.5',
    when: {
      all: [
        { answer: 'status', is: 'commuter' },
        { answer: 'reason', is: 'starting-to-commute' },
      ],
    },
  },
  {
    id: 'not-yet-commuter',
    level: 'warning',
    at: 'reason',
    cite: '8 CFR 211.5',
    when: {
      all: [
        { answer: 'status', is: 'permanent-resident' },
        { answer: 'reason', is: 'moving-to-the-us' },
      ],
    },
  },
  {
    id: 'names-are-the-same',
    level: 'error',
    at: 'cardFamilyName',
    cite: 'Part 1, Items 4 and 5',
    when: {
      all: [
        { answer: 'nameChanged', is: 'yes' },
        { answer: 'cardFamilyName', sameAs: 'familyName' },
        { answer: 'cardGivenName', sameAs: 'givenName' },
        {
          any: [
            { answer: 'cardMiddleName', sameAs: 'middleName' },
            { all: [{ not: { answered: 'cardMiddleName' } }, { not: { answered: 'middleName' } }] },
          ],
        },
      ],
    },
  },
  {
    id: 'name-changed-other-reason',
    level: 'warning',
    at: 'nameChanged',
    cite: instructions,
    when: {
      all: [
        { answer: 'nameChanged', is: 'yes' },
        reasonIs('agency-error'),
      ],
    },
  },
  {
    id: 'received-a-card-after-all',
    level: 'warning',
    at: 'nameChanged',
    cite: 'Part 1, Item 4 and Part 2, Items 2.b and 3.b',
    when: {
      all: [
        { answer: 'nameChanged', is: 'never-received' },
        { not: reasonIs('never-received') },
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
    id: 'card-is-mailed-inside-the-us',
    level: 'warning',
    at: 'mailingAddress',
    cite: instructions,
    when: {
      all: [
        { answered: 'mailingAddress' },
        { not: { answer: 'mailingAddress', part: 'country', is: 'US' } },
      ],
    },
  },
  {
    id: 'home-abroad',
    level: 'warning',
    at: 'homeAddress',
    cite: '8 CFR 211.1(a)(2), 211.5',
    when: {
      all: [
        { answered: 'homeAddress' },
        { not: { answer: 'homeAddress', part: 'country', is: 'US' } },
        { not: { answer: 'status', is: 'commuter' } },
        { not: { answer: 'reason', in: ['starting-to-commute', 'moving-to-the-us'] } },
      ],
    },
  },
  {
    id: 'home-still-abroad',
    level: 'warning',
    at: 'homeAddress',
    cite: instructions,
    when: {
      all: [
        { answer: 'reason', is: 'moving-to-the-us' },
        { answered: 'homeAddress' },
        { not: { answer: 'homeAddress', part: 'country', is: 'US' } },
      ],
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
    id: 'not-yet-14',
    level: 'error',
    at: 'dateOfBirth',
    cite: '8 CFR 264.1(g); note before Part 2, Item 2',
    when: { all: [registersAt14, { answer: 'dateOfBirth', after: { from: 'today', plus: '-P14Y' } }] },
  },
  {
    id: 'over-16',
    level: 'error',
    at: 'dateOfBirth',
    cite: '8 CFR 264.1(g); note before Part 2, Item 2',
    when: { all: [registersAt14, { answer: 'dateOfBirth', before: { from: 'today', plus: '-P16Y' } }] },
  },
  {
    id: 'late-for-14',
    level: 'warning',
    at: 'dateOfBirth',
    cite: '8 CFR 264.1(g); note before Part 2, Item 2',
    when: {
      all: [
        registersAt14,
        isLateFor14,
        { not: { answer: 'dateOfBirth', before: { from: 'today', plus: '-P16Y' } } },
      ],
    },
  },
  {
    id: 'admitted-before-birth',
    level: 'error',
    at: 'dateOfAdmission',
    cite: 'Part 1, Items 9 and 15',
    named: 'date-of-birth-before-admission',
    of: ['dateOfBirth', 'dateOfAdmission'],
  },
  {
    id: 'status-abandoned',
    level: 'warning',
    at: 'abandonedStatus',
    cite: '8 CFR 264.5(b); Part 3, Item 5',
    when: { answer: 'abandonedStatus', is: 'yes' },
  },
  {
    id: 'removal-proceedings',
    level: 'warning',
    at: 'removalProceedings',
    cite: '8 CFR 264.5(b); Part 3, Item 4',
    when: { answer: 'removalProceedings', is: 'yes' },
  },
  {
    id: 'interpreter-is-applicant',
    level: 'warning',
    at: 'interpreterFamilyName',
    cite: 'Part 6, certification',
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
    cite: 'Part 7, certification',
    when: {
      all: [
        { answer: 'preparerFamilyName', sameAs: 'familyName' },
        { answer: 'preparerGivenName', sameAs: 'givenName' },
      ],
    },
  },
] as const satisfies readonly Rule[]
