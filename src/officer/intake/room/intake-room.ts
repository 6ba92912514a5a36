import { openText } from '../../../platform/crypto/field.ts'
import type { Keys } from '../../../platform/crypto/keys.ts'
import { isId } from '../../../platform/ids.ts'
import { query } from '../../../platform/operation.ts'
import { whoMay } from '../../may.ts'
import { colleaguesNamed } from '../../staff/colleagues.ts'
import type { Counts } from '../intake-store.ts'
import { type IntakeSource, placeOf } from '../take-batch.ts'
import { listIntakes, type StoredIntake } from './room-store.ts'
import { countWaiting } from './sections.ts'

export const intakesOnPage = 20

/** `going`: it has not ended; whoever it belongs to goes on with it, or was stopped in the middle. */
export type IntakeState = 'going' | 'done' | 'not-read'

/** One file, or one form entered by hand, as the room shows it. */
export interface ShownIntake extends Counts {
  readonly id: string
  readonly source: IntakeSource
  readonly fileName: string | null
  readonly begunAt: Temporal.Instant
  /** What whoever brought it is called; null: the operator at the machine. */
  readonly by: string | null
  /** The last line that was read. */
  readonly lines: number
  readonly state: IntakeState
}

const stateOf = ({ ended_at, file_fault }: StoredIntake): IntakeState => (file_fault ? 'not-read' : ended_at ? 'done' : 'going')

const shownOf = (keys: Keys, names: ReadonlyMap<string, string>, stored: StoredIntake): ShownIntake => ({
  ...{ id: stored.id, source: stored.source as IntakeSource, begunAt: stored.begun_at, by: names.get(stored.begun_by) ?? null },
  ...{ lines: stored.lines, taken: stored.taken, uncertain: stored.uncertain, known: stored.known, refused: stored.refused },
  fileName: stored.file_sealed && openText(keys, placeOf(stored.id, 'file_sealed'), stored.file_sealed),
  state: stateOf(stored),
})

/** What there is to do in the room, and what was brought there. `page` counts from 1. */
export const intakeRoom = query({
  name: 'officer.intake-room',
  allow: (actor, _input: { page: number }) => whoMay('take-in-paper')(actor),
  async run(context, { page }) {
    const { tx, services } = context
    const { intakes, total } = await listIntakes(tx, { skip: (page - 1) * intakesOnPage, most: intakesOnPage })
    const names = await colleaguesNamed(context, intakes.map(({ begun_by }) => begun_by).filter((by) => isId(by)))
    return { intakes: intakes.map((each) => shownOf(services.keys, names, each)), total, waiting: await countWaiting(tx) }
  },
})
