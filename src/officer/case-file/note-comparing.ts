import { newId } from '../../platform/ids.ts'
import type { OperationContext } from '../../platform/operation.ts'
import { comparingReason } from './opening-reasons.ts'
import { insertOpening } from './opening-store.ts'

/** Notes that what the forms of these cases say was opened to find out whose another form is; it opens no file for work. */
export async function noteComparing({ tx, actor, now }: Pick<OperationContext, 'tx' | 'actor' | 'now'>, cases: readonly string[]): Promise<void> {
  for (const caseId of cases)
    await insertOpening(tx, {
      ...{ id: newId(), staff: actor.id as string, session: actor.sessionId as string, case: caseId, role: String(actor.roles[0]) },
      ...{ office: null, reason: comparingReason, note_sealed: null, at: now },
    })
}
