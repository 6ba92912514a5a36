import { operation } from '../../platform/operation.ts'
import { isSomebody } from '../messages/own-threads.ts'
import type { Copy } from './notice.ts'
import { insertOpening } from './notice-store.ts'

/** A person has opened a notice for the first time: the agency sees that. The database lets nobody open for another side. */
export const markOpened = operation({
  name: 'notices.open',
  allow: (actor, _opened: { notice: string; caseId: string; side: Copy }) => isSomebody(actor),
  refusals: [],
  async run({ tx, actor, now, audit, recordedBefore }, { notice, caseId, side }) {
    const account = actor.id as string
    audit({ subject: caseId, account, detail: { notice } })
    if (!(await insertOpening(tx, { notice, account, side, at: now }))) recordedBefore()
  },
})
