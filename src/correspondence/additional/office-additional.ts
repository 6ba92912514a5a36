import { filesOfTrays, type SentFile } from '../../evidence/index.ts'
import type { OperationContext } from '../../platform/operation.ts'
import type { SentEvidence } from './additional.ts'
import { listAdditional, listUnseen, markSeen, sentEvidence } from './additional-store.ts'

type Reading = Pick<OperationContext, 'tx' | 'actor' | 'services'>

const shownMost = 50

/** What was sent about a case unasked, the last first; the office asks for a reason before it shows it. */
export async function additionalOfCase(context: Reading, caseId: string): Promise<readonly (SentEvidence & { readonly files: readonly SentFile[] })[]> {
  const sent = (await listAdditional(context.tx, caseId, shownMost)).map((row) => sentEvidence(context.services.keys, row))
  const files = await filesOfTrays(context, sent.map(({ tray }) => tray))
  return sent.map((each) => ({ ...each, files: files.get(each.tray) ?? [] }))
}

/** What waits to be looked at; the office asks for a right before it lists it. */
export const additionalUnseen = async ({ tx }: Pick<Reading, 'tx'>, page: Parameters<typeof listUnseen>[1]) =>
  (await listUnseen(tx, page)).map(({ receipt_number, ...row }) => ({ ...row, receiptNumber: receipt_number }))

/** False: it was seen before, or is of another case. */
export const seeAdditional = ({ tx, actor, now }: Pick<OperationContext, 'tx' | 'actor' | 'now'>, { id, caseId }: { id: string; caseId: string }): Promise<boolean> =>
  markSeen(tx, { id, caseId, at: now, by: String(actor.id) })
