import { isId, newId } from '../../../platform/ids.ts'
import { operation } from '../../../platform/operation.ts'
import { whoMay } from '../../may.ts'
import { insertIntake, recordEnd, recordProgress, takeIntakeLock } from '../intake-store.ts'
import { hashedRow } from '../read-rows.ts'
import { takeRows } from '../take-rows.ts'
import { openTyped } from './entry.ts'
import { lockEntry, markTaken } from './entry-store.ts'
import { checksOf, filingOf, planMark } from './plan.ts'

/** `mark`: of the plan that was shown. */
export interface EntryToTake {
  readonly entry: string
  readonly mark: string
}

/**
 * **Take it in**: the form becomes a case as it was told before, or nothing is done. What was told is compared with what
 * came of it, in the same transaction; whatever the database had learnt in between, only that can be kept.
 */
export const takeEntry = operation({
  name: 'intake.take-entry',
  allow: (actor, _input: EntryToTake) => whoMay('take-in-paper')(actor),
  refusals: ['no-entry', 'plan-changed'],
  async run(context, { entry, mark }) {
    const { tx, actor, now, services, refuse, audit } = context
    const kept = isId(entry) ? await lockEntry(tx, entry) : undefined
    if (!kept) return refuse('no-entry')
    audit({ subject: entry })
    if (!kept.sealed) return { entry }
    const filing = filingOf(openTyped(services.keys, entry, kept.sealed), checksOf(context))
    if (!filing) return refuse('plan-changed')
    await takeIntakeLock(tx)
    const intake = newId()
    await insertIntake(tx, { id: intake, source: 'office-form', file_sealed: null, begun_at: now, begun_by: String(actor.id), touched_at: now })
    const outcome = await takeRows(context, intake, [hashedRow(services.keys, filing)])
    const [taken] = outcome.taken
    if (!taken || planMark(services.keys, taken.row, taken.sorted) !== mark) return refuse('plan-changed')
    await recordProgress(tx, intake, { from: 0, to: 1, at: now }, outcome.counts)
    await recordEnd(tx, intake, { at: now, fault: null })
    await markTaken(tx, entry, { case: taken.caseId, receipt_number: taken.receiptNumber, whose: taken.sorted.is, taken_at: now })
    audit({ detail: { intake, whose: taken.sorted.is } })
    return { entry }
  },
})
