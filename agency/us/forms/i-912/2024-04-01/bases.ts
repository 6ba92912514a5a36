import type { Condition } from '../../../../../src/filing/definition/definition.ts'

type Basis = 'benefit' | 'income' | 'hardship'

/** The request rests on this; it may rest on others too. */
export const restsOn = (basis: Basis): Condition => ({ answer: 'basis', includes: basis })

/** A parent or a guardian asks and signs for the person. */
export const signedForThem = { answer: 'whoSigns', in: ['parent', 'guardian'] } as const satisfies Condition
