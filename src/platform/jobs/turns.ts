import type { EnqueueOptions, OperationContext } from '../operation.ts'

/**
 * When a job's turn is; the smaller number is taken first. At once is what somebody waits for, above all codes and links; soon is
 * news, and a change of many; last is what is told to many together.
 */
export const turns = { 'at-once': 0, soon: 5, last: 10 } as const

export type Turn = keyof typeof turns

/** The flag by which `platform.enqueue` marks every job whose turn is not at once. */
export const unhurried = 'unhurried'

type Enqueuing = Pick<OperationContext, 'enqueue'>

/** The same context, whose jobs have their turn then. */
export const inTurn = <C extends Enqueuing>(context: C, turn: Turn): C => ({
  ...context,
  enqueue: (task: string, payload: Record<string, unknown>, options?: EnqueueOptions) => context.enqueue(task, payload, { turn, ...options }),
})
