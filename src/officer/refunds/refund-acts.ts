import { caseForOffice } from '../../cases/index.ts'
import { askForRefund, decideRefund, refundOfOffice, type RefundToAsk, takeRefundBack } from '../../filing/index.ts'
import { operation, type OperationContext } from '../../platform/operation.ts'
import { findOpening } from '../case-file/opening-store.ts'
import { type Right, whoMay } from '../may.ts'

type Named = { readonly receiptNumber: string; readonly refund: string }

const mayInSession = (right: Right) => {
  const may = whoMay(right)
  return (actor: OperationContext['actor']): boolean => may(actor) && actor.sessionId !== null
}

/** The case, for who gave a reason for opening its file in this session. */
async function openedCase(context: OperationContext, receiptNumber: string): Promise<string | 'unknown-case' | 'file-not-opened'> {
  const found = await caseForOffice.run(context, { receiptNumber })
  if (!found) return 'unknown-case'
  return (await findOpening(context.tx, context.actor.sessionId as string, found.id)) ? found.id : 'file-not-opened'
}

const notOpened = ['unknown-case', 'file-not-opened'] as const
const isNotOpened = (found: string): found is (typeof notOpened)[number] => notOpened.some((each) => each === found)

/** **Ask for the refund**: the first of two people. */
export const askRefund = operation({
  name: 'officer.ask-refund',
  allow: (actor, _input: Omit<RefundToAsk, 'caseId'> & { receiptNumber: string }) => mayInSession('ask-refund')(actor),
  refusals: [...notOpened, 'no-payment', 'too-much', 'no-reason'],
  async run(context, { receiptNumber, ...asked }) {
    const caseId = await openedCase(context, receiptNumber)
    if (isNotOpened(caseId)) return context.refuse(caseId)
    if (!context.services.agency.refundReasons?.includes(asked.reason)) return context.refuse('no-reason')
    const made = await askForRefund(context, { ...asked, caseId })
    return typeof made === 'string' ? context.refuse(made) : made
  },
})

const deciding = (name: string, agreed: boolean) =>
  operation({
    name,
    allow: (actor, _input: Named & { answer: string }) => mayInSession('decide-refund')(actor),
    refusals: [...notOpened, 'no-refund', 'decided-already', 'asked-by-you', 'too-much'],
    async run(context, { receiptNumber, refund, answer }) {
      const caseId = await openedCase(context, receiptNumber)
      if (isNotOpened(caseId)) return context.refuse(caseId)
      const known = await refundOfOffice(context, refund)
      const outcome = await decideRefund(context, known, { caseId, refund, agreed, answer })
      return outcome === 'decided' ? undefined : context.refuse(outcome)
    },
  })

/** **Agree**: the second of two people, and never the first; then the money goes back. */
export const agreeRefund = deciding('officer.agree-refund', true)

/** **Decline**: the second of two people does not agree; nothing is given back. */
export const declineRefund = deciding('officer.decline-refund', false)

/** **Take back**: who asked thought better of it. */
export const takeBackRefund = operation({
  name: 'officer.take-refund-back',
  allow: (actor, _input: Named) => mayInSession('ask-refund')(actor),
  refusals: [...notOpened, 'no-refund', 'decided-already', 'not-yours'],
  async run(context, { receiptNumber, refund }) {
    const caseId = await openedCase(context, receiptNumber)
    if (isNotOpened(caseId)) return context.refuse(caseId)
    const outcome = await takeRefundBack(context, await refundOfOffice(context, refund), { caseId, refund })
    return outcome === 'taken-back' ? undefined : context.refuse(outcome)
  },
})
