import { type PartyCase, partyCase, standingOfOwnCase } from '../../cases/index.ts'
import { type FilledTray, filesOfTrays, openTrayOf, type SentFile } from '../../evidence/index.ts'
import type { StatusEntry } from '../../agency/index.ts'
import { query } from '../../platform/operation.ts'
import { isSomebody } from '../messages/own-threads.ts'
import type { SentEvidence } from './additional.ts'
import { listAdditional, sentEvidence } from './additional-store.ts'

const shownMost = 50

export interface OwnAdditional {
  readonly case: PartyCase
  readonly status: StatusEntry
  /** What is being gathered; null: nothing yet. */
  readonly filled: FilledTray | null
  readonly sent: readonly (SentEvidence & { readonly files: readonly SentFile[] })[]
}

/** What somebody gathers to send, and what was sent about the case before; null where they are not on it. */
export const ownAdditional = query({
  name: 'additional-evidence.own',
  allow: (actor, _input: { receiptNumber: string }) => isSomebody(actor),
  async run(context, { receiptNumber }): Promise<OwnAdditional | null> {
    const found = await partyCase(context, receiptNumber, 'send-evidence')
    if (!found) return null
    const { status } = await standingOfOwnCase(context, receiptNumber)
    const filled = await openTrayOf(context, { caseId: found.id, purpose: 'additional', subject: null })
    const sent = (await listAdditional(context.tx, found.id, shownMost)).map((row) => sentEvidence(context.services.keys, row))
    const files = await filesOfTrays(context, sent.map(({ tray }) => tray))
    return { case: found, status, filled, sent: sent.map((each) => ({ ...each, files: files.get(each.tray) ?? [] })) }
  },
})
