import { type Actor, accountsOf } from '../../platform/actor.ts'
import { query } from '../../platform/operation.ts'
import { type ArchiveRow, type ArchiveState, offeredDays, stateOf } from './archive.ts'
import { listArchives, listDownloads } from './archive-store.ts'

/** The newest archive of a person, as its page shows it. */
export interface OwnArchive {
  readonly id: string
  readonly state: ArchiveState
  readonly readyAt: Temporal.Instant | null
  readonly expiresAt: Temporal.Instant | null
  readonly sizeBytes: number
  readonly files: number
  readonly sha256: string
  /** Each time it was taken, the oldest first. */
  readonly takenAt: readonly Temporal.Instant[]
}

export interface OwnData {
  readonly archive: OwnArchive | null
}

const isAccount = (actor: Actor) => actor.kind === 'account' && actor.id !== null

const shown = (row: ArchiveRow, now: Temporal.Instant, takenAt: readonly Temporal.Instant[]): OwnArchive => ({
  id: row.id,
  state: stateOf(row, now),
  readyAt: row.ready_at,
  expiresAt: row.expires_at,
  sizeBytes: row.size_bytes ?? 0,
  files: row.files ?? 0,
  sha256: row.sha256 ?? '',
  takenAt,
})

export const ownArchive = query({
  name: 'portal.own-archive',
  allow: (actor, _input: Record<string, never>) => isAccount(actor),
  async run({ tx, actor, now }): Promise<OwnData> {
    const accounts = accountsOf(actor)
    const [newest] = await listArchives(tx, accounts, now.subtract({ hours: 24 * (offeredDays + 1) }))
    if (!newest) return { archive: null }
    const downloads = await listDownloads(tx, accounts)
    const takenAt = downloads.filter(({ archive }) => archive === newest.id).map(({ at }) => at)
    return { archive: shown(newest, now, takenAt) }
  },
})
