import { readAccountContact } from '../accounts/index.ts'
import { queueMail } from '../platform/mail/index.ts'
import type { OperationContext } from '../platform/operation.ts'
import { listPartyAccounts } from './case-store.ts'
import { receiptNumberEnding } from './receipt-number.ts'

type MailContext = Pick<OperationContext, 'tx' | 'enqueue' | 'services' | 'now'>

/** Queues a mail to everyone who is related to the case now: that there is news, and nothing of what it is. */
export async function tellParties(context: MailContext, caseId: string, receiptNumber: string): Promise<void> {
  const values = { ending: receiptNumberEnding(receiptNumber) }
  for (const account of await listPartyAccounts(context.tx, caseId)) {
    const contact = await readAccountContact(context, account)
    if (!contact) continue
    const { email: to, language } = contact
    await queueMail(context, { kind: 'cases.news', person: account, to, language, values })
  }
}
