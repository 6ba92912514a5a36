import type { Eligibility } from '../../../../../src/filing/definition/definition.ts'

/** This form is not, or not yet, what the person needs. */
const ended = {
  any: [
    { answer: 'inUnitedStates', is: 'no' },
    { answer: 'basis', in: ['citizen', 'permanent-resident', 'one-employer', 'none'] },
    { answer: 'asylumWaited', is: 'no' },
  ],
} as const

/** The check before the form is started. It never ends in a bare "no": each outcome says what to do instead. */
export const eligibility = {
  questions: [
    { id: 'inUnitedStates', options: ['yes', 'no'] },
    {
      id: 'basis',
      options: [
        'asylum-pending',
        'status-or-application',
        'one-employer',
        'permanent-resident',
        'citizen',
        'none',
        'unsure',
      ],
      when: { answer: 'inUnitedStates', is: 'yes' },
    },
    { id: 'asylumWaited', options: ['yes', 'no', 'unsure'], when: { answer: 'basis', is: 'asylum-pending' } },
    { id: 'agencyError', options: ['no', 'yes', 'unsure'], when: { not: ended } },
    { id: 'feeHelp', options: ['no', 'yes', 'unsure'], when: { not: { any: [ended, { answer: 'agencyError', is: 'yes' }] } } },
  ],
  outcomes: [
    { id: 'not-in-the-us', outcome: 'no-but', when: { answer: 'inUnitedStates', is: 'no' } },
    { id: 'citizen', outcome: 'no-but', when: { answer: 'basis', is: 'citizen' } },
    { id: 'resident', outcome: 'no-but', when: { answer: 'basis', is: 'permanent-resident' } },
    { id: 'one-employer', outcome: 'no-but', when: { answer: 'basis', is: 'one-employer' } },
    { id: 'no-basis', outcome: 'no-but', when: { answer: 'basis', is: 'none' } },
    { id: 'asylum-too-early', outcome: 'no-but', when: { answer: 'asylumWaited', is: 'no' } },
    { id: 'agency-error', outcome: 'no-but', when: { answer: 'agencyError', is: 'yes' } },
    {
      id: 'unsure',
      outcome: 'maybe',
      when: {
        any: [
          { answer: 'basis', is: 'unsure' },
          { answer: 'asylumWaited', is: 'unsure' },
          { answer: 'agencyError', is: 'unsure' },
          { answer: 'feeHelp', is: 'unsure' },
        ],
      },
    },
    { id: 'fee-waiver', outcome: 'yes', when: { answer: 'feeHelp', is: 'yes' } },
    { id: 'yes', outcome: 'yes' },
  ],
} as const satisfies Eligibility
