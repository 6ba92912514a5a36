import { accountsOf } from '../../platform/actor.ts'
import { isId } from '../../platform/ids.ts'
import { query } from '../../platform/operation.ts'
import { findPreparation } from '../preparation-store.ts'
import { findFiling, listPackages } from '../review/review-store.ts'

/**
 * over: ended, or no package stands · to-sign: the client has not signed · to-submit: somebody can press · pressed: a job is at it ·
 * to-pay: the provider's page waits · paying: the provider asks the bank · failed: the last payment came to nothing, and can be
 * begun anew · filed.
 */
export type SubmitPhase = 'over' | 'to-sign' | 'to-submit' | 'pressed' | 'to-pay' | 'paying' | 'failed' | 'filed'

export interface SubmitState {
  readonly side: 'representative' | 'client'
  readonly phase: SubmitPhase
  readonly preparation: string
  readonly form: string
  readonly package: string | null
  readonly copy: string | null
  readonly priceCents: number
  readonly refused: string | null
  readonly signedAt: Temporal.Instant | null
  readonly url: string | null
  readonly receiptNumber: string | null
}

const paymentPhases: Readonly<Record<string, SubmitPhase>> = { preparing: 'pressed', open: 'to-pay', pending: 'paying' }

/** How far the submission is, for either side; null: it is none of theirs, or there is nothing to submit. */
export const submitState = query({
  name: 'preparation.submit-state',
  allow: (actor, _input: { preparation: string }) => actor.kind === 'account',
  async run({ tx, actor }, { preparation }): Promise<SubmitState | null> {
    const its = isId(preparation) ? await findPreparation(tx, preparation) : undefined
    if (!its || its.form === null) return null
    const isOwn = accountsOf(actor).includes(its.representative)
    const [filing, packages] = await Promise.all([findFiling(tx, preparation), listPackages(tx, preparation)])
    const stands = packages.find(({ voided_at }) => voided_at === null)
    const isSigned = stands !== undefined && filing?.signed_sha256 != null && filing.signed_sha256 === stands.form_sha256
    const isWaiting = stands !== undefined && stands.pressed_at !== null && stands.press_done_at === null
    const phase = (): SubmitPhase => {
      if (its.filed_at) return 'filed'
      if (its.ended_at || !stands) return 'over'
      if (!isSigned) return 'to-sign'
      if (isWaiting) return 'pressed'
      return filing?.state == null ? 'to-submit' : (paymentPhases[filing.state] ?? 'failed')
    }
    return {
      side: isOwn ? 'representative' : 'client',
      phase: phase(),
      preparation,
      form: its.form,
      package: stands?.id ?? null,
      copy: stands?.copy ?? null,
      priceCents: stands?.price_cents ?? 0,
      refused: stands?.press_refused ?? null,
      signedAt: filing?.signed_at ?? null,
      url: filing?.url ?? null,
      receiptNumber: filing?.receipt_number ?? null,
    }
  },
})

export const isPressed = (state: SubmitState | null): boolean => state?.phase === 'pressed'
