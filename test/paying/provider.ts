import { setTimeout as pause } from 'node:timers/promises'
import { type PayCheckout, type PayDispute, type PayEventKind, PayFailure, type PayMovement, type PayMovementKind, type PayPort, type PayRefund, type ProviderState } from '../../src/platform/pay/index.ts'

/** What may go wrong with one question to the provider: before it acted, after it, or only late. */
export const troubles = ['unreachable', 'timed-out-before', 'timed-out-after', 'overloaded', 'garbage-after', 'killed-after', 'slow'] as const
export type Trouble = (typeof troubles)[number]

export type Checkout = Omit<ProviderState, 'url' | 'refunds'> & { refunds: PayRefund[]; dispute?: PayDispute; expiresAt: Temporal.Instant }
export type News = { readonly eventId: string; readonly providerId: string; readonly kind: PayEventKind }

const declinesMost = 3
const openHours = 24
const holdHours = 24 * 7
const slowMilliseconds = 4

const notNow = () => new PayFailure('not-allowed-now')

/**
 * A provider in memory, as faithful to the port as the cashier is: one answer a key, money that moves once, pages that run
 * out, events about each move. What goes wrong with a question is told to it beforehand, one trouble a question.
 */
export function providerInMemory(now: () => Temporal.Instant) {
  const checkouts = new Map<string, Checkout>()
  const answers = new Map<string, { what: string; answer: unknown }>()
  const news: News[] = []
  const moved: PayMovement[] = []
  const ahead: Trouble[] = []
  const standing = { isDown: false }
  const lapsed = new Set<string>()
  let made = 0
  const nextId = (prefix: string) => {
    made += 1
    return `${prefix}_${made}`
  }

  const tell = ({ providerId }: Checkout, kind: PayEventKind) => void news.push({ eventId: nextId('ev'), providerId, kind })
  const note = ({ providerId, reference }: Checkout, kind: PayMovementKind, amountCents: number) =>
    void moved.push({ kind, amountCents, at: now(), reference, providerId })
  const move = (checkout: Checkout, status: Checkout['status']) => {
    checkout.status = status
    if (status !== 'open' && status !== 'pending') tell(checkout, status)
  }

  /** What time has done: pages nobody came to, and holds nobody took. */
  function passTime() {
    for (const checkout of checkouts.values()) {
      if (Temporal.Instant.compare(checkout.expiresAt, now()) > 0) continue
      if (checkout.status === 'open') move(checkout, 'expired')
      if (checkout.status === 'authorised') {
        lapsed.add(checkout.providerId)
        move(checkout, 'cancelled')
      }
    }
  }

  const found = (id: string): Checkout => {
    const checkout = checkouts.get(id)
    if (!checkout) throw new PayFailure('no-such-checkout')
    return checkout
  }
  const state = (checkout: Checkout): ProviderState => structuredClone({ ...checkout, url: urlOf(checkout.providerId), expiresAt: undefined }) as ProviderState

  /** One question: trouble before, the work, trouble after. */
  async function asked<T>(work: () => T): Promise<T> {
    await pause(0)
    const trouble = standing.isDown ? 'unreachable' : ahead.shift()
    if (trouble === 'unreachable') throw new PayFailure('unreachable')
    if (trouble === 'timed-out-before') throw new PayFailure('timed-out')
    if (trouble === 'overloaded') throw new PayFailure('overloaded')
    passTime()
    const answer = work()
    if (trouble === 'timed-out-after') throw new PayFailure('timed-out')
    if (trouble === 'garbage-after') throw new PayFailure('not-understood')
    if (trouble === 'killed-after') throw new Error('killed')
    if (trouble === 'slow') await pause(slowMilliseconds)
    return answer
  }

  /** The same key gives the first answer again; refusals are not kept. */
  function once<T>(key: string, what: string, work: () => T): T {
    const earlier = answers.get(key)
    if (earlier && earlier.what !== what) throw new PayFailure('key-used-otherwise')
    if (earlier) return earlier.answer as T
    const answer = work()
    answers.set(key, { what, answer })
    return answer
  }

  function open(checkout: PayCheckout) {
    const providerId = nextId('co')
    const { amountCents, currency, reference } = checkout
    const none = { capturedCents: 0, refundedCents: 0, takenBackCents: 0, attempts: 0, refunds: [] }
    checkouts.set(providerId, { providerId, status: 'open', amountCents, currency, reference, ...none, expiresAt: now().add({ hours: openHours }) })
    return { providerId, url: urlOf(providerId) }
  }

  function take(checkout: Checkout) {
    checkout.capturedCents = checkout.amountCents
    note(checkout, 'captured', checkout.amountCents)
    move(checkout, 'captured')
  }

  function giveBack(checkout: Checkout, amountCents: number, key: string) {
    if (checkout.status !== 'captured') throw notNow()
    if (checkout.refundedCents + checkout.takenBackCents + amountCents > checkout.capturedCents) throw notNow()
    checkout.refundedCents += amountCents
    note(checkout, 'refunded', amountCents)
    checkout.refunds.push({ key, amountCents, status: 'done' })
  }

  const port: PayPort = {
    name: 'memory',
    pageOrigin: 'http://provider.test',
    open: (checkout, key) => asked(() => once(key, JSON.stringify(checkout), () => open(checkout))),
    find: (id) => asked(() => state(found(id))),
    findByReference: (reference) => asked(() => [...checkouts.values()].filter((each) => each.reference === reference).map(state)),
    capture: (id, key) =>
      asked(() =>
        once(key, `capture ${id}`, () => {
          const checkout = found(id)
          if (checkout.status === 'authorised') take(checkout)
          else if (checkout.status !== 'captured') throw notNow()
          return state(checkout)
        }),
      ),
    cancel: (id, key) =>
      asked(() =>
        once(key, `cancel ${id}`, () => {
          const checkout = found(id)
          if (checkout.status === 'open' || checkout.status === 'authorised') move(checkout, 'cancelled')
          else if (checkout.status !== 'cancelled') throw notNow()
          return state(checkout)
        }),
      ),
    refund: (id, amountCents, key) =>
      asked(() =>
        once(key, `refund ${id} ${amountCents}`, () => {
          giveBack(found(id), amountCents, key)
          return state(found(id))
        }),
      ),
    listMovements: (from, until) =>
      asked(() => moved.filter(({ at: when }) => Temporal.Instant.compare(when, from) >= 0 && Temporal.Instant.compare(when, until) < 0)),
    listTakenBack: () => asked(() => [...checkouts.values()].filter(({ takenBackCents }) => takenBackCents > 0).map(({ providerId }) => providerId)),
    verifyEvent: () => null,
  }

  /** The payer's hand, and the banks'. Each does nothing where it does not fit, as a page that is out of date. */
  const payer = {
    approve: (id: string) => at(id, ['open'], hold),
    slow: (id: string) => at(id, ['open'], (checkout) => move(checkout, 'pending')),
    debit: (id: string) =>
      at(id, ['open'], (checkout) => {
        checkout.method = 'bank-debit'
        move(checkout, 'processing')
      }),
    decline: (id: string) =>
      at(id, ['open'], (checkout) => {
        checkout.attempts += 1
        if (checkout.attempts >= declinesMost) move(checkout, 'declined')
        else tell(checkout, 'declined')
      }),
    leave: (id: string) => at(id, ['open'], (checkout) => move(checkout, 'cancelled')),
    bankAgrees: (id: string) => at(id, ['pending', 'processing'], (checkout) => (checkout.status === 'pending' ? hold(checkout) : take(checkout))),
    bankRefuses: (id: string) => at(id, ['pending', 'processing'], (checkout) => move(checkout, checkout.status === 'pending' ? 'open' : 'returned')),
    bankTakesBack: (id: string) =>
      at(id, ['captured'], (checkout) => {
        if (checkout.method !== 'bank-debit' || checkout.refundedCents > 0) return
        takeBack(checkout, checkout.capturedCents)
        move(checkout, 'returned')
      }),
    dispute: (id: string) =>
      at(id, ['captured'], (checkout) => {
        if (checkout.method === 'bank-debit' || checkout.dispute || checkout.refundedCents > 0) return
        checkout.dispute = { status: 'open', amountCents: checkout.capturedCents }
        takeBack(checkout, checkout.capturedCents)
        tell(checkout, 'disputed')
      }),
    closeDispute: (id: string, won: boolean) =>
      at(id, ['captured'], (checkout) => {
        if (checkout.dispute?.status !== 'open') return
        checkout.dispute.status = won ? 'won' : 'lost'
        if (won) takeBack(checkout, -checkout.takenBackCents)
        tell(checkout, 'disputed')
      }),
  }

  function at(id: string, statuses: readonly Checkout['status'][], work: (checkout: Checkout) => void): void {
    passTime()
    const checkout = checkouts.get(id)
    if (checkout && statuses.includes(checkout.status)) work(checkout)
  }
  function hold(checkout: Checkout) {
    checkout.method = 'card'
    checkout.expiresAt = now().add({ hours: holdHours })
    move(checkout, 'authorised')
  }
  function takeBack(checkout: Checkout, amountCents: number) {
    checkout.takenBackCents += amountCents
    note(checkout, amountCents < 0 ? 'won-back' : checkout.dispute ? 'disputed' : 'returned', Math.abs(amountCents))
  }

  /** Before the next filing: what is over is asked about no more, and looking through it would cost more each time. */
  const forget = () => {
    for (const each of [checkouts, answers, lapsed]) each.clear()
    news.length = 0
  }

  return { port, payer, forget, checkouts, lapsed, news, ahead, standing }
}

const urlOf = (id: string) => `http://provider.test/pay/${id}`
export const idAt = (url: string): string => url.split('/').at(-1) ?? ''

export type Provider = ReturnType<typeof providerInMemory>
