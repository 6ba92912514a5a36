import type { Eligibility } from '../../../../../src/filing/definition/definition.ts'

/**
 * The check before the form is started. It never ends in a bare "no". Whether the law protects somebody as a victim is
 * not asked: what is answered here stands in the page's address. The outcomes tell their way to everybody.
 */
export const eligibility = {
  questions: [
    { id: 'who', options: ['not-a-citizen', 'citizen', 'official-visa', 'sponsor', 'unsure'] },
    {
      id: 'moved',
      options: ['within-10-days', 'longer-ago', 'not-yet', 'abroad'],
      when: { answer: 'who', in: ['not-a-citizen', 'unsure'] },
    },
    {
      id: 'pendingCase',
      options: ['no', 'yes', 'unsure'],
      when: { answer: 'moved', in: ['within-10-days', 'longer-ago'] },
    },
  ],
  outcomes: [
    { id: 'citizen', outcome: 'no-but', when: { answer: 'who', is: 'citizen' } },
    { id: 'official-visa', outcome: 'no-but', when: { answer: 'who', is: 'official-visa' } },
    { id: 'sponsor', outcome: 'no-but', when: { answer: 'who', is: 'sponsor' } },
    { id: 'not-moved-yet', outcome: 'no-but', when: { answer: 'moved', is: 'not-yet' } },
    { id: 'moved-abroad', outcome: 'no-but', when: { answer: 'moved', is: 'abroad' } },
    {
      id: 'change-in-account',
      outcome: 'no-but',
      when: { answer: 'pendingCase', is: 'yes' },
      leads: 'change-of-address',
    },
    {
      id: 'unsure',
      outcome: 'maybe',
      when: {
        any: [
          { answer: 'who', is: 'unsure' },
          { answer: 'pendingCase', is: 'unsure' },
        ],
      },
      leads: 'change-of-address',
    },
    { id: 'late', outcome: 'yes', when: { answer: 'moved', is: 'longer-ago' } },
    { id: 'yes', outcome: 'yes' },
  ],
} as const satisfies Eligibility
