import type { Tx } from '../../platform/db/transaction.ts'

export interface TypedRow {
  ask: string
  account: string
  kept_at: Temporal.Instant
  sealed: Buffer
}

const columns = ['typed.ask', 'typed.account', 'typed.kept_at', 'typed.sealed'] as const

/** What the person who acts wrote about the asks of a request and has not saved, the newest first. */
export const listTyped = (tx: Tx, request: string): Promise<TypedRow[]> =>
  tx
    .selectFrom('correspondence.request_typed as typed')
    .innerJoin('correspondence.request_ask as ask', 'ask.id', 'typed.ask')
    .select(columns)
    .where('ask.request', '=', request)
    .orderBy('typed.kept_at', 'desc')
    .orderBy('typed.account')
    .execute()

export async function keepTyped(tx: Tx, row: TypedRow): Promise<void> {
  const { kept_at, sealed } = row
  await tx
    .insertInto('correspondence.request_typed')
    .values(row)
    .onConflict((conflict) => conflict.columns(['ask', 'account']).doUpdateSet({ kept_at, sealed }))
    .execute()
}

/** What the person who acts wrote about an ask is saved: it is not kept beside it. */
export async function dropOwnTyped(tx: Tx, ask: string): Promise<void> {
  await tx.deleteFrom('correspondence.request_typed').where('ask', '=', ask).execute()
}

/** What these accounts wrote and never saved, about whichever case. */
export const listTypedOf = (tx: Tx, accounts: readonly string[]): Promise<(TypedRow & { receipt_number: string; ordinal: number })[]> =>
  tx
    .selectFrom('correspondence.request_typed as typed')
    .innerJoin('correspondence.request_ask as ask', 'ask.id', 'typed.ask')
    .innerJoin('correspondence.evidence_request as its', 'its.id', 'ask.request')
    .select([...columns, 'ask.ordinal', 'its.receipt_number'])
    .where('typed.account', 'in', [...accounts])
    .orderBy('typed.kept_at')
    .execute()

/** An account is closed: what it wrote and never saved goes with it. */
export async function deleteTypedOf(tx: Tx, accounts: readonly string[]): Promise<void> {
  await tx.deleteFrom('correspondence.request_typed').where('account', 'in', [...accounts]).execute()
}
