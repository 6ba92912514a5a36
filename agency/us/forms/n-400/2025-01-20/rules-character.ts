import type { Rule } from '../../../../../src/filing/definition/definition.ts'
import { basisIs, no, within, yes } from './bases.ts'
import { hadToRegister } from './part-9-service.ts'

const notRegistered = { all: [no('registered'), hadToRegister] } as const

/** The age from which a failure to register lies outside the years that count (Part 9 of the instructions). */
const pastTheYears = {
  any: [
    { answer: 'dateOfBirth', before: { from: 'today', plus: '-P31Y' } },
    { all: [basisIs('spouse-of-citizen'), { answer: 'dateOfBirth', before: { from: 'today', plus: '-P29Y' } }] },
  ],
} as const

/** A man between 26 and 31 (29 for the spouse of a citizen) who did not register. */
export const owesStatusLetter = {
  all: [
    notRegistered,
    { not: within('dateOfBirth', '-P26Y') },
    { not: pastTheYears },
  ],
} as const

/** What a yes, or a no to the oath, can mean. Nobody is stopped by an honest answer: each warning says what to do. */
export const characterRules = [
  {
    id: 'claimed-citizenship',
    level: 'warning',
    at: 'claimedCitizen',
    cite: 'INA 237(a)(3)(D); 18 U.S.C. 911, 1015',
    when: yes('claimedCitizen'),
  },
  {
    id: 'registered-or-voted',
    level: 'warning',
    at: 'registeredOrVoted',
    cite: 'INA 237(a)(6); 18 U.S.C. 611',
    when: yes('registeredOrVoted'),
  },
  { id: 'overdue-taxes', level: 'warning', at: 'owesTaxes', cite: '8 CFR 316.10', when: yes('owesTaxes') },
  {
    id: 'nonresident-taxes',
    level: 'warning',
    at: 'calledNonresident',
    cite: '8 CFR 316.5(c)(2)',
    when: yes('calledNonresident'),
  },
  { id: 'party-member', level: 'warning', at: 'partyMember', cite: 'INA 313', when: yes('partyMember') },
  {
    id: 'groups-and-violence',
    level: 'warning',
    at: 'groupsExplained',
    cite: 'INA 313, 212(a)(3)(B), 316(a)(3)',
    when: {
      any: [yes('advocated'), yes('groupUsedWeapon'), yes('groupKidnapped'), yes('groupThreatened')],
    },
  },
  {
    id: 'harm-to-others',
    level: 'warning',
    at: 'harmExplained',
    cite: 'INA 101(f)(9)',
    when: { answered: 'harmExplained' },
  },
  {
    id: 'crimes',
    level: 'warning',
    at: 'offenses',
    cite: 'INA 101(f); 8 CFR 316.10(b), (c)',
    when: { answered: 'offenses' },
  },
  {
    id: 'sentence-not-completed',
    level: 'warning',
    at: 'sentenceCompleted',
    cite: '8 CFR 316.10(c)(1)',
    when: { answer: 'sentenceCompleted', is: 'not-completed' },
  },
  {
    id: 'conduct',
    level: 'warning',
    at: 'conductExplained',
    cite: 'INA 101(f); 8 CFR 316.10(b)',
    when: { answered: 'conductExplained' },
  },
  {
    id: 'in-proceedings',
    level: 'warning',
    at: 'inProceedings',
    cite: 'INA 318',
    when: yes('inProceedings'),
  },
  { id: 'removed', level: 'warning', at: 'removed', cite: 'INA 318', when: yes('removed') },
  {
    id: 'register-now',
    level: 'warning',
    at: 'registered',
    cite: '50 U.S.C. 3802; note at Part 9, Item 22.b',
    when: { all: [no('registered'), within('dateOfBirth', '-P26Y')] },
  },
  {
    id: 'status-letter',
    level: 'warning',
    at: 'registered',
    cite: '50 U.S.C. 3811(g); note at Part 9, Item 22.b',
    when: owesStatusLetter,
  },
  {
    id: 'left-to-avoid-draft',
    level: 'warning',
    at: 'leftToAvoidDraft',
    cite: 'INA 314',
    when: yes('leftToAvoidDraft'),
  },
  {
    id: 'sought-exemption',
    level: 'warning',
    at: 'soughtExemption',
    cite: 'INA 315(a)',
    when: yes('soughtExemption'),
  },
  {
    id: 'discharged-as-alien',
    level: 'warning',
    at: 'dischargedAsAlien',
    cite: 'INA 315(a)',
    when: yes('dischargedAsAlien'),
  },
  {
    id: 'court-martialed',
    level: 'warning',
    at: 'courtMartialed',
    cite: 'INA 328(a), 329(a), (c)',
    when: yes('courtMartialed'),
  },
  { id: 'deserted', level: 'warning', at: 'deserted', cite: 'INA 314', when: yes('deserted') },
  { id: 'keeps-titles', level: 'warning', at: 'givesUpTitles', cite: 'INA 337(b)', when: no('givesUpTitles') },
  {
    id: 'constitution-not-supported',
    level: 'warning',
    at: 'supportsConstitution',
    cite: 'INA 316(a)(3)',
    when: no('supportsConstitution'),
  },
  {
    id: 'oath-not-understood',
    level: 'warning',
    at: 'understandsOath',
    cite: '8 CFR 337.1',
    when: { all: [no('understandsOath'), { not: yes('unableToTakeOath') }] },
  },
  {
    id: 'oath-not-taken',
    level: 'warning',
    at: 'willingToTakeOath',
    cite: 'INA 337(a)',
    when: { all: [no('willingToTakeOath'), { not: no('willingToBearArms') }, { not: no('willingToServeUnarmed') }] },
  },
  {
    id: 'oath-without-arms',
    level: 'warning',
    at: 'willingToBearArms',
    cite: 'INA 337(a)(5)(A); 8 CFR 337.1(b)',
    when: { any: [no('willingToBearArms'), no('willingToServeUnarmed')] },
  },
  {
    id: 'oath-without-work',
    level: 'warning',
    at: 'willingToWork',
    cite: 'INA 337(a)(5)(C)',
    when: no('willingToWork'),
  },
] as const satisfies readonly Rule[]
