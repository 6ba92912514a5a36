import { newId } from '../../platform/ids.ts'
import type { OperationContext } from '../../platform/operation.ts'
import type { Account } from '../account.ts'
import { lockAccount } from '../account-store.ts'
import { listOpenChanges } from '../contact-change/contact-change-store.ts'
import { hasRecentProof } from '../sessions/recent-proof.ts'
import { tellEveryAddress } from '../tell-every-address.ts'
import { closingTokenHash, undoUntil } from './closing.ts'
import { closeAccountRow, waitingIn } from './closing-store.ts'

/** The account of the one who acts, locked: whatever may happen to it only while it is open waits here. */
export interface LockedOwn {
  readonly id: string
  readonly language: string
  readonly isClosed: boolean
  /** A factor was given within five minutes. */
  readonly hasRecentProof: boolean
}

type Acting = Pick<OperationContext, 'tx' | 'actor' | 'now'>

export async function lockOwnAccount(context: Acting): Promise<LockedOwn> {
  const { id, language, closed_at } = await lockAccount(context.tx, String(context.actor.id))
  return { id, language, isClosed: closed_at !== null, hasRecentProof: await hasRecentProof(context) }
}

/** Until when an address of this account waits for its proof or can be changed back; null: nothing is under way. */
export async function contactChangesEnd({ tx, actor, now }: Acting): Promise<Temporal.Instant | null> {
  const changes = await listOpenChanges(tx, String(actor.id), now)
  const ends = changes.map(({ undo_until, asked_at }) => undo_until ?? asked_at.add({ hours: 24 }))
  return ends.toSorted(Temporal.Instant.compare).at(-1) ?? null
}

/** Whether support still has something to answer of the actor, and whether a request for the slow way back in runs. */
export const waitsInAccount = ({ tx, actor, now }: Acting): Promise<{ support: boolean; recovery: boolean }> =>
  waitingIn(tx, String(actor.id), now)

/**
 * Closes the actor's account, inside the operation that has found nothing in the way: every session ends, every link
 * dies, every address gets the link that takes it back within 72 hours. Nothing is deleted before that.
 */
export async function beginClosing(context: OperationContext, account: string): Promise<{ undoUntil: Temporal.Instant }> {
  const { tx, now, services, audit } = context
  const locked: Account = await lockAccount(tx, account)
  const closing = { id: newId(), account, key_id: services.keys.currentId, closed_at: now, undo_until: undoUntil(now) }
  audit({ account, subject: `closing:${closing.id}` })
  await tellEveryAddress(context, locked, {
    kind: 'accounts.closed',
    values: { closing: closing.id, key: closing.key_id, until: closing.undo_until.toString() },
  })
  await closeAccountRow(tx, { ...closing, undo_hash: closingTokenHash(services.keys, closing) })
  return { undoUntil: closing.undo_until }
}
