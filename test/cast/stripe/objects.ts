import { randomBytes } from 'node:crypto'
import { type Form, formAt, textAt } from './form-body.ts'

/** Stripe's objects as far as we use them, in the published shapes, and what moves them. Amounts in cents, times in seconds. */

export type Charge = {
  id: string
  object: 'charge'
  amount: number
  amount_captured: number
  amount_refunded: number
  captured: boolean
  disputed: boolean
  payment_intent: string
  payment_method_details: { type: 'card'; card: { last4: string; brand: string } } | { type: 'us_bank_account'; us_bank_account: { last4: string } }
  status: 'succeeded' | 'pending' | 'failed'
}

export type Intent = {
  id: string
  object: 'payment_intent'
  amount: number
  amount_capturable: number
  amount_received: number
  currency: string
  metadata: Form
  last_payment_error: { code: string; decline_code?: string; type: string } | null
  latest_charge: string | null
  status: 'requires_payment_method' | 'requires_capture' | 'processing' | 'succeeded' | 'canceled'
}

export type Session = {
  id: string
  object: 'checkout.session'
  amount_total: number
  client_reference_id: string | null
  created: number
  currency: string
  expires_at: number
  livemode: boolean
  metadata: Form
  mode: string
  payment_intent: string | null
  payment_status: 'paid' | 'unpaid'
  status: 'open' | 'complete' | 'expired'
  success_url: string
  cancel_url: string
  url: string | null
}

export type Refund = { id: string; object: 'refund'; amount: number; charge: string; created: number; currency: string; metadata: Form; payment_intent: string; status: string }
export type Dispute = { id: string; object: 'dispute'; amount: number; charge: string; created: number; currency: string; payment_intent: string; reason: string; status: string }

/** An answer that is not 200, in the shape of Stripe's errors. */
export class Refused extends Error {
  readonly status: number
  readonly body: { type: string; code?: string; message: string }
  constructor(status: number, type: string, message: string, code?: string) {
    super(message)
    this.status = status
    this.body = { type, message, ...(code ? { code } : {}) }
  }
}

const newId = (prefix: string) => `${prefix}_${randomBytes(14).toString('hex')}`
const day = 86_400

export type Emit = (type: string, object: { id: string }) => void

