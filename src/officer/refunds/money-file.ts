import { moneyOfCase, type MoneyOfCase, refundsToDecide, type RefundToDecide } from '../../filing/index.ts'
import { query } from '../../platform/operation.ts'
import { openedCase } from '../case-file/opened-case.ts'
import { whoMay } from '../may.ts'
import { colleaguesNamed } from '../staff/colleagues.ts'

type Names = ReadonlyMap<string, string>

/** What was taken and given back for a case whose file is open here. `names`: what colleagues are called, by id. */
export type MoneyFile = { readonly state: 'closed' } | (MoneyOfCase & { readonly state: 'open'; readonly names: Names })

/** Null: no case has this number. */
export const moneyFile = query({
  name: 'officer.money-file',
  allow: (actor, _input: { receiptNumber: string }) => whoMay('ask-refund')(actor) && actor.sessionId !== null,
  async run(context, { receiptNumber }): Promise<MoneyFile | null> {
    const found = await openedCase(context, receiptNumber)
    if (found === 'unknown-case') return null
    if (found === 'file-not-opened') return { state: 'closed' }
    const money = await moneyOfCase.run(context, { caseId: found.id })
    const names = await colleaguesNamed(context, money.refunds.flatMap(({ askedBy, decidedBy }) => [askedBy, decidedBy]))
    return { ...money, state: 'open', names }
  },
})

/** Every refund that waits for somebody, with what colleagues are called. */
export const refundQueue = query({
  name: 'officer.refund-queue',
  allow: (actor, _input: Record<string, never>) => whoMay('decide-refund')(actor),
  async run(context): Promise<{ refunds: readonly RefundToDecide[]; names: Names }> {
    const refunds = await refundsToDecide.run(context, {})
    return { refunds, names: await colleaguesNamed(context, refunds.map(({ askedBy }) => askedBy)) }
  },
})
