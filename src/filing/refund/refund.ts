import { openText, sealText } from '../../platform/crypto/field.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import type { PayRefund } from '../../platform/pay/index.ts'

/**
 * asked: one person of the agency asked for it · taken-back: they thought better of it · declined: a second one did not
 * agree · agreed: they did, and the provider is asked · on-its-way: the provider is giving it back · done: it did ·
 * failed: it could not, and the money is still here.
 */
export const refundStates = ['asked', 'taken-back', 'declined', 'agreed', 'on-its-way', 'done', 'failed'] as const
export type RefundState = (typeof refundStates)[number]

/** The key it is asked for with at the provider: asked twice, the money moves once. */
export const providerKeyOf = (refund: string): string => `refund:${refund}`

/** Counted in the payment's own sum of what was given back. */
export const isGivenBack = (state: RefundState): boolean => state === 'on-its-way' || state === 'done'

const stateOf: Record<PayRefund['status'], RefundState> = { pending: 'on-its-way', done: 'done', failed: 'failed' }

/** What a provider's word on a refund makes of it. */
export const stateAt = ({ status }: PayRefund): RefundState => stateOf[status]

const recentHours = 24

/** When the provider is asked again: a refund takes days, and no event is waited for. */
export function nextRefundCheckAt(decidedAt: Temporal.Instant, now: Temporal.Instant): Temporal.Instant {
  return now.add(decidedAt.until(now).total('hours') < recentHours ? { minutes: 10 } : { hours: 6 })
}

type Note = { readonly account: string; readonly id: string; readonly column: 'note_sealed' | 'answer_sealed' }

const place = ({ account, id, column }: Note) => ({ person: account, table: 'filing.refund', row: id, column })

/** What the office says of a refund often speaks of the person: it is sealed for them. */
export const sealNote = (keys: Keys, note: Note, text: string): Buffer => sealText(keys, place(note), text)

export const openNote = (keys: Keys, note: Note, sealed: Uint8Array): string => openText(keys, place(note), sealed)
