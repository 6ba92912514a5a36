import { createHmac, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { CashierStore } from './cashier-store.ts'
import type { Checkout } from './checkout.ts'
import type { Clock } from './clock.ts'
import { type KeptValues, type PayFormErrors, readBankForm, readPayForm } from './pay-form.ts'
import { closedPage, type FailedStatus, failedPage, payPage } from './pay-page.tsx'
import type { Till } from './till.ts'

export type PayerPagesSettings = {
  store: CashierStore
  till: Till
  clock: Clock
  secret: string
  origin: () => string
  wake: () => void
}

const nothingKept: KeptValues = {}

/** `form-action` also judges the redirect that answers a form, so it names where this checkout goes back to. */
function policy(checkout?: Checkout): string {
  const back = checkout ? [new URL(checkout.returnUrl).origin, new URL(checkout.cancelUrl).origin] : []
  const formAction = ["'self'", ...new Set(back)].join(' ')
  const shows = ["default-src 'none'", "style-src 'self'", "img-src 'self'"]
  return [...shows, "base-uri 'none'", "frame-ancestors 'none'", `form-action ${formAction}`].join('; ')
}

function sendPage(reply: FastifyReply, status: number, page: string, checkout?: Checkout): FastifyReply {
  return reply
    .code(status)
    .headers({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy(checkout),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      // Not no-referrer: that would make a browser post our own form with `Origin: null`.
      'referrer-policy': 'same-origin',
      'x-robots-tag': 'noindex',
    })
    .send(page)
}

export function sendFailedPage(reply: FastifyReply, status: FailedStatus): FastifyReply {
  return sendPage(reply, status, failedPage(status))
}

function isFromOurPage(request: FastifyRequest, origin: string): boolean {
  const site = request.headers['sec-fetch-site']
  return site === undefined ? request.headers.origin === origin : site === 'same-origin'
}

/** The pages a payer sees; they work without JavaScript. A checkout's id is a secret of 128 bits. */
export function payerPages(server: FastifyInstance, settings: PayerPagesSettings) {
  const { store, till, clock, wake } = settings
  const tokenOf = (id: string) => createHmac('sha256', settings.secret).update(`pay-form:${id}`).digest('hex')
  const isToken = (given: string, id: string) => {
    const [one, other] = [Buffer.from(given), Buffer.from(tokenOf(id))]
    return one.length === other.length && timingSafeEqual(one, other)
  }
  const today = () => Temporal.Instant.fromEpochMilliseconds(clock()).toZonedDateTimeISO('UTC').toPlainDate()

  function show(reply: FastifyReply, checkout: Checkout, status: number, errors: PayFormErrors, kept: KeptValues) {
    const isOpen = checkout.status === 'open'
    const page = isOpen ? payPage(checkout, tokenOf(checkout.id), errors, kept) : closedPage(checkout)
    return sendPage(reply, status, page, checkout)
  }

  function take(reply: FastifyReply, checkout: Checkout, form: URLSearchParams) {
    if (checkout.status !== 'open') return reply.redirect(checkout.returnUrl, 303)
    const { errors, kept, card } = readPayForm(form, today())
    if (!card) return show(reply, checkout, 422, errors, kept)
    const result = till.pay(checkout.id, card)
    wake()
    if (result === 'done') return reply.redirect(checkout.returnUrl, 303)
    const after = store.findCheckout(checkout.id) ?? checkout
    return show(reply, after, 422, { cardNumber: 'error.card-number.declined' }, kept)
  }

  function debit(reply: FastifyReply, checkout: Checkout, form: URLSearchParams) {
    if (checkout.status !== 'open') return reply.redirect(checkout.returnUrl, 303)
    const { errors, kept, bank } = readBankForm(form)
    if (!bank) return show(reply, checkout, 422, errors, kept)
    till.debit(checkout.id, bank)
    wake()
    return reply.redirect(checkout.returnUrl, 303)
  }

  type OfOne = { Params: { id: string } }
  server.get<OfOne>('/pay/:id', (request, reply) => {
    till.settleDue()
    const checkout = store.findCheckout(request.params.id)
    return checkout ? show(reply, checkout, 200, {}, nothingKept) : sendFailedPage(reply, 404)
  })
  server.post<OfOne>('/pay/:id', (request, reply) => {
    if (!isFromOurPage(request, settings.origin())) return sendFailedPage(reply, 403)
    till.settleDue()
    const checkout = store.findCheckout(request.params.id)
    if (!checkout) return sendFailedPage(reply, 404)
    const form = request.body instanceof URLSearchParams ? request.body : new URLSearchParams()
    if (!isToken(form.get('token') ?? '', checkout.id)) return sendFailedPage(reply, 403)
    if (form.get('action') === 'debit') return debit(reply, checkout, form)
    if (form.get('action') !== 'cancel') return take(reply, checkout, form)
    till.leave(checkout.id)
    wake()
    const isLeft = store.findCheckout(checkout.id)?.status === 'cancelled'
    return reply.redirect(isLeft ? checkout.cancelUrl : checkout.returnUrl, 303)
  })
}
