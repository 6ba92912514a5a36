import type { Tx } from '../../platform/db/transaction.ts'
import type { SignatureRow } from '../signature/signature-store.ts'

/** A filing that was received, with the signature it rests on. */
export type ReceivedRow = {
  readonly form: string
  readonly edition: Temporal.PlainDate
  readonly received_at: Temporal.Instant
  readonly signature: SignatureRow
}

/** The filings of these accounts that were received, the latest first, at most `most`. */
export async function listReceived(tx: Tx, accounts: readonly string[], most: number): Promise<ReceivedRow[]> {
  const rows = await tx
    .selectFrom('filing.submission as submission')
    .innerJoin('filing.signature as signature', 'signature.id', 'submission.signature')
    .selectAll('signature')
    .select(['submission.form', 'submission.edition', 'submission.received_at'])
    .where('submission.account', 'in', accounts)
    .where('submission.received_at', 'is not', null)
    .orderBy('submission.received_at', 'desc')
    .limit(most)
    .execute()
  return rows.map(({ form, edition, received_at, ...signature }) => ({
    form,
    edition,
    received_at: received_at as Temporal.Instant,
    signature: signature as SignatureRow,
  }))
}
