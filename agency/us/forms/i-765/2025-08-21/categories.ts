import type { Condition } from '../../../../../src/filing/definition/definition.ts'

/**
 * The eligibility categories of Item 27 that can be chosen, by the question that offers them: `c-3-b` is (c)(3)(B) of
 * 8 CFR 274a.12. All others are typed.
 */
export const categories = {
  asylumCategory: ['c-8', 'a-5', 'a-3', 'a-4', 'a-10'],
  residenceCategory: ['c-9', 'c-10', 'c-16'],
  familyCategory: ['a-6', 'a-9', 'a-13', 'a-14', 'a-15'],
  protectedCategory: ['a-12', 'c-19', 'a-11'],
  paroleCategory: ['c-11', 'c-34', 'c-14', 'c-33', 'c-18'],
  studentCategory: ['c-3-a', 'c-3-b', 'c-3-c', 'c-3-ii', 'c-3-iii', 'c-6', 'c-5'],
  workerFamilyCategory: ['c-26', 'a-17', 'a-18', 'c-12', 'c-36'],
  workerCategory: ['c-35', 'c-17-i', 'c-17-ii', 'c-17-iii'],
  officialCategory: ['c-1', 'c-4', 'c-7', 'c-2', 'a-7'],
  victimCategory: ['a-19', 'a-20', 'a-16', 'c-25', 'c-31'],
} as const

type Offered = (typeof categories)[keyof typeof categories][number]

/** Citizens of Micronesia, the Marshall Islands and Palau are a group by themselves: there is nothing more to choose. */
export type Category = Offered | 'a-8'

/** What the person's permission rests on, and the question that then names the category. */
export const groups = {
  'asylum-or-refugee': 'asylumCategory',
  'pending-residence': 'residenceCategory',
  'student-or-exchange': 'studentCategory',
  'protected-status': 'protectedCategory',
  'parole-or-deferred-action': 'paroleCategory',
  'family-of-worker': 'workerFamilyCategory',
  worker: 'workerCategory',
  'family-of-citizen-or-resident': 'familyCategory',
  'official-or-family': 'officialCategory',
  victim: 'victimCategory',
} as const satisfies Record<string, keyof typeof categories>

export type Group = keyof typeof groups

export const groupIs = (...chosen: readonly Group[]): Condition => ({ answer: 'categoryGroup', in: chosen })

/** The category is one of these, whichever question it was chosen at. */
export function categoryIs(...codes: readonly Category[]): Condition {
  const offered = Object.entries(categories).flatMap(([answer, all]) => {
    const within = all.filter((code) => codes.includes(code))
    return within.length === 0 ? [] : [{ answer, in: within }]
  })
  const islands = codes.includes('a-8') ? [{ answer: 'categoryGroup', is: 'pacific-islands' }] : []
  return { any: [...offered, ...islands] }
}

export const isFirst = { answer: 'reason', is: 'initial' } as const satisfies Condition
export const isRenewal = { answer: 'reason', is: 'renewal' } as const satisfies Condition
export const isReplacement = { answer: 'reason', is: 'replacement' } as const satisfies Condition
