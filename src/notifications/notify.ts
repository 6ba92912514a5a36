import { codePhoneOf, readAccountContact } from '../accounts/index.ts'
import { queueMail } from '../platform/mail/index.ts'
import type { OperationContext } from '../platform/operation.ts'
import { queueTextMessage } from '../platform/sms/index.ts'
import { readChoices } from './choice-store.ts'
import type { Topic } from './topic.ts'

type Notifying = Pick<OperationContext, 'tx' | 'enqueue' | 'services' | 'now'>

export interface News {
  /** Everyone it concerns; two accounts of one person are told once. */
  accounts: readonly string[]
  topic: Topic
  /** The mail of the room that has the news: it says that there is some, and nothing of what it is. */
  mail: { kind: string; values: Record<string, string | number> }
}

/**
 * Tells people that there is news, each by the channels they chose and in their language, inside the caller's
 * transaction. A text message has the same few words whatever the news. Of a protected person the mail has words of its
 * own too: who reads along learns neither that there is a case nor which.
 */
export async function notify(context: Notifying, { accounts, topic, mail }: News): Promise<void> {
  const told = new Set<string>()
  for (const account of accounts) {
    const contact = await readAccountContact(context, account)
    if (!contact || told.has(contact.account)) continue
    told.add(contact.account)
    const { email, text } = (await readChoices(context.tx, contact.account))[topic]
    const { account: person, language } = contact
    const words = contact.protectedAt ? { kind: 'notifications.quiet', values: {} } : mail
    if (email) await queueMail(context, { ...words, to: contact.email, person, language })
    const phone = text && context.services.sms.isOffered ? await codePhoneOf(context, person) : null
    if (phone) await queueTextMessage(context, { kind: 'notifications.news', to: phone, person, language })
  }
}
