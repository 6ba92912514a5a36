import { type News, notify, notifyEach } from '../notifications/index.ts'
import type { Tx } from '../platform/db/transaction.ts'
import type { OperationContext } from '../platform/operation.ts'
import { listPartiesOf, listPartyAccounts } from './case-store.ts'
import { receiptNumberEnding } from './receipt-number.ts'

type Telling = Pick<OperationContext, 'tx' | 'enqueue' | 'services' | 'now'>

/** A decision changes a status and issues a notice: one transaction is one piece of news. */
const toldIn = new WeakMap<Tx, Set<string>>()

function isFirstIn(tx: Tx, caseId: string): boolean {
  const told = toldIn.get(tx) ?? new Set()
  toldIn.set(tx, told)
  if (told.has(caseId)) return false
  told.add(caseId)
  return true
}

/** Tells everyone who is related to the case now that there is news, and nothing of what it is; once in a transaction. */
export async function tellParties(context: Telling, caseId: string, receiptNumber: string): Promise<void> {
  if (!isFirstIn(context.tx, caseId)) return
  const accounts = await listPartyAccounts(context.tx, caseId)
  await notify(context, { accounts, topic: 'case-news', mail: newsOf(receiptNumber) })
}

const newsOf = (receiptNumber: string): News['mail'] => ({ kind: 'cases.news', values: { ending: receiptNumberEnding(receiptNumber) } })

/** The same for many cases, by as many statements as for one and the mails themselves. */
export async function tellPartiesOf(context: Telling, cases: readonly { id: string; receiptNumber: string }[]): Promise<void> {
  const first = cases.filter(({ id }) => isFirstIn(context.tx, id))
  const parties = Map.groupBy(await listPartiesOf(context.tx, first.map(({ id }) => id)), (party) => party.case)
  const news = first.map(({ id, receiptNumber }) => ({ accounts: (parties.get(id) ?? []).map(({ account }) => account), mail: newsOf(receiptNumber) }))
  await notifyEach(context, 'case-news', news)
}
