import type { Tx } from '../../platform/db/transaction.ts'
import type { OperationContext } from '../../platform/operation.ts'
import type { Draft } from '../draft/draft.ts'
import { findLastSignature } from '../signature/signature-store.ts'
import { signatureCovers } from '../submission/receive-filing.ts'
import { liveStates, type PaymentState } from './payment.ts'
import { listLastPayments } from './payment-store.ts'

/** A payment that was begun for a draft: the person still has to pay, or the provider is asked. */
export type UnderWay = { readonly submission: string; readonly stage: 'waiting' | 'confirming' }

const isLive = (state: PaymentState) => liveStates.some((each) => each === state)
const waits = (state: PaymentState) => state === 'preparing' || state === 'open'

/** The payments that are under way for these drafts, by draft. */
export async function paymentsUnderWay(tx: Tx, drafts: readonly string[]): Promise<ReadonlyMap<string, UnderWay>> {
  const last = await listLastPayments(tx, drafts)
  const live = last.filter(({ state }) => isLive(state))
  return new Map(
    live.map(({ draft, submission, state }) => [draft, { submission, stage: waits(state) ? 'waiting' : 'confirming' }]),
  )
}

/** How far a draft has come beyond its answers: signed as it stands, and a payment begun. */
export type DraftPayment = { readonly underWay: UnderWay | undefined; readonly signed: boolean }

type Reading = Pick<OperationContext, 'tx' | 'now' | 'services'>

export async function draftPaymentOf(context: Reading, draft: Draft): Promise<DraftPayment> {
  const signature = await findLastSignature(context.tx, draft.id)
  if (!signature) return { underWay: undefined, signed: false }
  const underWay = (await paymentsUnderWay(context.tx, [draft.id])).get(draft.id)
  return { underWay, signed: await signatureCovers(context, draft, signature) }
}
