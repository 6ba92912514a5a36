import type { Condition } from '../../../../../src/filing/definition/definition.ts'

export const isConditional = { answer: 'status', is: 'conditional-resident' } as const satisfies Condition

/** The reasons of Section B. Section A has them too, and more. */
export const conditionalReasons = ['lost', 'never-received', 'damaged', 'agency-error', 'details-changed'] as const

/** The reason is one of these, whichever section it was chosen from. */
export function reasonIs(...reasons: readonly string[]): Condition {
  const shared = reasons.filter((reason) => conditionalReasons.some((one) => one === reason))
  const full = { answer: 'reason', in: reasons }
  return shared.length === 0 ? full : { any: [full, { answer: 'conditionalReason', in: shared }] }
}

export const registersAt14 = {
  answer: 'reason',
  in: ['age-14-expires-after-16', 'age-14-expires-before-16'],
} as const satisfies Condition

/** More than 30 days after the 14th birthday (note before Part 2, Item 2). */
export const isLateFor14 = {
  answer: 'dateOfBirth',
  before: { from: 'today', plus: '-P14Y30D' },
} as const satisfies Condition
