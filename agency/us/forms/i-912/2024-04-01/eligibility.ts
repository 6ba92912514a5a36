import type { Eligibility } from '../../../../../src/filing/definition/definition.ts'

/** This form does not, or not any more, help the person. */
const ended = {
  any: [
    { answer: 'otherForm', in: ['sent', 'no-fee', 'not-waivable'] },
    { answer: 'deadline', is: 'yes' },
  ],
} as const

/** The check before the form is started. It never ends in a bare "no": each outcome says what to do instead. */
export const eligibility = {
  questions: [
    { id: 'otherForm', options: ['not-sent', 'sent', 'no-fee', 'not-waivable', 'unsure'] },
    {
      id: 'deadline',
      options: ['no', 'yes', 'unsure'],
      when: { not: { answer: 'otherForm', in: ['sent', 'no-fee', 'not-waivable'] } },
    },
    { id: 'reason', options: ['benefit', 'income', 'hardship', 'none', 'unsure'], when: { not: ended } },
  ],
  outcomes: [
    { id: 'already-sent', outcome: 'no-but', when: { answer: 'otherForm', is: 'sent' } },
    { id: 'no-fee', outcome: 'no-but', when: { answer: 'otherForm', is: 'no-fee' } },
    { id: 'not-waivable', outcome: 'no-but', when: { answer: 'otherForm', is: 'not-waivable' } },
    { id: 'deadline', outcome: 'no-but', when: { answer: 'deadline', is: 'yes' } },
    { id: 'no-reason', outcome: 'no-but', when: { answer: 'reason', is: 'none' } },
    {
      id: 'unsure',
      outcome: 'maybe',
      when: {
        any: [
          { answer: 'otherForm', is: 'unsure' },
          { answer: 'deadline', is: 'unsure' },
          { answer: 'reason', is: 'unsure' },
        ],
      },
    },
    { id: 'yes', outcome: 'yes' },
  ],
} as const satisfies Eligibility
