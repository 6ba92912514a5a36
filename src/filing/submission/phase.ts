import type { AgencyPack } from '../../agency/index.ts'
import type { FormWords } from '../catalogue/forms.ts'
import type { PaymentState } from '../payment/payment.ts'
import type { Standing } from './submission-for.ts'

/** What the page of a submission is about. */
export type Phase =
  | 'received'
  | 'preparing'
  | 'to-pay'
  | 'confirming'
  | 'left'
  | 'declined'
  | 'cancelled'
  | 'expired'
  | 'failed'
  | 'let-go'
  | 'sent-back'

const phases: Record<PaymentState, Phase> = {
  preparing: 'preparing',
  open: 'to-pay',
  pending: 'confirming',
  authorised: 'confirming',
  processing: 'confirming',
  captured: 'confirming',
  returned: 'sent-back',
  releasing: 'let-go',
  released: 'let-go',
  declined: 'declined',
  cancelled: 'cancelled',
  expired: 'expired',
  failed: 'failed',
  'not-captured': 'failed',
}

/** `back`: the person comes from the provider's page; what is open there is being confirmed, or was left for now. */
export function phaseOf({ received, payment }: Standing, back: string | undefined): Phase {
  if (received) return received.isRejectedForPayment ? 'sent-back' : 'received'
  if (!payment) return 'failed'
  const phase = phases[payment.state]
  if (phase !== 'to-pay' || back === undefined) return phase
  return back === 'left' ? 'left' : 'confirming'
}

export type SubmissionModel = {
  readonly standing: Standing
  readonly phase: Phase
  /** The payment page takes longer to prepare than it ever does: the provider does not answer. */
  readonly isLate: boolean
  readonly agency: AgencyPack
  readonly words: FormWords
}
