import type { Eligibility } from '../../../../../src/filing/definition/definition.ts'

const fullResident = { answer: 'residence', in: ['permanent-resident', 'commuter'] } as const

/** Another form, or none, is what this person needs. */
const ended = {
  any: [
    { answer: 'residence', is: 'none' },
    { answer: 'conditionalEndsSoon', is: 'yes' },
    { answer: 'cardTrouble', is: 'no' },
  ],
} as const

/** The check before the form is started. It never ends in a bare "no": each outcome says what to do instead. */
export const eligibility = {
  questions: [
    { id: 'residence', options: ['permanent-resident', 'commuter', 'conditional-resident', 'none', 'unsure'] },
    {
      id: 'conditionalEndsSoon',
      options: ['no', 'yes', 'unsure'],
      when: { answer: 'residence', is: 'conditional-resident' },
    },
    { id: 'cardTrouble', options: ['yes', 'no', 'unsure'], when: fullResident },
    { id: 'feeHelp', options: ['no', 'yes', 'unsure'], when: { not: ended } },
  ],
  outcomes: [
    { id: 'not-a-resident', outcome: 'no-but', when: { answer: 'residence', is: 'none' } },
    { id: 'remove-conditions', outcome: 'no-but', when: { answer: 'conditionalEndsSoon', is: 'yes' } },
    { id: 'card-is-good', outcome: 'no-but', when: { answer: 'cardTrouble', is: 'no' } },
    {
      id: 'unsure',
      outcome: 'maybe',
      when: {
        any: [
          { answer: 'residence', is: 'unsure' },
          { answer: 'conditionalEndsSoon', is: 'unsure' },
          { answer: 'cardTrouble', is: 'unsure' },
          { answer: 'feeHelp', is: 'unsure' },
        ],
      },
    },
    { id: 'fee-waiver', outcome: 'yes', when: { answer: 'feeHelp', is: 'yes' } },
    { id: 'yes', outcome: 'yes' },
  ],
} as const satisfies Eligibility
