import type { Selectable } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'

/** An archive as it is stored. */
export type ArchiveRow = Selectable<DB['portal.archive']>

/** How long a finished archive can be taken. */
export const offeredDays = 7
/** How many a person may ask for in 24 hours. */
export const archivesADay = 3
/** An archive that is not made by then will not be: the person asks for another. */
export const makingHoursMost = 24

/** `asked`: waits for its job; `making`; `ready`: can be taken; `failed`; `gone`: its days are over. */
export type ArchiveState = 'asked' | 'making' | 'ready' | 'failed' | 'gone'

type Facts = Pick<ArchiveRow, 'begun_at' | 'ready_at' | 'expires_at' | 'failed_at' | 'gone_at'>

export function stateOf({ begun_at, expires_at, failed_at, gone_at }: Facts, now: Temporal.Instant): ArchiveState {
  if (failed_at) return 'failed'
  if (expires_at) return gone_at || Temporal.Instant.compare(expires_at, now) <= 0 ? 'gone' : 'ready'
  return begun_at ? 'making' : 'asked'
}

/** What an archive's bytes are sealed for: nobody else's archive opens under it. */
export const archivePlace = (account: string, storageKey: string) => ({ owner: account, file: storageKey })

export const archiveFileName = (readyAt: Temporal.Instant): string => `my-data-${readyAt.toString().slice(0, 10)}.zip`
