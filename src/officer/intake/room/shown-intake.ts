import { openText } from '../../../platform/crypto/field.ts'
import type { Keys } from '../../../platform/crypto/keys.ts'
import type { Counts } from '../intake-store.ts'
import { type IntakeSource, placeOf } from '../take-batch.ts'
import type { StoredIntake } from './room-store.ts'

/**
 * `waiting`: another file is before it; `going`: its file is being read; `not-ended`: a command's, which goes on with it or
 * was killed; `checked`: it was read and nothing was taken in.
 */
export type IntakeState = 'waiting' | 'going' | 'not-ended' | 'done' | 'checked' | 'stopped' | 'not-read'

/** One file, or one form entered by hand, as the room shows it. */
export interface ShownIntake extends Counts {
  readonly id: string
  readonly source: IntakeSource
  readonly fileName: string | null
  readonly dryRun: boolean
  readonly begunAt: Temporal.Instant
  /** What whoever brought it is called; null: the operator at the machine. */
  readonly by: string | null
  /** The last line that was read. */
  readonly lines: number
  readonly state: IntakeState
}

/** `turn`: the file that is being read now. */
function stateOf({ id, ended_at, file_fault, stopped, dry_run, storage_key }: StoredIntake, turn: string | null): IntakeState {
  if (!ended_at) return storage_key === null ? 'not-ended' : id === turn ? 'going' : 'waiting'
  if (file_fault) return 'not-read'
  return stopped ? 'stopped' : dry_run ? 'checked' : 'done'
}

export const shownIntake = (keys: Keys, stored: StoredIntake, { names, turn }: { names: ReadonlyMap<string, string>; turn: string | null }): ShownIntake => ({
  ...{ id: stored.id, source: stored.source as IntakeSource, dryRun: stored.dry_run, begunAt: stored.begun_at, by: names.get(stored.begun_by) ?? null },
  ...{ lines: stored.lines, taken: stored.taken, uncertain: stored.uncertain, known: stored.known, refused: stored.refused },
  fileName: stored.file_sealed && openText(keys, placeOf(stored.id, 'file_sealed'), stored.file_sealed),
  state: stateOf(stored, turn),
})
