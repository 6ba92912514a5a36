import { type AccountContact, codePhoneOf, readAccountContact } from '../accounts/index.ts'
import { accountsOf } from '../platform/actor.ts'
import { isUnreachable, listDeliveries, type MailDelivery } from '../platform/mail/index.ts'
import { type OperationContext, query } from '../platform/operation.ts'
import { listTextDeliveries, type TextDelivery } from '../platform/sms/index.ts'
import { readChoices } from './choice-store.ts'
import type { Choices } from './topic.ts'

export interface Delivery {
  readonly kind: string
  readonly channel: 'email' | 'text'
  readonly state: 'queued' | 'sent' | 'delivered' | 'bounced' | 'failed'
  readonly at: Temporal.Instant
}

export interface OwnNotifications {
  readonly choices: Choices
  /** Text messages can be chosen: they are offered, and a phone is proven. */
  readonly mayText: boolean
  /** Mails to their address come back: news goes another way. */
  readonly mailComesBack: boolean
  /** What was sent lately, newest first. */
  readonly deliveries: readonly Delivery[]
}

const deliveriesMost = 50

function mailed({ kind, queued_at, sent_at, failed_at, delivered_at, bounced_at }: MailDelivery): Delivery {
  const state = bounced_at ? 'bounced' : delivered_at ? 'delivered' : sent_at ? 'sent' : failed_at ? 'failed' : 'queued'
  return { kind, channel: 'email', state, at: bounced_at ?? delivered_at ?? sent_at ?? failed_at ?? queued_at }
}

const texted = ({ kind, queued_at, state }: TextDelivery): Delivery => ({
  kind,
  channel: 'text',
  state: state as Delivery['state'],
  at: queued_at,
})

/** Whether mails to the address of an account come back. */
export const mailComesBack = async (
  { tx, services }: Pick<OperationContext, 'tx' | 'services'>,
  contact: Pick<AccountContact, 'account' | 'email'> | undefined,
): Promise<boolean> => (contact ? isUnreachable(tx, services.keys, { person: contact.account, address: contact.email }) : false)

/**
 * A person's choices, and what was sent to them: the queues themselves are the record, kept for their month, so that
 * nothing is sent that is not listed.
 */
export const ownNotifications = query({
  name: 'notifications.own',
  allow: (actor, _input: Record<string, never>) => actor.kind === 'account',
  async run(context): Promise<OwnNotifications> {
    const { tx, actor, services } = context
    const account = String(actor.id)
    const mails = await listDeliveries(tx, accountsOf(actor), deliveriesMost)
    const texts = await listTextDeliveries(tx, accountsOf(actor), deliveriesMost)
    return {
      choices: await readChoices(tx, account),
      mailComesBack: await mailComesBack(context, await readAccountContact(context, account)),
      mayText: services.sms.isOffered && (await codePhoneOf(context, account)) !== null,
      deliveries: [...mails.map(mailed), ...texts.map(texted)]
        .sort((a, b) => Temporal.Instant.compare(b.at, a.at))
        .slice(0, deliveriesMost),
    }
  },
})
