import { operation } from '../../platform/operation.ts'
import type { Side } from './message.ts'
import { insertReading } from './message-store.ts'
import { isSomebody } from './own-threads.ts'

/** A conversation as somebody has it before them. */
interface Seen {
  readonly thread: string
  readonly caseId: string
  readonly upTo: number
  readonly side: Side
}

/** A person has opened a conversation: the agency sees that they read so far. The database lets nobody read for another side. */
export const markRead = operation({
  name: 'messages.read',
  allow: (actor, _seen: Seen) => isSomebody(actor),
  refusals: [],
  async run({ tx, actor, now, audit, recordedBefore }, { thread, caseId, upTo, side }) {
    const account = actor.id as string
    audit({ subject: caseId, account, detail: { thread } })
    if (!(await insertReading(tx, { thread, up_to: upTo, side, account, at: now }))) recordedBefore()
  },
})
