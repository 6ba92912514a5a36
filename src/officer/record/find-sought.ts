import { accountOfNumber, parseOnlineAccountNumber } from '../../accounts/index.ts'
import { caseForOffice, parseReceiptNumber } from '../../cases/index.ts'
import { query } from '../../platform/operation.ts'
import { whoMay } from '../may.ts'
import { colleagueOfEmail } from '../staff/colleagues.ts'
import type { Asked } from './sought.ts'

export interface Typed {
  readonly receiptNumber: string
  readonly accountNumber: string
  readonly staff: string
  readonly operation: string
  readonly from: string
  readonly until: string
}

const nothing = 'nothing-there' as const

/** The ids of what was typed. A protected case is not there for who may not see it, as everywhere. */
export const findSought = query({
  name: 'officer.find-in-record',
  allow: (actor, _typed: Typed) => whoMay('see-audit')(actor),
  async run(context, typed): Promise<Asked | typeof nothing> {
    const { tx } = context
    const receipt = typed.receiptNumber ? parseReceiptNumber(typed.receiptNumber) : null
    const number = typed.accountNumber ? parseOnlineAccountNumber(typed.accountNumber) : null
    const found = receipt?.ok ? await caseForOffice.run(context, { receiptNumber: receipt.number }) : null
    const account = number?.ok ? await accountOfNumber(tx, number.number) : null
    const staff = typed.staff ? await colleagueOfEmail(context, typed.staff) : null
    if ((typed.receiptNumber && !found) || (typed.accountNumber && !account) || (typed.staff && !staff)) return nothing
    const orNull = (text: string) => (text === '' ? null : text)
    return { subject: found?.id ?? null, account: account ?? null, staff: staff ?? null, operation: orNull(typed.operation), from: orNull(typed.from), until: orNull(typed.until) }
  },
})
