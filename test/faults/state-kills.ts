import type { From } from '../../src/filing/payment/transitions.ts'
import { accounts, cards } from '../../src/platform/pay/cashier-bench.ts'
import { type Act, at, debit, heard, hearsNothing, heldAt, hoursPass, inItsTransaction, leave, letGoElsewhere, opened, paidAndChanged, pay, payAgain, payWith, press, refused, rowIsFree, signAgain, tenTimes, then } from './payment-acts.ts'

/** A kill of the server while a filing stands somewhere, and what must be true then. */
export interface Kill {
  /** What was going on. */
  readonly when: string
  /** Brings a signed filing there, where it stays until it is told to go on; settles when the kill is due. */
  readonly bring: Act
  /** While the server is dead. */
  readonly meanwhile?: Act
  /** The page of the filing after it: how things stand, and what to do next. */
  readonly says: RegExp
  /** Where Pay and submit leads when it is pressed again. */
  readonly again: RegExp
  /** What the person does from there. Left out: it goes on by itself. */
  readonly goOn?: Act
  /** All the payments of the filing in the end. */
  readonly ends: readonly From[]
}

const waiting = /Your payment is waiting.*Pay to submit it.*Go to the payment page/
const received = /We received your form.*Receipt number.*IOE\d{10}.*What happens next/
const cardPage = /Card number/
const accepted = /Your card was accepted/
const unsigned = /Sign/
const letGo = /Your form was not submitted.*no money was taken.*Review and sign again/

/** At least one for each state of src/filing/payment/transitions.ts. */
export const kills: Record<From, readonly Kill[]> = {
  none: [
    { when: 'the press had not been committed', bring: inItsTransaction(press), meanwhile: rowIsFree, says: /Pay and submit/, again: cardPage, goOn: payAgain, ends: ['captured'] },
  ],
  preparing: (['unheard', 'acted'] as const).map((where) => ({
    when: where === 'unheard' ? 'the provider had not heard of it' : 'the provider had opened its page and we had not heard',
    bring: heldAt('open', where, press),
    says: /We are preparing your payment.*Continue/,
    again: /We are preparing your payment/,
    goOn: payAgain,
    ends: ['captured'],
  })),
  open: [
    { when: 'nobody had paid', bring: opened, says: waiting, again: cardPage, goOn: payAgain, ends: ['captured'] },
    { when: 'it was paid and nobody here knew', bring: then(opened, heldAt('find', 'unheard', pay)), says: waiting, again: accepted, ends: ['captured'] },
    { when: 'its receipt was being written', bring: then(opened, inItsTransaction(pay)), meanwhile: then(hearsNothing, rowIsFree), says: waiting, again: accepted, ends: ['captured'] },
  ],
  pending: [
    { when: 'the bank was being asked', bring: then(opened, payWith(cards.slow), at('pending')), says: /We are confirming your payment.*nothing is lost/, again: /Your card is still being checked/, goOn: hoursPass(1.1), ends: ['captured'] },
  ],
  authorised: (['unheard', 'acted'] as const).map((where) => ({
    when: where === 'unheard' ? 'the provider had not been asked to take the money' : 'the money was taken and we had not heard',
    bring: then(opened, heldAt('capture', where, pay)),
    says: received,
    again: received,
    ends: ['captured'],
  })),
  processing: [
    { when: 'a bank debit was on its way', bring: then(opened, debit(accounts.sure), at('processing')), says: /We received your form.*Your payment is on its way.*IOE\d{10}/, again: received, goOn: hoursPass(1.1), ends: ['captured'] },
  ],
  captured: [{ when: 'its papers were being made', bring: then(opened, pay, at('captured')), says: received, again: received, ends: ['captured'] }],
  returned: [
    {
      when: 'its filing had just been rejected',
      bring: then(opened, debit(accounts.returned), at('processing'), hoursPass(1.1), at('returned')),
      says: /Your bank sent the payment back.*File again with these answers/,
      again: /Your bank sent the payment back/,
      ends: ['returned'],
    },
  ],
  releasing: (['unheard', 'acted'] as const).map((where) => ({
    when: where === 'unheard' ? 'the provider had not been asked to let go' : 'the provider had let go and we had not heard',
    bring: then(paidAndChanged, heldAt('cancel', where, heard('find'))),
    says: letGo,
    again: unsigned,
    goOn: then(signAgain, press, payAgain),
    ends: ['released', 'captured'],
  })),
  released: [
    { when: 'the money was free again', bring: then(paidAndChanged, heard('find'), at('released')), says: letGo, again: unsigned, goOn: then(signAgain, press, payAgain), ends: ['released', 'captured'] },
  ],
  declined: [
    { when: 'no card had been taken', bring: then(opened, ...tenTimes(payWith(cards.declined)), at('declined')), says: /The payment was declined.*Pay again/, again: cardPage, goOn: payAgain, ends: ['declined', 'captured'] },
  ],
  cancelled: [
    { when: 'the person had left the payment page', bring: then(opened, leave, at('cancelled')), says: /The payment was cancelled.*Nothing was charged.*Pay again/, again: cardPage, goOn: payAgain, ends: ['cancelled', 'captured'] },
  ],
  expired: [
    { when: 'nobody had paid in time', bring: then(opened, hoursPass(25), at('expired')), says: /The payment page has expired.*Nothing was charged.*Pay again/, again: cardPage, goOn: payAgain, ends: ['expired', 'captured'] },
  ],
  failed: [
    { when: 'the provider had refused for good', bring: then(refused, press, at('failed')), meanwhile: heard('open'), says: /We could not open the payment page.*Nothing was charged.*Pay again/, again: cardPage, goOn: payAgain, ends: ['failed', 'captured'] },
  ],
  'not-captured': [
    { when: 'the money had been let go before it was taken', bring: then(opened, heldAt('capture', 'unheard', pay), letGoElsewhere, heard('capture'), at('not-captured')), says: /We received your form.*The fee of this case is not paid.*You were not charged.*IOE\d{10}/, again: received, ends: ['not-captured'] },
  ],
}
