import type { Eligibility } from '../../../../../src/filing/definition/definition.ts'

const mayGoOn = { answer: 'you', in: ['citizen', 'resident', 'unsure'] } as const
const parentOrSibling = { answer: 'relative', in: ['parent', 'sibling'] } as const
const residentForParentOrSibling = { all: [{ answer: 'you', is: 'resident' }, parentOrSibling] } as const

/** The check before the petition is started. It never ends in a bare "no": each outcome says what fits instead. */
export const eligibility = {
  questions: [
    { id: 'you', options: ['citizen', 'resident', 'refugee', 'none', 'unsure'] },
    {
      id: 'relative',
      options: ['spouse', 'child', 'parent', 'sibling', 'fiance', 'other', 'unsure'],
      when: mayGoOn,
    },
    {
      id: 'adult',
      options: ['yes', 'no', 'unsure'],
      when: { all: [{ answer: 'you', in: ['citizen', 'unsure'] }, parentOrSibling] },
    },
    {
      id: 'adoption',
      options: ['birth-or-step', 'adopted', 'hague-or-orphan', 'unsure'],
      when: { all: [mayGoOn, { answer: 'relative', is: 'child' }] },
    },
    {
      id: 'childMarried',
      options: ['no', 'yes', 'unsure'],
      when: {
        all: [
          { answer: 'you', is: 'resident' },
          { answer: 'relative', is: 'child' },
          { not: { answer: 'adoption', is: 'hague-or-orphan' } },
        ],
      },
    },
  ],
  outcomes: [
    { id: 'follow-to-join', outcome: 'no-but', when: { answer: 'you', is: 'refugee' } },
    { id: 'not-citizen-or-resident', outcome: 'no-but', when: { answer: 'you', is: 'none' } },
    { id: 'fiance', outcome: 'no-but', when: { answer: 'relative', is: 'fiance' } },
    { id: 'another-relative', outcome: 'no-but', when: { answer: 'relative', is: 'other' } },
    { id: 'citizens-only', outcome: 'no-but', when: residentForParentOrSibling },
    { id: 'from-21', outcome: 'no-but', when: { answer: 'adult', is: 'no' } },
    { id: 'adoption-abroad', outcome: 'no-but', when: { answer: 'adoption', is: 'hague-or-orphan' } },
    { id: 'married-child', outcome: 'no-but', when: { answer: 'childMarried', is: 'yes' } },
    {
      id: 'unsure',
      outcome: 'maybe',
      when: {
        any: [
          { answer: 'you', is: 'unsure' },
          { answer: 'relative', is: 'unsure' },
          { answer: 'adult', is: 'unsure' },
          { answer: 'adoption', is: 'unsure' },
          { answer: 'childMarried', is: 'unsure' },
        ],
      },
    },
    { id: 'yes', outcome: 'yes' },
  ],
} as const satisfies Eligibility
