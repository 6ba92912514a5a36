import { moneyOfCase, type MoneyOfCase, refundsToDecide, type RefundToDecide } from '../../filing/index.ts'
import { query } from '../../platform/operation.ts'
import { caseFile } from '../case-file/case-file.ts'
import { whoMay } from '../may.ts'
import { nameOf } from '../staff/staff.ts'
import { listSealedNames } from '../staff/staff-store.ts'

type Reading = Parameters<typeof moneyOfCase.run>[0]
type Names = ReadonlyMap<string, string>

async function namesOf({ tx, services }: Reading, ids: readonly (string | null)[]): Promise<Names> {
  const known = [...new Set(ids.filter((id) => id !== null))]
  const rows = known.length > 0 ? await listSealedNames(tx, known) : []
  return new Map(rows.map((row) => [row.id, nameOf(services.keys, row)]))
}

/** What was taken and given back for a case whose file is open here. `names`: what colleagues are called, by id. */
export type MoneyFile = { readonly state: 'closed' } | (MoneyOfCase & { readonly state: 'open'; readonly names: Names })

/** Null: no case has this number. */
export const moneyFile = query({
  name: 'officer.money-file',
  allow: (actor, _input: { receiptNumber: string }) => whoMay('ask-refund')(actor) && actor.sessionId !== null,
  async run(context, { receiptNumber }): Promise<MoneyFile | null> {
    const file = await caseFile.run(context, { receiptNumber })
    if (file?.state !== 'open') return file
    const money = await moneyOfCase.run(context, { caseId: file.case.id })
    const names = await namesOf(context, money.refunds.flatMap(({ askedBy, decidedBy }) => [askedBy, decidedBy]))
    return { ...money, state: 'open', names }
  },
})

/** Every refund that waits for somebody, with what colleagues are called. */
export const refundQueue = query({
  name: 'officer.refund-queue',
  allow: (actor, _input: Record<string, never>) => whoMay('decide-refund')(actor),
  async run(context): Promise<{ refunds: readonly RefundToDecide[]; names: Names }> {
    const refunds = await refundsToDecide.run(context, {})
    return { refunds, names: await namesOf(context, refunds.map(({ askedBy }) => askedBy)) }
  },
})
