import { askForRefund, decideRefund, refundOfOffice, type RefundToAsk, takeRefundBack } from '../../filing/index.ts'
import { operation, type OperationContext } from '../../platform/operation.ts'
import { notOpened, openedCase } from '../case-file/opened-case.ts'
import { type Right, whoMay } from '../may.ts'

type Named = { readonly receiptNumber: string; readonly refund: string }

const mayInSession = (right: Right) => {
  const may = whoMay(right)
  return (actor: OperationContext['actor']): boolean => may(actor) && actor.sessionId !== null
}

/** **Ask for the refund**: the first of two people. */
export const askRefund = operation({
  name: 'officer.ask-refund',
  allow: (actor, _input: Omit<RefundToAsk, 'caseId'> & { receiptNumber: string }) => mayInSession('ask-refund')(actor),
  refusals: [...notOpened, 'no-payment', 'too-much', 'no-reason'],
  async run(context, { receiptNumber, ...asked }) {
    const found = await openedCase(context, receiptNumber)
    if (typeof found === 'string') return context.refuse(found)
    if (!context.services.agency.refundReasons?.includes(asked.reason)) return context.refuse('no-reason')
    const made = await askForRefund(context, { ...asked, caseId: found.id })
    return typeof made === 'string' ? context.refuse(made) : made
  },
})

const deciding = (name: string, agreed: boolean) =>
  operation({
    name,
    allow: (actor, _input: Named & { answer: string }) => mayInSession('decide-refund')(actor),
    refusals: [...notOpened, 'no-refund', 'no-answer', 'decided-already', 'asked-by-you', 'too-much'],
    async run(context, { receiptNumber, refund, answer }) {
      const found = await openedCase(context, receiptNumber)
      if (typeof found === 'string') return context.refuse(found)
      if (!agreed && answer === '') return context.refuse('no-answer')
      const known = await refundOfOffice(context, refund)
      const outcome = await decideRefund(context, known, { caseId: found.id, refund, agreed, answer })
      return outcome === 'decided' ? undefined : context.refuse(outcome)
    },
  })

/** **Agree**: the second of two people, and never the first; then the money goes back. */
export const agreeRefund = deciding('officer.agree-refund', true)

/** **Decline**: the second of two people does not agree and says why; nothing is given back. */
export const declineRefund = deciding('officer.decline-refund', false)

/** **Take back**: who asked thought better of it. */
export const takeBackRefund = operation({
  name: 'officer.take-refund-back',
  allow: (actor, _input: Named) => mayInSession('ask-refund')(actor),
  refusals: [...notOpened, 'no-refund', 'decided-already', 'not-yours'],
  async run(context, { receiptNumber, refund }) {
    const found = await openedCase(context, receiptNumber)
    if (typeof found === 'string') return context.refuse(found)
    const outcome = await takeRefundBack(context, await refundOfOffice(context, refund), { caseId: found.id, refund })
    return outcome === 'taken-back' ? undefined : context.refuse(outcome)
  },
})
