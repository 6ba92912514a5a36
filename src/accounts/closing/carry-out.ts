import type { OperationContext } from '../../platform/operation.ts'
import { asActor } from '../../platform/db/transaction.ts'
import type { JobContext } from '../../platform/jobs/job.ts'
import {
  deleteByClosing,
  emptyAccounts,
  freeAddress,
  listAccountsOfPerson,
  listDueClosings,
  lockAccounts,
  lockStandingClosing,
  markCarriedOut,
  takeAccountsOff,
} from './closing-store.ts'

export interface DueClosing {
  readonly id: string
  readonly account: string
}

const atOnceMost = 100

/** Closings that can be undone no longer and are not carried out. */
export const dueClosings = ({ pool, actor, services }: JobContext): Promise<DueClosing[]> =>
  asActor(pool, actor, { readOnly: true }, (tx) => listDueClosings(tx, services.clock.now(), atOnceMost))

/** The account and those merged into it, in the order of their making: one person's. */
export const accountsOfPerson = ({ tx }: Pick<OperationContext, 'tx'>, account: string): Promise<string[]> =>
  listAccountsOfPerson(tx, account)

/**
 * Locks a due closing with its accounts. Null: it was undone, is carried out, or its time is not over. `isHeld`: the law
 * keeps everything where it is; only the address is let go, so that the person can begin anew.
 */
export async function lockDueClosing(
  { tx, now }: Pick<OperationContext, 'tx' | 'now'>,
  { id, account }: DueClosing,
): Promise<{ accounts: string[]; isHeld: boolean } | null> {
  const accounts = await listAccountsOfPerson(tx, account)
  const rows = await lockAccounts(tx, accounts)
  const closing = await lockStandingClosing(tx, id)
  if (!closing || Temporal.Instant.compare(closing.undo_until, now) > 0) return null
  return { accounts, isHeld: rows.some(({ legal_hold_at }) => legal_hold_at !== null) }
}

/** What this domain does when a closing is carried out: secrets, sessions and addresses go, the number stays. */
export async function emptyClosed(
  { tx, now }: Pick<OperationContext, 'tx' | 'now'>,
  { id }: DueClosing,
  accounts: readonly string[],
): Promise<void> {
  await deleteByClosing(tx, accounts)
  await takeAccountsOff(tx, accounts)
  await emptyAccounts(tx, accounts, now)
  await markCarriedOut(tx, id, now)
}

/** Of a closed account that the law holds: its address may name a new account. */
export const freeAddressOf = ({ tx }: Pick<OperationContext, 'tx'>, accounts: readonly string[]): Promise<void> =>
  freeAddress(tx, accounts)
