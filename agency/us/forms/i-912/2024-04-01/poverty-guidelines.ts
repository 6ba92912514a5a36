import type { Condition } from '../../../../../src/filing/definition/definition.ts'

/**
 * The poverty guidelines of the Department of Health and Human Services, in dollars a year: for one person, and for
 * each one more. In force from 2026-01-13 (91 FR 1797, 2026-01-15; amounts as on aspe.hhs.gov). They change each
 * January: whoever adds those of 2027 changes the rule texts that name them too. That Puerto Rico and the other
 * territories use those of the 48 states is how the agency's Form I-912P has them, to be confirmed.
 */
export const guidelines = {
  from: '2026-01-13',
  states: { first: 15_960, more: 5_680 },
  alaska: { first: 19_950, more: 7_100 },
  hawaii: { first: 18_360, more: 6_530 },
} as const

export type Region = 'states' | 'alaska' | 'hawaii'

/** The largest household the form takes: the requestor and those that can be listed. */
export const membersMost = 20
const sizes = Array.from({ length: membersMost + 1 }, (_, index) => index + 1)

/** What a household of this size may have and still be at or below 150 % of the guidelines, in cents a year. */
export const limitCents = (region: Region, size: number): number =>
  ((guidelines[region].first + guidelines[region].more * (size - 1)) * 100 * 150) / 100

/** The income added up is above the limit for the household as it was listed. */
export const aboveLimit = (region: Region): Condition => ({
  all: [
    { answer: 'guidelineRegion', is: region },
    {
      any: sizes.map((size) => ({
        all: [
          { answer: 'householdSize', is: size },
          { answer: 'householdIncome', moreThan: limitCents(region, size) },
        ],
      })),
    },
  ],
})

/** More people are said to earn than live there. */
export const moreEarnersThanPeople: Condition = {
  any: sizes.map((size) => ({
    all: [
      { answer: 'householdSize', is: size },
      { answer: 'earnerCount', moreThan: size },
    ],
  })),
}
