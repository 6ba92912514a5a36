import type { Eligibility } from '../../../../../src/filing/definition/definition.ts'

const mayBeCitizen = { answer: 'parent', is: 'yes' } as const
const resident = { answer: 'status', is: 'resident' } as const
const adult = { answer: 'age', in: ['yes', 'unsure'] } as const
/** Nothing said so far stands in the way. */
const goesOn = {
  any: [
    { all: [resident, adult, { not: { answer: 'years', in: ['less', 'married-soon'] } }] },
    { answer: 'status', is: 'military' },
  ],
} as const

/** The check before the form is started. It never ends in a bare "no": each outcome says what to do instead. */
export const eligibility = {
  questions: [
    { id: 'parent', options: ['no', 'yes', 'unsure'] },
    { id: 'status', options: ['resident', 'military', 'none', 'unsure'], when: { not: mayBeCitizen } },
    { id: 'age', options: ['yes', 'no', 'unsure'], when: { all: [{ not: mayBeCitizen }, resident] } },
    {
      id: 'years',
      options: ['five', 'three-married', 'married-soon', 'less', 'unsure'],
      when: { all: [{ not: mayBeCitizen }, resident, adult] },
    },
    {
      id: 'away',
      options: ['no', 'yes', 'unsure'],
      when: { all: [{ not: mayBeCitizen }, resident, goesOn] },
    },
    { id: 'trouble', options: ['no', 'yes', 'unsure'], when: { all: [{ not: mayBeCitizen }, goesOn] } },
    { id: 'feeHelp', options: ['no', 'lower', 'none', 'unsure'], when: { all: [{ not: mayBeCitizen }, resident, goesOn] } },
  ],
  outcomes: [
    { id: 'maybe-a-citizen', outcome: 'no-but', when: mayBeCitizen },
    { id: 'not-a-resident', outcome: 'no-but', when: { answer: 'status', is: 'none' } },
    { id: 'under-18', outcome: 'no-but', when: { answer: 'age', is: 'no' } },
    { id: 'too-early', outcome: 'no-but', when: { answer: 'years', in: ['less', 'married-soon'] } },
    { id: 'reduced-fee-on-paper', outcome: 'no-but', when: { answer: 'feeHelp', is: 'lower' } },
    { id: 'talk-first', outcome: 'maybe', when: { answer: 'trouble', in: ['yes', 'unsure'] } },
    { id: 'long-away', outcome: 'maybe', when: { answer: 'away', in: ['yes', 'unsure'] } },
    {
      id: 'unsure',
      outcome: 'maybe',
      when: {
        any: [
          { answer: 'parent', is: 'unsure' },
          { answer: 'status', is: 'unsure' },
          { answer: 'age', is: 'unsure' },
          { answer: 'years', is: 'unsure' },
          { answer: 'feeHelp', is: 'unsure' },
        ],
      },
    },
    { id: 'military', outcome: 'yes', when: { answer: 'status', is: 'military' } },
    { id: 'fee-waiver', outcome: 'yes', when: { answer: 'feeHelp', is: 'none' } },
    { id: 'yes', outcome: 'yes' },
  ],
} as const satisfies Eligibility
