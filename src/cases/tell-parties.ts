import type { OperationContext } from '../platform/operation.ts'
import { listPartyAccounts } from './case-store.ts'
import { receiptNumberEnding } from './receipt-number.ts'

type MailContext = Pick<OperationContext, 'tx' | 'enqueue' | 'services' | 'now'>

declare module '../platform/services.ts' {
  interface Services {
    /** Queues a mail to the address of an account, in the account's language. Given by the accounts. */
    readonly mailAccount?: (
      context: MailContext,
      account: string,
      mail: { kind: string; values: Record<string, string | number> },
    ) => Promise<void>
  }
}

/** Queues a mail to everyone who is related to the case now: that there is news, and nothing of what it is. */
export async function tellParties(context: MailContext, caseId: string, receiptNumber: string): Promise<void> {
  const { mailAccount } = context.services
  if (!mailAccount) throw new Error('Nothing was handed in to mail an account')
  const values = { ending: receiptNumberEnding(receiptNumber) }
  for (const account of await listPartyAccounts(context.tx, caseId)) {
    await mailAccount(context, account, { kind: 'cases.news', values })
  }
}
