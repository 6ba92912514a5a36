import type { Scenario } from '../../../../../src/filing/definition/definition.ts'
import { arrived, bornIn, commonAnswers, firstFiles, livesAt, passportOf, renewalFiles } from './scenario-people.ts'

/** Described people who owe the amounts of the statute that nobody else here does. */
export const statuteScenarios: readonly Scenario[] = [
  {
    name: 'asylum seeker who renews',
    answers: {
      ...commonAnswers,
      reason: 'renewal',
      categoryGroup: 'asylum-or-refugee',
      asylumCategory: 'c-8',
      arrestedAsylum: 'no',
      givenName: 'Nadia',
      ...livesAt('110 Example Street', 'Denver', 'CO', '80202'),
      aNumber: '099990061',
      sex: 'female',
      filedBefore: 'yes',
      ...bornIn('HT', 'Jacmel', '1988-12-01'),
      ...arrived('2023-02', 'Near El Paso, Texas', 'No status'),
      currentStatus: 'Pending asylum application',
    },
    files: { ...renewalFiles, 'asylum-application': 'hearing-notice.pdf' },
  },
  {
    name: 'parolee who renews',
    answers: {
      ...commonAnswers,
      reason: 'renewal',
      categoryGroup: 'parole-or-deferred-action',
      paroleCategory: 'c-11',
      givenName: 'Ihor',
      ...livesAt('120 Example Street', 'Cleveland', 'OH', '44113'),
      aNumber: '099990062',
      sex: 'male',
      filedBefore: 'yes',
      ...bornIn('UA', 'Lutsk', '1979-06-30'),
      ...passportOf('UA', 'FE000062'),
      ...arrived('2024-10-12', 'Chicago, Illinois', 'Parolee'),
      currentStatus: 'Parolee',
    },
    files: { ...renewalFiles, 'arrival-record': 'i-94.pdf', 'parole-record': 'i-94.pdf' },
  },
  {
    name: 'first permit with a pending request for temporary protected status',
    answers: {
      ...commonAnswers,
      categoryGroup: 'protected-status',
      protectedCategory: 'c-19',
      givenName: 'Abebe',
      ...livesAt('130 Example Street', 'Seattle', 'WA', '98104'),
      aNumber: '099990063',
      sex: 'male',
      ...bornIn('ET', 'Gondar', '2000-01-07'),
      ...passportOf('ET', 'EP000063'),
      ...arrived('2022-08-20', 'Washington, District of Columbia', 'F-1 student'),
      currentStatus: 'Pending request for Temporary Protected Status',
    },
    files: { ...firstFiles, 'protected-status-papers': 'receipt-notice.pdf' },
  },
]
