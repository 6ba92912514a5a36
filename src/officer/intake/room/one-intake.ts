import { openText } from '../../../platform/crypto/field.ts'
import { isId } from '../../../platform/ids.ts'
import { operation, query } from '../../../platform/operation.ts'
import type { Delimiter } from '../../../platform/csv.ts'
import { whoMay } from '../../may.ts'
import { colleaguesNamed } from '../../staff/colleagues.ts'
import type { Cells, RefusedRow } from '../file/intake-row.ts'
import { type IntakeFault, refusalDays } from '../intake-store.ts'
import { placeOf } from '../take-batch.ts'
import { countRefusals, findIntake, findTurn, listRefusals, listSealedRefusals, type Refusal } from './room-store.ts'
import { type ShownIntake, shownIntake } from './shown-intake.ts'

export const refusalsOnPage = 25

export interface OneIntake extends ShownIntake {
  /** Null: it has no file. */
  readonly sizeBytes: number | null
  readonly readBytes: number
  /** When a batch of it was last through; before its first, when it was brought. */
  readonly movedAt: Temporal.Instant
  readonly fault: IntakeFault | null
  /** Those of the page that is asked for, and how many are kept: none once their days are over. */
  readonly refusals: { readonly rows: readonly Refusal[]; readonly kept: number }
  /** Until when the refused rows are kept. */
  readonly keptUntil: Temporal.Instant
}

/** One intake with a page of its refused rows, which counts from 1; null: there is none of this id. */
export const oneIntake = query({
  name: 'officer.one-intake',
  allow: (actor, _input: { intake: string; page: number }) => whoMay('take-in-paper')(actor),
  async run(context, { intake, page }): Promise<OneIntake | null> {
    const { tx, services } = context
    const stored = isId(intake) ? await findIntake(tx, intake) : undefined
    if (!stored) return null
    const names = await colleaguesNamed(context, [stored.begun_by].filter(isId))
    const rows = await listRefusals(tx, intake, { skip: (page - 1) * refusalsOnPage, most: refusalsOnPage })
    return {
      ...shownIntake(services.keys, stored, { names, turn: await findTurn(tx) }),
      sizeBytes: stored.size_bytes === null ? null : Number(stored.size_bytes),
      readBytes: Number(stored.read_bytes),
      movedAt: stored.touched_at,
      fault: stored.file_fault ? ({ code: stored.file_fault, column: stored.fault_column ?? '' } as IntakeFault) : null,
      refusals: { rows, kept: await countRefusals(tx, intake) },
      keptUntil: stored.begun_at.add({ hours: 24 * refusalDays }),
    }
  },
})

/** **Download the refused rows**: who took them and when is on record. */
export const takeRefusedRows = operation({
  name: 'officer.take-refused-rows',
  allow: (actor, _input: { intake: string }) => whoMay('take-in-paper')(actor),
  refusals: ['no-refused-rows'],
  async run({ tx, audit, refuse }, { intake }) {
    audit({ subject: intake.slice(0, 40) })
    const stored = isId(intake) ? await findIntake(tx, intake) : undefined
    const kept = stored ? await countRefusals(tx, intake) : 0
    if (!stored || kept === 0) return refuse('no-refused-rows')
    audit({ detail: { rows: kept } })
    return { delimiter: (stored.delimiter ?? ',') as Delimiter }
  },
})

const rowsAtOnce = 500

/** The next refused rows behind a line, opened. Empty: there are no more. */
export const refusedRowsBehind = query({
  name: 'officer.refused-rows',
  allow: (actor, _input: { intake: string; behind: number }) => whoMay('take-in-paper')(actor),
  async run({ tx, services }, { intake, behind }): Promise<RefusedRow[]> {
    const rows = await listSealedRefusals(tx, intake, { behind, most: rowsAtOnce })
    return rows.map(({ line, faults, sealed }) => ({ line, faults, cells: JSON.parse(openText(services.keys, placeOf(intake, 'sealed', line), sealed)) as Cells }))
  },
})
