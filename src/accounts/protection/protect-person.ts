import { openText, sealText } from '../../platform/crypto/field.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import { newId } from '../../platform/ids.ts'
import type { OperationContext } from '../../platform/operation.ts'
import { accountsOfPerson } from '../closing/carry-out.ts'
import { standingOf } from '../one-person/standing.ts'
import { findSafeContactOfPerson, insertMark, listSealedMarks, type SafeContact } from './protection-store.ts'

const place = (account: string, mark: string) => ({ person: account, table: 'accounts.protection', row: mark, column: 'reason_sealed' })

/**
 * Marks the person of an account as protected, inside the operation of the office: from the same moment all their cases are, those
 * to come too, and no letter goes out before it is known where post is safe. Said again it stands as it was said first.
 */
export async function protectPerson({ tx, now, services }: Pick<OperationContext, 'tx' | 'now' | 'services'>, account: string, reason: string): Promise<void> {
  const standing = (await standingOf({ tx }, account)) ?? account
  const id = newId()
  await insertMark(tx, { id, account: standing, at: now, reasonSealed: sealText(services.keys, place(standing, id), reason) })
}

/** A mark that stands, for who may see it. `reason`: null where the person set it, who is asked for none. */
export interface Mark {
  readonly setBy: string | 'person'
  readonly setAt: Temporal.Instant
  readonly reason: string | null
  readonly endsAt: Temporal.Instant | null
}

const opened = (keys: Keys, account: string, id: string, sealed: Buffer | null): string | null =>
  sealed ? openText(keys, place(account, id), sealed) : null

/** What stands of a person, and which of their mailbox and phone others may read. */
export async function protectionOf({ tx, services }: Pick<OperationContext, 'tx' | 'services'>, account: string): Promise<{ marks: Mark[]; contact: SafeContact }> {
  const rows = await listSealedMarks(tx, await accountsOfPerson({ tx }, (await standingOf({ tx }, account)) ?? account))
  const contact = await findSafeContactOfPerson(tx, account)
  const marks = rows.map((row) => ({
    setBy: row.set_by_kind === 'person' ? ('person' as const) : row.set_by,
    setAt: row.set_at,
    reason: opened(services.keys, row.account, row.id, row.reason_sealed),
    endsAt: row.lift_due_at,
  }))
  return { marks, contact: contact ?? { mailbox_unsafe: false, phone_unsafe: false } }
}
