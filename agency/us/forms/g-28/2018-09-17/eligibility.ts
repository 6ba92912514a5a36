import type { Eligibility } from '../../../../../src/filing/definition/definition.ts'

const mayAppear = { answer: 'you', in: ['attorney', 'accredited', 'student', 'unsure'] } as const

/** The check before the notice is started. It never ends in a bare "no": each outcome says what fits instead. */
export const eligibility = {
  questions: [
    {
      id: 'you',
      options: ['attorney', 'accredited', 'student', 'foreign-attorney', 'client', 'helper', 'unsure'],
    },
    { id: 'before', options: ['dhs', 'court', 'unsure'], when: mayAppear },
  ],
  outcomes: [
    { id: 'client', outcome: 'no-but', when: { answer: 'you', is: 'client' } },
    { id: 'helper', outcome: 'no-but', when: { answer: 'you', is: 'helper' } },
    { id: 'foreign-attorney', outcome: 'no-but', when: { answer: 'you', is: 'foreign-attorney' } },
    { id: 'court', outcome: 'no-but', when: { answer: 'before', is: 'court' } },
    {
      id: 'unsure',
      outcome: 'maybe',
      when: { any: [{ answer: 'you', is: 'unsure' }, { answer: 'before', is: 'unsure' }] },
    },
    { id: 'yes', outcome: 'yes' },
  ],
} as const satisfies Eligibility
