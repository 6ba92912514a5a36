import type { Scenario } from '../../../../../src/filing/definition/definition.ts'
import { admittedForDuration, commonAnswers, fromCountry, without } from './scenario-people.ts'

const support = { 'arrival-record': 'i-94.pdf', 'support-proof': 'bank.pdf' } as const

/** Described people with the rarer statuses and answers. */
export const rareScenarios: readonly Scenario[] = [
  {
    name: 'victim of a crime who needs more time, late',
    answers: {
      ...commonAnswers,
      currentStatus: 'u',
      statusExpires: '2026-10-31',
      lateReason: 'I was in hospital from October 20 to November 18, 2026.',
      stayUntil: '2027-10-31',
      givenName: 'Rosa',
      ...fromCountry('GT', 'A0000039', '1985-05-05'),
      arrested: 'yes',
      arrestExplanation: 'Arrested in Dayton on 2025-01-05 after a mistake. The case was dismissed.',
      armedGroup: 'yes',
      armedExplanation: 'I was a cook for the army of Guatemala from 2004 to 2005.',
      torture: 'yes',
      harmExplanation: 'I was made to watch prisoners being hurt, and reported it.',
      immigrantPetition: 'yes',
      plansExplanation: 'My sister filed Form I-130 for me in 2024.',
    },
    files: {
      ...support,
      'victim-extension': 'letter-from-police.pdf',
      'late-proof': 'hospital.pdf',
      'court-records': 'dismissal.pdf',
    },
  },
  {
    name: 'child who asks for V status, for whom a parent signs',
    answers: {
      ...commonAnswers,
      requestType: 'change',
      currentStatus: 'other',
      currentStatusOther: 'Paroled',
      newStatus: 'v',
      changeFrom: '2026-12-15',
      inRemoval: 'yes',
      statusExplanation: 'Immigration court in Cleveland, since 2026, the next hearing is in 2027.',
      givenName: 'Noel',
      ...fromCountry('PH', 'P0000040', '2015-12-24'),
      whoSigns: 'parent',
      signerFamilyName: 'Example',
      signerGivenName: 'Grace',
    },
    files: { ...support, 'relative-petition': 'i-797.pdf', 'medical-exam': 'i-693.pdf', 'signer-papers': 'birth.pdf' },
  },
  {
    name: 'household employee of a diplomat',
    answers: {
      ...admittedForDuration(commonAnswers),
      currentStatus: 'a-3',
      givenName: 'Wanjiru',
      ...fromCountry('KE', 'AK000041', '1988-08-08'),
    },
    files: { ...support, 'diplomatic-request': 'i-566.pdf', 'household-contract': 'contract.pdf' },
  },
  {
    name: 'vocational student who needs more time',
    answers: {
      ...commonAnswers,
      currentStatus: 'm-1',
      schoolName: 'Example Flight School',
      sevisNumber: 'N0000000042',
      givenName: 'Jonas',
      ...fromCountry('DE', 'C0000042', '2001-02-03'),
    },
    files: { ...support, 'school-form': 'i-20.pdf', 'longer-study-reason': 'letter-from-school.pdf' },
  },
  {
    name: 'visitor who becomes an exchange visitor',
    answers: {
      ...without(commonAnswers, 'stayUntil'),
      requestType: 'change',
      currentStatus: 'b-2',
      newStatus: 'j-1',
      changeFrom: '2027-01-10',
      programEnds: '2027-12-31',
      schoolName: 'Example Research Institute',
      sevisNumber: 'N0000000043',
      givenName: 'Ines',
      ...fromCountry('PT', 'CA000043', '1996-11-11'),
    },
    files: { ...support, 'exchange-form': 'ds-2019.pdf' },
  },
  {
    name: 'reporter who asks for media status',
    answers: {
      ...without(commonAnswers, 'stayUntil'),
      requestType: 'change',
      currentStatus: 'b-1',
      newStatus: 'i',
      changeFrom: '2026-12-20',
      givenName: 'Emil',
      ...fromCountry('SE', 'AA000044', '1980-04-04'),
    },
    files: { ...support, 'media-letter': 'letter-from-employer.pdf' },
  },
  {
    name: 'asks for a status that is not on the list',
    answers: {
      ...commonAnswers,
      requestType: 'change',
      currentStatus: 'b-2',
      newStatus: 'other',
      newStatusOther: 'Q-3',
      changeFrom: '2026-12-20',
      givenName: 'Niamh',
      ...fromCountry('IE', 'LT000045', '1999-09-09'),
    },
    files: support,
  },
]
