import { sealText } from '../../platform/crypto/field.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import { newId } from '../../platform/ids.ts'
import { operation } from '../../platform/operation.ts'
import { mayDo } from '../may.ts'
import type { RefusedRow } from './file/intake-row.ts'
import { insertIntake, insertRefusals, type IntakeFault, type Reading, recordEnd, recordProgress, type RefusalRow, takeIntakeLock } from './intake-store.ts'
import { lookOver } from './look-over.ts'
import type { HashedRow } from './read-rows.ts'
import { takeRows } from './take-rows.ts'

/** The agency's staff in the room, or its operator at the machine. */
export const mayTakeIn = (actor: Parameters<typeof mayDo>[0]): boolean => actor.kind === 'system' || mayDo(actor, 'take-in-paper')

export type IntakeSource = 'command' | 'office-file' | 'office-form'

/** Opens an intake: one file, or one form entered by hand. Returns its id. */
export const beginIntake = operation({
  name: 'intake.begin',
  allow: mayTakeIn,
  refusals: [],
  async run({ tx, actor, now, services, audit }, { source, fileName }: { source: IntakeSource; fileName: string | null }) {
    const id = newId()
    audit({ subject: id, detail: { source } })
    const file_sealed = fileName === null ? null : sealText(services.keys, placeOf(id, 'file_sealed'), fileName)
    await insertIntake(tx, { id, source, file_sealed, begun_at: now, begun_by: actor.id ?? actor.kind, touched_at: now })
    return id
  },
})

export const placeOf = (intake: string, column: string, line?: number) => ({
  person: intake,
  table: line === undefined ? 'officer.intake' : 'officer.intake_refusal',
  row: line === undefined ? intake : `${intake}/${line}`,
  column,
})

/** Lines of a file, read and checked. `from`: the last line before them; `to`: the last one among them. */
export interface Batch {
  readonly intake: string
  readonly from: number
  readonly to: number
  readonly rows: readonly HashedRow[]
  readonly refused: readonly RefusedRow[]
  /** How far the reading of a file is that somebody brought in the office. */
  readonly reading?: Reading
}

const sealedRefusal = (keys: Keys, intake: string, { line, faults, cells }: RefusedRow): RefusalRow => ({
  line,
  faults,
  sealed: sealText(keys, placeOf(intake, 'sealed', line), JSON.stringify(cells)).toString('base64'),
})

/**
 * Takes lines of a file in: each is a case, was one before, is refused with its reason, or waits for an officer who says whose
 * it is. All of it in one transaction with how far the intake is, so that a kill leaves whole batches and nothing else.
 */
export const takeBatch = operation({
  name: 'intake.take-batch',
  allow: mayTakeIn,
  refusals: ['not-there-any-more'],
  async run(context, { intake, from, to, rows, refused, reading }: Batch) {
    const { tx, now, services, refuse, audit } = context
    audit({ subject: intake, detail: { from, to } })
    await takeIntakeLock(tx)
    const taken = await takeRows(context, intake, rows)
    const notTaken = [...refused, ...taken.refused]
    await insertRefusals(tx, intake, notTaken.map((each) => sealedRefusal(services.keys, intake, each)))
    const counts = { ...taken.counts, refused: notTaken.length }
    if (!(await recordProgress(tx, intake, { from, to, at: now, reading }, counts))) return refuse('not-there-any-more')
    audit({ detail: { from, to, ...counts } })
    return { counts, notTaken }
  },
})

/** What a batch would become, noted as a taken one is, and nothing is taken. */
export const checkBatch = operation({
  name: 'intake.check-batch',
  allow: mayTakeIn,
  refusals: ['not-there-any-more'],
  async run(context, { intake, from, to, rows, refused, reading }: Batch) {
    const { tx, now, services, refuse, audit } = context
    const seen = await lookOver.run(context, rows)
    const notTaken = [...refused, ...seen.notTaken]
    await insertRefusals(tx, intake, notTaken.map((each) => sealedRefusal(services.keys, intake, each)))
    const counts = { ...seen.counts, refused: notTaken.length }
    audit({ subject: intake, detail: { from, to, ...counts } })
    if (!(await recordProgress(tx, intake, { from, to, at: now, reading }, counts))) return refuse('not-there-any-more')
    return { counts, notTaken }
  },
})

/** Ends an intake; `fault`: why the file could not be read to its end. Ended twice it is ended once. */
export const endIntake = operation({
  name: 'intake.end',
  allow: mayTakeIn,
  refusals: [],
  async run({ tx, now, audit, enqueue }, { intake, fault }: { intake: string; fault: IntakeFault | null }) {
    audit({ subject: intake, detail: { fault: fault?.code ?? null } })
    const ended = await recordEnd(tx, intake, { at: now, fault })
    if (ended?.storage_key) await enqueue('officer.forget-intake-file', { intake })
  },
})
