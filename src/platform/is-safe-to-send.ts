import type { Tx } from './db/transaction.ts'

/** What is about to leave. `person`: whose it is, as it was queued. `isAwaited`: they asked for it a moment ago, to get in. */
export interface AboutToLeave {
  readonly person: string
  readonly channel: 'email' | 'text'
  readonly isAwaited: boolean
}

/** Whether it may go where it is addressed to. Handed in: what is safe for a person is no matter of a mail server. */
export type IsSafeToSend = (tx: Tx, message: AboutToLeave) => Promise<boolean>
