import { createHash, randomBytes } from 'node:crypto'
import { type BankStep, stepsOfCard, stepsOfDebit } from './bank-steps.ts'
import type { CashierStore } from './cashier-store.ts'
import {
  attemptsMax,
  bankStepMs,
  type Checkout,
  type CheckoutRequest,
  type CheckoutStatus,
  type EventKind,
  mayBecome,
  openHours,
  publicState,
  slowAnswerMs,
  takenBackCents,
} from './checkout.ts'
import type { Clock } from './clock.ts'
import type { BankEntry, CardEntry } from './pay-form.ts'

/** Faults a test may ask for: the next so many events (or all) never sent, all sent twice, every other one held. */
export type Chaos = { loseEvents?: number | 'all'; doubleEvents?: boolean; holdEveryOtherEventMs?: number }

export type TillSettings = { store: CashierStore; clock: Clock; chaos: Chaos; slowAnswerMs?: number; bankStepMs?: number }

/** An answer of the contract: a status of HTTP and its JSON. */
export type Answer = { status: number; body: Record<string, unknown> }

export type Till = ReturnType<typeof openTill>

const newId = (prefix: string) => `${prefix}_${randomBytes(16).toString('hex')}`
const refused = (status: number, error: string): Answer => ({ status, body: { error } })

/** What the cashier can do with a checkout. Every verb is one transaction, its event inside it. */
export function openTill(settings: TillSettings) {
  const { store, clock, chaos } = settings
  const announce = announcer(store, clock, chaos)
  function move(checkout: Checkout, to: CheckoutStatus, kind: EventKind) {
    store.markStatus(checkout.id, to)
    announce(checkout.id, kind)
  }
  const drawer = { store, clock, announce, move, stepMs: settings.bankStepMs ?? bankStepMs }
  return { ...merchantVerbs(drawer), ...payerVerbs(drawer, settings.slowAnswerMs ?? slowAnswerMs), ...dueVerbs(drawer) }
}

type Drawer = {
  store: CashierStore
  clock: Clock
  announce: (checkoutId: string, kind: EventKind) => void
  move: (checkout: Checkout, to: CheckoutStatus, kind: EventKind) => void
  stepMs: number
}

/** The same key with the same body gets the first answer again; with another body, 409. Refusals are not kept. */
function once({ store, clock }: Drawer, key: string, what: unknown, work: () => Answer): Answer {
  const fingerprint = createHash('sha256').update(JSON.stringify(what)).digest('hex')
  return store.transaction(() => {
    const earlier = store.findRequest(key)
    if (earlier && earlier.fingerprint !== fingerprint) return refused(409, 'idempotency-key-used-otherwise')
    if (earlier) return JSON.parse(earlier.answer) as Answer
    const answer = work()
    if (answer.status < 300) store.insertRequest(key, fingerprint, JSON.stringify(answer), clock())
    return answer
  })
}

/** Answers 404 when there is no such checkout, the work's refusal, or the state after the change. */
function change(store: CashierStore, id: string, work: (checkout: Checkout) => Answer | undefined): Answer {
  const checkout = store.findCheckout(id)
  if (!checkout) return refused(404, 'no-such-checkout')
  return work(checkout) ?? { status: 200, body: publicState(store.findCheckout(id) ?? checkout) }
}

function merchantVerbs(drawer: Drawer) {
  const { store, clock, move, announce, stepMs } = drawer
  return {
    open: (request: CheckoutRequest, key: string): Answer =>
      once(drawer, key, ['open', request], () => {
        const id = newId('co')
        store.insertCheckout(id, request, clock(), clock() + openHours * 3_600_000)
        return { status: 201, body: { id, status: 'open' } }
      }),

    /** The money moves here, and only here; a second capture finds it moved and says so. */
    capture: (id: string, key: string): Answer =>
      once(drawer, key, ['capture', id], () =>
        change(store, id, (checkout) => {
          if (checkout.status === 'captured') return undefined
          if (!mayBecome(checkout.status, 'captured')) return refused(409, 'not-authorised')
          store.insertMovement(id, 'charge', checkout.amountCents, clock())
          move(checkout, 'captured', 'checkout.captured')
          store.beginPlan(id, clock() + stepMs)
          return undefined
        }),
      ),

    /** Gives up an open checkout or lets go of an authorised one. Money that moved can only be refunded. */
    cancel: (id: string, key: string): Answer =>
      once(drawer, key, ['cancel', id], () =>
        change(store, id, (checkout) => {
          if (checkout.status === 'cancelled') return undefined
          if (!mayBecome(checkout.status, 'cancelled')) return refused(409, 'not-cancellable')
          move(checkout, 'cancelled', 'checkout.cancelled')
          return undefined
        }),
      ),

    refund: (id: string, amountCents: number, key: string): Answer =>
      once(drawer, key, ['refund', id, amountCents], () =>
        change(store, id, (checkout) => {
          if (checkout.status !== 'captured') return refused(409, 'not-captured')
          const left = checkout.capturedCents - checkout.refundedCents - takenBackCents(checkout)
          if (amountCents > left) return refused(409, 'refund-too-large')
          store.insertMovement(id, 'refund', amountCents, clock())
          store.insertRefund(id, key, amountCents, clock())
          announce(id, 'checkout.refunded')
          return undefined
        }),
      ),
  }
}

