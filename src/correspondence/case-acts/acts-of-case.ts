import type { Keys } from '../../platform/crypto/keys.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { OperationContext } from '../../platform/operation.ts'
import { listHolds, listMotions, listOwnHolds, listOwnMotions, listOwnTransfers, listTransfers } from './act-store.ts'
import { type Card, cardsOf } from './cards.ts'
import { openOfAct } from './sealed-act.ts'

/** What the office did with a case, as its people may know it. */
export interface OwnActs {
  readonly transfers: readonly { receiptNumber: string; from: string | null; to: string; reason: string; at: Temporal.Instant }[]
  readonly holds: readonly { receiptNumber: string; kind: string; untilOn: Temporal.PlainDate | null; at: Temporal.Instant; releasedAt: Temporal.Instant | null }[]
  readonly motions: readonly { receiptNumber: string; kind: string; cameOn: Temporal.PlainDate; isInTime: boolean | null }[]
  readonly cards: readonly Card[]
}

/** The same of several cases, for whoever may read them. */
export async function actsOf(tx: Tx, keys: Keys, cases: readonly string[]): Promise<OwnActs> {
  if (cases.length === 0) return { transfers: [], holds: [], motions: [], cards: [] }
  const transfers = await listOwnTransfers(tx, cases)
  const holds = await listOwnHolds(tx, cases)
  const motions = await listOwnMotions(tx, cases)
  return {
    transfers: transfers.map((row) => ({ receiptNumber: row.receipt_number, from: row.from_office, to: row.to_office, reason: row.reason, at: row.at })),
    holds: holds.map((row) => ({ receiptNumber: row.receipt_number, kind: row.kind, untilOn: row.until_on, at: row.at, releasedAt: row.released_at })),
    motions: motions.map((row) => ({ receiptNumber: row.receipt_number, kind: row.kind, cameOn: row.came_on, isInTime: row.in_time })),
    cards: await cardsOf(tx, keys, cases),
  }
}

/** One thing that the office did, with what it wrote. `what`: the reason or kind, by the pack's code. */
export interface OfficeAct {
  readonly id: string
  readonly act: 'transfer' | 'hold' | 'motion'
  readonly what: string
  readonly note: string
  readonly by: string
  readonly at: Temporal.Instant
}

export interface OfficeActs {
  readonly acts: readonly OfficeAct[]
  /** The case waits now. */
  readonly held: { readonly kind: string; readonly untilOn: Temporal.PlainDate | null } | null
  readonly motion: { readonly kind: string; readonly cameOn: Temporal.PlainDate; readonly isInTime: boolean | null } | null
  readonly cards: readonly Card[]
}

/** Everything that was done with a case, the newest first; the office asks for a reason before it shows it. */
export async function actsForOffice({ tx, services: { keys } }: Pick<OperationContext, 'tx' | 'services'>, caseId: string): Promise<OfficeActs> {
  const transfers = await listTransfers(tx, caseId)
  const holds = await listHolds(tx, caseId)
  const motions = await listMotions(tx, caseId)
  const acts: OfficeAct[] = [
    ...transfers.map((row) => ({ id: row.id, act: 'transfer' as const, what: row.reason, by: row.by, at: row.at, note: openOfAct(keys, caseId, row.id, { table: 'correspondence.transfer', column: 'note_sealed' }, row.note_sealed) })),
    ...holds.map((row) => ({ id: row.id, act: 'hold' as const, what: row.kind, by: row.by, at: row.at, note: openOfAct(keys, caseId, row.id, { table: 'correspondence.hold', column: 'note_sealed' }, row.note_sealed) })),
    ...motions.map((row) => ({ id: row.id, act: 'motion' as const, what: row.kind, by: row.by, at: row.at, note: openOfAct(keys, caseId, row.id, { table: 'correspondence.motion', column: 'note_sealed' }, row.note_sealed) })),
  ]
  const held = holds.find(({ released_at }) => released_at === null)
  const [motion] = motions
  return {
    acts: acts.toSorted((one, other) => Temporal.Instant.compare(other.at, one.at)),
    held: held ? { kind: held.kind, untilOn: held.until_on } : null,
    motion: motion ? { kind: motion.kind, cameOn: motion.came_on, isInTime: motion.in_time } : null,
    cards: await cardsOf(tx, keys, [caseId]),
  }
}
