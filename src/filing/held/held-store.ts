import type { Tx } from '../../platform/db/transaction.ts'
import type { DraftRow } from '../draft/sealed-draft.ts'
import { checkedStates } from '../payment/payment.ts'
import type { Payment } from '../payment/payment-store.ts'
import type { HelperSignatureRow } from '../signature/helper-signature-store.ts'
import type { SignatureRow } from '../signature/signature-store.ts'
import type { SubmissionRow } from '../submission/submission-store.ts'

export const listDrafts = (tx: Tx, accounts: readonly string[]): Promise<DraftRow[]> =>
  tx.selectFrom('filing.draft').selectAll().where('account', 'in', accounts).orderBy('started_at').orderBy('id').execute()

export const listSignatures = (tx: Tx, accounts: readonly string[]): Promise<SignatureRow[]> =>
  tx.selectFrom('filing.signature').selectAll().where('account', 'in', accounts).orderBy('signed_at').orderBy('id').execute()

export const listHeldHelperSignatures = (tx: Tx, accounts: readonly string[]): Promise<HelperSignatureRow[]> =>
  tx
    .selectFrom('filing.helper_signature')
    .selectAll()
    .where('account', 'in', accounts)
    .orderBy('signed_at')
    .orderBy('id')
    .execute()

export const listSubmissions = (tx: Tx, accounts: readonly string[]): Promise<SubmissionRow[]> =>
  tx.selectFrom('filing.submission').selectAll().where('account', 'in', accounts).orderBy('begun_at').orderBy('id').execute() as unknown as Promise<
    SubmissionRow[]
  >

export const listPayments = (tx: Tx, accounts: readonly string[]): Promise<Payment[]> =>
  tx
    .selectFrom('filing.payment')
    .selectAll()
    .where('account', 'in', accounts)
    .orderBy('begun_at')
    .orderBy('id')
    .execute() as unknown as Promise<Payment[]>

/** Payments of these accounts that money still hangs on, with the draft of each. */
export const listPaymentsUnderWay = (tx: Tx, accounts: readonly string[]) =>
  tx
    .selectFrom('filing.payment as payment')
    .innerJoin('filing.submission as submission', 'submission.id', 'payment.submission')
    .select(['submission.id as submission', 'submission.form', 'submission.received_at'])
    .where('payment.account', 'in', accounts)
    .where((or) =>
      or.or([
        or('payment.state', 'in', checkedStates),
        or('payment.dispute', '=', 'open'),
        or.and([or('payment.state', '=', 'captured'), or('submission.received_at', 'is', null)]),
      ]),
    )
    .orderBy('payment.begun_at')
    .execute()

/** How many drafts that can still be worked on were not submitted. */
export async function countOpenDrafts(tx: Tx, accounts: readonly string[], at: Temporal.Instant): Promise<number> {
  const { open } = await tx
    .selectFrom('filing.draft')
    .select(({ fn }) => fn.countAll<number>().as('open'))
    .where('account', 'in', accounts)
    .where('submission', 'is', null)
    .where('prepared', 'is distinct from', 'copy')
    .where('deleted_at', 'is', null)
    .where('expires_at', '>', at)
    .executeTakeFirstOrThrow()
  return Number(open)
}

/** Drafts that were never submitted, locked so that none of them is filed meanwhile. */
export const lockUnsubmittedDrafts = (tx: Tx, accounts: readonly string[]) =>
  tx
    .selectFrom('filing.draft')
    .select(['id', 'account'])
    .where('account', 'in', accounts)
    .where('submission', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()

export async function deleteDrafts(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tx.deleteFrom('filing.draft').where('id', 'in', ids).execute()
}
