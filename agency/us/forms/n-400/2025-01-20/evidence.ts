import type { EvidenceRule } from '../../../../../src/filing/definition/definition.ts'
import { anyYes, basisIs, isResident, marriedNow, military, no, spouseAsked, throughSpouse, yes } from './bases.ts'
import { owesStatusLetter } from './rules-character.ts'

const instructions = 'Instructions for Form N-400, edition 01/20/25'

const wasMarriedBefore = {
  any: [
    { answer: 'timesMarried', moreThan: 1 },
    { answer: 'maritalStatus', in: ['divorced', 'widowed', 'annulled'] },
  ],
} as const

const longTrip = {
  some: 'trips',
  where: { answer: 'tripBack', after: { answer: 'tripLeft', plus: 'P6M' } },
} as const

/**
 * Documents asked for, by the answers. Required is only what proves the basis itself: much else may be brought to the
 * interview, and nobody is kept from filing by a paper that an office has lost.
 */
export const evidence = [
  { id: 'resident-card', required: true, filesMax: 4, cite: instructions, when: isResident },
  {
    id: 'spouse-citizenship',
    required: true,
    filesMax: 4,
    cite: `8 CFR 319.1(a)(2), 319.2(a)(1); ${instructions}`,
    when: spouseAsked,
  },
  { id: 'marriage-certificate', required: true, filesMax: 4, cite: instructions, when: spouseAsked },
  {
    id: 'current-marriage',
    required: false,
    filesMax: 4,
    cite: 'Note at Part 5, Item 3',
    when: { all: [marriedNow, { not: throughSpouse }] },
  },
  {
    id: 'own-marriages-ended',
    required: true,
    filesMax: 10,
    cite: 'Note at Part 5, Item 3',
    when: { all: [spouseAsked, wasMarriedBefore] },
  },
  {
    id: 'earlier-marriages-ended',
    required: false,
    filesMax: 10,
    cite: 'Note at Part 5, Item 3',
    when: { all: [{ not: spouseAsked }, wasMarriedBefore] },
  },
  {
    id: 'spouse-marriages-ended',
    required: true,
    filesMax: 10,
    cite: 'Note at Part 5, Item 7',
    when: { answer: 'spouseTimesMarried', moreThan: 1 },
  },
  {
    id: 'life-together',
    required: false,
    filesMax: 12,
    cite: `8 CFR 319.1(b); ${instructions}`,
    when: { all: [spouseAsked, basisIs('spouse-of-citizen')] },
  },
  {
    id: 'qualified-employment',
    required: true,
    filesMax: 8,
    cite: `INA 319(b); 8 CFR 319.2; ${instructions}`,
    when: { all: [spouseAsked, basisIs('spouse-working-abroad')] },
  },
  {
    id: 'protected-status',
    required: false,
    filesMax: 8,
    cite: `INA 319(a); ${instructions}`,
    when: basisIs('vawa'),
  },
  {
    id: 'service-certified',
    required: true,
    filesMax: 4,
    cite: `INA 328(b)(3), 329(b)(3); ${instructions}`,
    when: { all: [military, yes('currentMember')] },
  },
  {
    id: 'discharge-papers',
    required: true,
    filesMax: 6,
    cite: `INA 328(b)(3), 329(b)(3); ${instructions}`,
    when: { all: [military, no('currentMember')] },
  },
  {
    id: 'photographs',
    required: false,
    filesMax: 2,
    cite: instructions,
    when: { all: [{ answered: 'currentAddress' }, { not: { answer: 'currentAddress', part: 'country', is: 'US' } }] },
  },
  { id: 'name-papers', required: false, filesMax: 6, cite: instructions, when: { answered: 'otherNames' } },
  {
    id: 'medical-certification',
    required: false,
    filesMax: 6,
    cite: '8 CFR 312.1(b)(3), 312.2(b); note at Part 2, Item 11',
    when: anyYes('testDisability', 'unableToTakeOath'),
  },
  {
    id: 'authority-to-sign',
    required: true,
    filesMax: 6,
    cite: `8 CFR 103.2(a)(2); Policy Manual, Volume 12, Part J, Chapter 3; ${instructions}`,
    when: { answer: 'signedBy', in: ['legal-guardian', 'surrogate', 'designated-representative'] },
  },
  {
    id: 'home-kept',
    required: false,
    filesMax: 10,
    cite: `8 CFR 316.5(c)(1)(i); note at Part 8; ${instructions}`,
    when: longTrip,
  },
  {
    id: 'tax-arrangement',
    required: false,
    filesMax: 8,
    cite: instructions,
    when: anyYes('owesTaxes', 'calledNonresident'),
  },
  {
    id: 'support-papers',
    required: false,
    filesMax: 8,
    cite: instructions,
    when: {
      any: [
        yes('supportUnpaid'),
        { some: 'children', where: { answer: 'childLives', is: 'elsewhere' } },
      ],
    },
  },
  { id: 'court-records', required: false, filesMax: 20, cite: instructions, when: { answered: 'offenses' } },
  {
    id: 'immigration-court-papers',
    required: false,
    filesMax: 10,
    when: anyYes('inProceedings', 'removed'),
  },
  { id: 'selective-service-letter', required: false, filesMax: 4, cite: instructions, when: owesStatusLetter },
  {
    id: 'belief-statement',
    required: false,
    filesMax: 6,
    cite: 'INA 337(a); 8 CFR 337.1(b)',
    when: { any: [no('willingToBearArms'), no('willingToServeUnarmed')] },
  },
  { id: 'other-document', required: false, filesMax: 10 },
] as const satisfies readonly EvidenceRule[]

