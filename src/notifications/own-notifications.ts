import { codePhoneOf } from '../accounts/index.ts'
import { accountsOf } from '../platform/actor.ts'
import { listDeliveries, type MailDelivery } from '../platform/mail/index.ts'
import { query } from '../platform/operation.ts'
import { listTextDeliveries, type TextDelivery } from '../platform/sms/index.ts'
import { readChoices } from './choice-store.ts'
import type { Choices } from './topic.ts'

export interface Delivery {
  readonly kind: string
  readonly channel: 'email' | 'text'
  readonly state: 'queued' | 'sent' | 'failed'
  readonly at: Temporal.Instant
}

export interface OwnNotifications {
  readonly choices: Choices
  /** Text messages can be chosen: they are offered, and a phone is proven. */
  readonly mayText: boolean
  /** What was sent lately, newest first. */
  readonly deliveries: readonly Delivery[]
}

const deliveriesMost = 50

const mailed = ({ kind, queued_at, sent_at, failed_at }: MailDelivery): Delivery => ({
  kind,
  channel: 'email',
  state: sent_at ? 'sent' : failed_at ? 'failed' : 'queued',
  at: sent_at ?? failed_at ?? queued_at,
})

const texted = ({ kind, queued_at, state }: TextDelivery): Delivery => ({
  kind,
  channel: 'text',
  state: state === 'delivered' ? 'sent' : (state as Delivery['state']),
  at: queued_at,
})

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
      mayText: services.sms.isOffered && (await codePhoneOf(context, account)) !== null,
      deliveries: [...mails.map(mailed), ...texts.map(texted)]
        .sort((a, b) => Temporal.Instant.compare(b.at, a.at))
        .slice(0, deliveriesMost),
    }
  },
})
