import type { Actor } from '../platform/actor.ts'
import { findAttachment, listOutbox, type OutboxAttachment, type OutboxEntry } from '../platform/mail/index.ts'
import { query } from '../platform/operation.ts'

const shownMost = 200

/** Everything the demonstration sent, newest first. Null outside a demonstration. */
export const demoOutbox = query({
  name: 'portal.demo-outbox',
  allow: (_actor: Actor, _input: Record<string, never>) => true,
  run: async ({ tx, services }): Promise<readonly OutboxEntry[] | null> =>
    services.mode === 'demo' ? listOutbox(tx, shownMost) : null,
})

/** A file of one of them. Null outside a demonstration. */
export const demoAttachment = query({
  name: 'portal.demo-attachment',
  allow: (_actor: Actor, _input: { entry: string; name: string }) => true,
  run: async ({ tx, services }, { entry, name }): Promise<OutboxAttachment | null> =>
    services.mode === 'demo' ? ((await findAttachment(tx, entry, name)) ?? null) : null,
})

/** One entry as `/demo/outbox.json` gives it: a shape others hold on to. */
export const outboxJson = (entry: OutboxEntry) => ({
  id: entry.id,
  channel: entry.channel,
  to: entry.recipient,
  subject: entry.subject,
  text: entry.body_text,
  html: entry.body_html,
  attachments: entry.attachments,
  sentAt: entry.sent_at.toString(),
})
