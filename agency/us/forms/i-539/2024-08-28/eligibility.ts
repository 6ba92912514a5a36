import type { Eligibility } from '../../../../../src/filing/definition/definition.ts'

const staysOrChanges = { answer: 'wish', in: ['stay-longer', 'change', 'unsure'] } as const
const studentStays = { all: [{ answer: 'wish', is: 'stay-longer' }, { answer: 'cameAs', is: 'student-or-exchange' }] } as const
const workerStays = { all: [{ answer: 'wish', is: 'stay-longer' }, { answer: 'cameAs', is: 'worker' }] } as const
const ended = { any: [{ answer: 'cameAs', in: ['visa-waiver', 'crew-transit-fiance'] }, workerStays, studentStays] } as const

/** The check before the form is started. It never ends in a bare "no": each outcome says what to do instead. */
export const eligibility = {
  questions: [
    { id: 'inUnitedStates', options: ['yes', 'no'] },
    {
      id: 'wish',
      options: ['stay-longer', 'change', 'student-again', 'work', 'residence', 'unsure'],
      when: { answer: 'inUnitedStates', is: 'yes' },
    },
    {
      id: 'cameAs',
      options: [
        'visitor',
        'student-or-exchange',
        'vocational-student',
        'family',
        'worker',
        'official',
        'visa-waiver',
        'crew-transit-fiance',
        'other',
        'unsure',
      ],
      when: staysOrChanges,
    },
    { id: 'stayIsOpen', options: ['yes', 'no', 'unsure'], when: { all: [staysOrChanges, { not: ended }] } },
  ],
  outcomes: [
    { id: 'not-in-the-us', outcome: 'no-but', when: { answer: 'inUnitedStates', is: 'no' } },
    { id: 'work', outcome: 'no-but', when: { answer: 'wish', is: 'work' } },
    { id: 'residence', outcome: 'no-but', when: { answer: 'wish', is: 'residence' } },
    { id: 'visa-waiver', outcome: 'no-but', when: { answer: 'cameAs', is: 'visa-waiver' } },
    { id: 'crew-transit-fiance', outcome: 'no-but', when: { answer: 'cameAs', is: 'crew-transit-fiance' } },
    { id: 'worker-stays', outcome: 'no-but', when: workerStays },
    { id: 'student-stays', outcome: 'no-but', when: studentStays },
    { id: 'late', outcome: 'maybe', when: { answer: 'stayIsOpen', is: 'no' } },
    { id: 'official', outcome: 'maybe', when: { answer: 'cameAs', is: 'official' } },
    { id: 'student-again', outcome: 'maybe', when: { answer: 'wish', is: 'student-again' } },
    {
      id: 'unsure',
      outcome: 'maybe',
      when: {
        any: [
          { answer: 'wish', is: 'unsure' },
          { answer: 'cameAs', in: ['unsure', 'other'] },
          { answer: 'stayIsOpen', is: 'unsure' },
        ],
      },
    },
    { id: 'yes', outcome: 'yes' },
  ],
} as const satisfies Eligibility
