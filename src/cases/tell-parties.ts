import { type News, notify } from '../notifications/index.ts'
import type { OperationContext } from '../platform/operation.ts'
import { listPartyAccounts } from './case-store.ts'
import { receiptNumberEnding } from './receipt-number.ts'

type Telling = Pick<OperationContext, 'tx' | 'enqueue' | 'services' | 'now'>

/** Tells everyone who is related to the case now that there is news, and nothing of what it is. */
export async function tellParties(context: Telling, caseId: string, receiptNumber: string): Promise<void> {
  const accounts = await listPartyAccounts(context.tx, caseId)
  const mail: News['mail'] = { kind: 'cases.news', values: { ending: receiptNumberEnding(receiptNumber) } }
  await notify(context, { accounts, topic: 'case-news', mail })
}
