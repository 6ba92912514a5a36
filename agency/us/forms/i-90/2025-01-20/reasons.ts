import type { Condition } from '../../../../../src/filing/definition/definition.ts'

export const isConditional = { answer: 'status', is: 'conditional-resident' } as const satisfies Condition

/** The reason of either branch is one of these. Section A and Section B share the first five. */
export const reasonIs = (...reasons: readonly string[]) =>
  ({ any: [{ answer: 'reason', in: reasons }, { answer: 'conditionalReason', in: reasons }] }) as const

export const registersAt14 = {
  answer: 'reason',
  in: ['age-14-expires-after-16', 'age-14-expires-before-16'],
} as const satisfies Condition

/** More than 30 days after the 14th birthday (note before Part 2, Item 2). */
export const isLateFor14 = {
  answer: 'dateOfBirth',
  before: { from: 'today', plus: '-P14Y30D' },
} as const satisfies Condition
