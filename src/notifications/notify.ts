import { type AccountContact, codePhoneOf, readAccountContact, readAccountContacts } from '../accounts/index.ts'
import { isUnreachable, listUnreachable, type MailToQueue, queueMail, queueMails } from '../platform/mail/index.ts'
import { inTurn } from '../platform/jobs/turns.ts'
import type { OperationContext } from '../platform/operation.ts'
import { queueTextMessage } from '../platform/sms/index.ts'
import { listChoicesOf, readChoices } from './choice-store.ts'
import { type Choice, type Topic, usualChoice } from './topic.ts'

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
 * own too: who reads along learns neither that there is a case nor which. News goes after codes and links, for which somebody waits.
 */
export async function notify(notifying: Notifying, { accounts, topic, mail }: News): Promise<void> {
  const context = inTurn(notifying, 'soon')
  const told = new Set<string>()
  for (const account of accounts) {
    const contact = await readAccountContact(context, account)
    if (!contact || told.has(contact.account)) continue
    told.add(contact.account)
    const choice = (await readChoices(context.tx, contact.account))[topic]
    const comesBack = choice.email && (await isUnreachable(context.tx, context.services.keys, { person: contact.account, address: contact.email }))
    const leaves = await mailFor(context, contact, { choice, comesBack, mail })
    if (leaves) await queueMail(context, leaves)
  }
}

/** One piece of news for the people of one thing, of many that have one at the same moment. */
type NewsOfOne = Pick<News, 'accounts' | 'mail'>

/** The same for many pieces of news at once: what is asked of their people is asked for all of them together, and their mails are queued together. */
export async function notifyEach(notifying: Notifying, topic: Topic, news: readonly NewsOfOne[]): Promise<void> {
  const context = inTurn(notifying, 'last')
  const { tx, services } = context
  const contacts = await readAccountContacts(context, news.flatMap(({ accounts }) => accounts))
  const people = [...new Map([...contacts.values()].map((contact) => [contact.account, contact])).values()]
  const choices = await listChoicesOf(tx, people.map(({ account }) => account), topic)
  const unreachable = await listUnreachable(tx, services.keys, people.map(({ account, email }) => ({ person: account, address: email })))
  const mails: MailToQueue[] = []
  for (const { accounts, mail } of news) {
    const its = new Map(accounts.flatMap((account) => contacts.get(account) ?? []).map((contact) => [contact.account, contact]))
    for (const contact of its.values()) {
      const choice = choices.get(contact.account) ?? usualChoice
      const leaves = await mailFor(context, contact, { choice, comesBack: choice.email && unreachable.has(contact.account), mail })
      if (leaves) mails.push(leaves)
    }
  }
  await queueMails(context, mails)
}

interface Told {
  readonly choice: Choice
  /** Mail to their address comes back. */
  readonly comesBack: boolean
  readonly mail: News['mail']
}

/** Queues the text message where one goes; the mail that is to be queued, where one is. */
async function mailFor(context: Notifying, { account: person, email, language, protectedAt }: AccountContact, { choice, comesBack, mail }: Told): Promise<MailToQueue | null> {
  const words = protectedAt ? { kind: 'notifications.quiet', values: {} } : mail
  const phone = (choice.text || comesBack) && context.services.sms.isOffered ? await codePhoneOf(context, person) : null
  if (phone) await queueTextMessage(context, { kind: 'notifications.news', to: phone, person, language })
  // Where mail comes back and there is no other way, it is tried on: the day it arrives, the address is reached again.
  return choice.email && !(comesBack && phone) ? { ...words, to: email, person, language } : null
}