export function openObjects({ now, origin, emit, paramsSeen }: { now: () => number; origin: () => string; emit: Emit; paramsSeen: Form[] }) {
  const sessions = new Map<string, Session>()
  const paramsOf = new Map<string, Form>()
  const intents = new Map<string, Intent>()
  const charges = new Map<string, Charge>()
  const refunds: Refund[] = []
  const disputes: Dispute[] = []

  const missing = (what: string) => new Refused(404, 'invalid_request_error', `No such ${what}`, 'resource_missing')
  const wrongState = (message: string) => new Refused(400, 'invalid_request_error', message, 'payment_intent_unexpected_state')

  function sessionOf(id: string): Session {
    const session = sessions.get(id)
    if (!session) throw missing('checkout.session')
    if (session.status === 'open' && now() >= session.expires_at) expireNow(session)
    return session
  }
  function intentOf(id: string): Intent {
    const intent = intents.get(id)
    if (!intent) throw missing('payment_intent')
    return intent
  }
  const chargeOf = (intent: Intent): Charge => charges.get(intent.latest_charge ?? '') as Charge

  function expireNow(session: Session) {
    Object.assign(session, { status: 'expired', url: null })
    emit('checkout.session.expired', session)
  }

  function create(form: Form): Session {
    const lines = Object.values(formAt(form, 'line_items')).map((line) => line as Form)
    const amounts = lines.map((line) => Number(textAt(line, 'quantity')) * Number(textAt(formAt(line, 'price_data'), 'unit_amount')))
    const amount = amounts.reduce((all, one) => all + one, 0)
    if (textAt(form, 'mode') !== 'payment' || !(amount > 0)) throw new Refused(400, 'invalid_request_error', 'Missing required param: line_items.', 'parameter_missing')
    if ('payment_method_types' in form) throw new Refused(400, 'invalid_request_error', 'Received unknown parameter: payment_method_types', 'parameter_unknown')
    const id = newId('cs_test')
    const session: Session = {
      id,
      object: 'checkout.session',
      amount_total: amount,
      client_reference_id: textAt(form, 'client_reference_id'),
      created: now(),
      currency: textAt(formAt(form, 'line_items', '0', 'price_data'), 'currency') ?? '',
      expires_at: now() + day,
      livemode: false,
      metadata: formAt(form, 'metadata'),
      mode: 'payment',
      payment_intent: null,
      payment_status: 'unpaid',
      status: 'open',
      success_url: textAt(form, 'success_url') ?? '',
      cancel_url: textAt(form, 'cancel_url') ?? '',
      url: `${origin()}/c/pay/${id}`,
    }
    sessions.set(id, session)
    paramsOf.set(id, form)
    paramsSeen.push(form)
    return session
  }

  function intentFor(session: Session): Intent {
    if (session.payment_intent) return intentOf(session.payment_intent)
    const intent: Intent = {
      id: newId('pi'),
      object: 'payment_intent',
      amount: session.amount_total,
      amount_capturable: 0,
      amount_received: 0,
      currency: session.currency,
      metadata: formAt(paramsOf.get(session.id) ?? {}, 'payment_intent_data', 'metadata'),
      last_payment_error: null,
      latest_charge: null,
      status: 'requires_payment_method',
    }
    intents.set(intent.id, intent)
    session.payment_intent = intent.id
    return intent
  }

  function charge(intent: Intent, details: Charge['payment_method_details'], status: Charge['status']): Charge {
    const made: Charge = {
      id: newId('ch'),
      object: 'charge',
      amount: intent.amount,
      amount_captured: 0,
      amount_refunded: 0,
      captured: false,
      disputed: false,
      payment_intent: intent.id,
      payment_method_details: details,
      status,
    }
    charges.set(made.id, made)
    intent.latest_charge = made.id
    return made
  }

  function take(intent: Intent) {
    Object.assign(intent, { status: 'succeeded', amount_received: intent.amount, amount_capturable: 0 })
    Object.assign(chargeOf(intent), { captured: true, amount_captured: intent.amount, status: 'succeeded' })
  }

  /** What a payer does on the page. Cards are held where the session says so; a bank debit is on its way. */
  function pay(id: string, number: string): 'declined' | 'done' {
    const session = sessionOf(id)
    if (session.status !== 'open') return 'done'
    const intent = intentFor(session)
    const isBank = !/^4/.test(number)
    const last4 = number.slice(-4)
    if (number === '4000000000000002') {
      intent.last_payment_error = { code: 'card_declined', decline_code: 'generic_decline', type: 'card_error' }
      charge(intent, { type: 'card', card: { last4, brand: 'visa' } }, 'failed')
      emit('payment_intent.payment_failed', intent)
      return 'declined'
    }
    Object.assign(session, { status: 'complete', url: null })
    if (isBank) {
      charge(intent, { type: 'us_bank_account', us_bank_account: { last4 } }, 'pending')
      intent.status = 'processing'
      emit('payment_intent.processing', intent)
    } else {
      charge(intent, { type: 'card', card: { last4, brand: 'visa' } }, 'succeeded')
      const isManual = textAt(formAt(paramsOf.get(id) ?? {}, 'payment_method_options', 'card'), 'capture_method') === 'manual'
      Object.assign(intent, { status: 'requires_capture', amount_capturable: intent.amount })
      if (!isManual) take(intent)
      session.payment_status = isManual ? 'unpaid' : 'paid'
    }
    emit('checkout.session.completed', session)
    return 'done'
  }

  /** The bank of a debit pays it, or sends it back. */
  function settleDebit(id: string, pays: boolean) {
    const session = sessionOf(id)
    const intent = intentFor(session)
    if (intent.status !== 'processing') throw wrongState('The debit is not on its way')
    if (pays) take(intent)
    else Object.assign(intent, { status: 'requires_payment_method', last_payment_error: { code: 'insufficient_funds', type: 'invalid_request_error' } })
    if (pays) session.payment_status = 'paid'
    else chargeOf(intent).status = 'failed'
    emit(pays ? 'checkout.session.async_payment_succeeded' : 'checkout.session.async_payment_failed', session)
    emit(pays ? 'payment_intent.succeeded' : 'payment_intent.payment_failed', intent)
  }

  /** A dispute begins, or goes on; a debit that comes back late is one that is lost at once. */
  function disputeTo(id: string, status: string) {
    const intent = intentFor(sessionOf(id))
    const known = disputes.find((one) => one.payment_intent === intent.id)
    if (known) {
      known.status = status
      emit('charge.dispute.closed', known)
      return
    }
    const its = chargeOf(intent)
    its.disputed = true
    const made: Dispute = {
      id: newId('du'),
      object: 'dispute',
      amount: its.amount_captured - its.amount_refunded,
      charge: its.id,
      created: now(),
      currency: intent.currency,
      payment_intent: intent.id,
      reason: its.payment_method_details.type === 'card' ? 'fraudulent' : 'debit_not_authorized',
      status,
    }
    disputes.push(made)
    emit('charge.dispute.created', made)
    if (status === 'lost') emit('charge.dispute.closed', made)
  }

  return {
    sessionOf,
    intentOf,
    create,
    pay,
    settleDebit,
    disputeTo,
    expire(id: string): Session {
      const session = sessionOf(id)
      if (session.status !== 'open') throw new Refused(400, 'invalid_request_error', 'Only Checkout Sessions with a status in ["open"] can be expired.')
      expireNow(session)
      return session
    },
    capture(id: string): Intent {
      const intent = intentOf(id)
      if (intent.status !== 'requires_capture') throw wrongState(`This PaymentIntent could not be captured because it has a status of ${intent.status}.`)
      take(intent)
      emit('charge.captured', chargeOf(intent))
      return intent
    },
    cancel(id: string): Intent {
      const intent = intentOf(id)
      if (intent.status !== 'requires_capture') throw wrongState(`You cannot cancel this PaymentIntent because it has a status of ${intent.status}.`)
      Object.assign(intent, { status: 'canceled', amount_capturable: 0 })
      emit('payment_intent.canceled', intent)
      return intent
    },
    refund(form: Form): Refund {
      const intent = intentOf(textAt(form, 'payment_intent') ?? '')
      const its = chargeOf(intent)
      const amount = Number(textAt(form, 'amount') ?? intent.amount)
      if (intent.status !== 'succeeded') throw new Refused(400, 'invalid_request_error', 'This PaymentIntent does not have a successful charge to refund.', 'payment_intent_unexpected_state')
      if (its.disputed && disputes.some((one) => one.charge === its.id && one.status !== 'won')) throw new Refused(400, 'invalid_request_error', 'The charge is disputed.', 'charge_disputed')
      if (amount > its.amount_captured - its.amount_refunded) throw new Refused(400, 'invalid_request_error', 'The amount is greater than what is left.', 'charge_already_refunded')
      its.amount_refunded += amount
      const isBank = its.payment_method_details.type === 'us_bank_account'
      const made: Refund = { id: newId('re'), object: 'refund', amount, charge: its.id, created: now(), currency: intent.currency, metadata: formAt(form, 'metadata'), payment_intent: intent.id, status: isBank ? 'pending' : 'succeeded' }
      refunds.push(made)
      emit('charge.refunded', its)
      return made
    },
    /** A refund that the payer's bank would not take: the money is with the merchant again. */
    failRefunds(id: string) {
      const intent = intentFor(sessionOf(id))
      for (const refund of refunds.filter((one) => one.payment_intent === intent.id)) {
        refund.status = 'failed'
        chargeOf(intent).amount_refunded -= refund.amount
        emit('refund.failed', refund)
      }
    },
    listSessions: () => [...sessions.values()].map(({ id }) => sessionOf(id)).reverse(),
    listRefunds: () => [...refunds].reverse(),
    listDisputes: () => [...disputes].reverse(),
    chargeIn: (intent: Intent) => charges.get(intent.latest_charge ?? '') ?? null,
  }
}

export type Objects = ReturnType<typeof openObjects>