function payerVerbs({ store, clock, announce, move, stepMs }: Drawer, slowMs: number) {
  return {
    /** One press of Pay. Pressed again on a checkout that is done, nothing happens. */
    pay: (id: string, card: CardEntry): 'declined' | 'done' =>
      store.transaction(() => {
        const checkout = store.findCheckout(id)
        if (checkout?.status !== 'open') return 'done'
        store.recordAttempt(id, card.last4, card.outcome === 'doubled')
        if (card.outcome === 'declined') {
          if (checkout.attempts + 1 >= attemptsMax) store.markStatus(id, 'declined')
          announce(id, 'checkout.declined')
          return 'declined'
        }
        const later = stepsOfCard[card.outcome]
        if (later) store.insertPlan(id, false, later, null)
        if (card.outcome === 'slow') store.markPending(id, clock() + slowMs)
        else move(checkout, 'authorised', 'checkout.authorised')
        return 'done'
      }),

    /** One press of Use this account: the bank is told, and what it does comes later. */
    debit: (id: string, { outcome }: BankEntry): void =>
      store.transaction(() => {
        const checkout = store.findCheckout(id)
        if (checkout?.status !== 'open') return
        store.insertPlan(id, true, stepsOfDebit[outcome], clock() + stepMs)
        move(checkout, 'processing', 'checkout.processing')
      }),

    /** The payer's Cancel, which only an open checkout follows. */
    leave: (id: string): void =>
      store.transaction(() => {
        const checkout = store.findCheckout(id)
        if (checkout?.status === 'open') move(checkout, 'cancelled', 'checkout.cancelled')
      }),
  }
}

const takenOf = ({ capturedCents, refundedCents }: Checkout) => capturedCents - refundedCents

/** What each step of a bank does to a checkout, in the caller's transaction. */
const bankSteps: Record<BankStep, (drawer: Drawer, checkout: Checkout) => void> = {
  take({ store, clock, move }, checkout) {
    if (!mayBecome(checkout.status, 'captured')) return
    store.insertMovement(checkout.id, 'charge', checkout.amountCents, clock())
    move(checkout, 'captured', 'checkout.captured')
  },
  return({ store, clock, move }, checkout) {
    const amountCents = takenOf(checkout)
    if (amountCents > 0) store.insertTaking(checkout.id, { kind: 'return', status: 'lost', amountCents }, clock())
    move(checkout, 'returned', 'checkout.returned')
  },
  dispute({ store, clock, announce }, checkout) {
    const amountCents = takenOf(checkout)
    if (amountCents === 0) return
    store.insertTaking(checkout.id, { kind: 'dispute', status: 'open', amountCents }, clock())
    announce(checkout.id, 'checkout.disputed')
  },
  win: (drawer, { id, taking }) => decide(drawer, id, taking && 'won'),
  lose: (drawer, { id, taking }) => decide(drawer, id, taking && 'lost'),
}

function decide({ store, clock, announce }: Drawer, id: string, status: 'won' | 'lost' | null): void {
  if (!status) return
  store.markTaking(id, status, clock())
  announce(id, 'checkout.disputed')
}

function dueVerbs(drawer: Drawer) {
  const { store, clock, move, stepMs } = drawer
  return {
    /** Answers slow cards, lets banks take their next step and closes forgotten checkouts whose time has come. */
    settleDue: (): void => {
      const now = clock()
      const settle = (id: string, to: CheckoutStatus, kind: EventKind) =>
        store.transaction(() => {
          const checkout = store.findCheckout(id)
          if (checkout && mayBecome(checkout.status, to)) move(checkout, to, kind)
        })
      for (const id of store.listAnswerDue(now)) settle(id, 'authorised', 'checkout.authorised')
      for (const { id, steps } of store.listPlansDue(now)) {
        const [step, ...rest] = steps
        store.transaction(() => {
          store.recordPlan(id, rest, rest.length > 0 ? now + stepMs : null)
          const checkout = store.findCheckout(id)
          if (checkout && step) bankSteps[step](drawer, checkout)
        })
      }
      for (const id of store.listExpiryDue(now)) settle(id, 'expired', 'checkout.expired')
    },
  }
}

/** Writes an event down beside the change it tells of; the delivery sends it later. */
function announcer(store: CashierStore, clock: Clock, chaos: Chaos) {
  let toLose = chaos.loseEvents === 'all' ? Number.POSITIVE_INFINITY : (chaos.loseEvents ?? 0)
  let count = 0
  return (checkoutId: string, kind: EventKind): void => {
    const checkout = store.findCheckout(checkoutId)
    if (!checkout) return
    const isLost = toLose-- > 0
    const heldMs = count++ % 2 === 0 ? (chaos.holdEveryOtherEventMs ?? 0) : 0
    const timestamp = Temporal.Instant.fromEpochMilliseconds(clock()).toString()
    const body = JSON.stringify({ type: kind, timestamp, data: publicState(checkout) })
    const copiesLeft = checkout.isDoubled || chaos.doubleEvents ? 2 : 1
    const event = { id: newId('ev'), checkoutId, kind, body, webhookUrl: checkout.webhookUrl, copiesLeft }
    store.insertEvent({ ...event, dueAt: clock() + heldMs }, isLost)
  }
}
