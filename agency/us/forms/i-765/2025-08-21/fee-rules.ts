import type { Condition, FeeRule } from '../../../../../src/filing/definition/definition.ts'
import { categoryIs, isFirst, isRenewal, isReplacement } from './categories.ts'

const both = (...all: readonly Condition[]): Condition => ({ all })

/** The first card costs those nothing (8 CFR 106.2, 106.3(b)). A member of the ABC settlement pays. */
const firstCardIsFree = both(isFirst, {
  any: [
    categoryIs('a-3', 'a-4', 'a-5', 'a-7', 'a-8', 'a-10', 'c-1', 'c-4', 'c-7'),
    both(categoryIs('c-8'), { not: { answer: 'settlementMember', is: 'yes' } }),
  ],
})

const renewalIsFree = both(isRenewal, categoryIs('a-8', 'a-10', 'c-1', 'c-4', 'c-7'))

/** Victims of crime, of trafficking and of violence at home (8 CFR 106.3(b)), whatever they ask for. */
const alwaysFree = {
  any: [
    categoryIs('a-16', 'a-19', 'a-20', 'c-25', 'c-31'),
    { answer: 'residenceApplicationFee', is: 'exempt' },
    { answer: 'replacementCause', is: 'agency-error' },
  ],
} as const satisfies Condition

/** Their fee for Form I-485 already paid for the card: those who filed it from 2007-07-30 to 2024-03-31. */
const paidWithResidence = both({ answer: 'residenceApplicationFee', is: 'paid-before-april-2024' }, { not: isReplacement })

const paysReduced = { answer: 'residenceApplicationFee', is: 'paid-since-april-2024' } as const satisfies Condition

/** Each extra amount of the statute, for a first card and for a renewal; a replacement has none. */
const extra = (group: string, asks: Condition): readonly FeeRule[] => [
  { code: `i-765-${group}-extra-first`, when: both(isFirst, asks) },
  { code: `i-765-${group}-extra-renewal`, when: both(isRenewal, asks) },
]

/**
 * What is due. The statutory amounts (8 U.S.C. 1803) come on top of the filing fee, also where that is nothing, and
 * cannot be waived. What is uncertain stands in the notes of the fee schedule.
 */
export const feeRules: readonly FeeRule[] = [
  {
    code: 'i-765-filing',
    when: { not: { any: [firstCardIsFree, renewalIsFree, alwaysFree, paidWithResidence, paysReduced] } },
  },
  { code: 'i-765-filing-with-i-485', when: both(paysReduced, { not: alwaysFree }) },
  ...extra('asylum', categoryIs('c-8')),
  ...extra('parole', categoryIs('a-4', 'c-11', 'c-34')),
  ...extra('tps', categoryIs('a-12', 'c-19')),
]
