import type { Channel, RequestNews } from '../../../cases/index.ts'
import type { QueueFilters, Taken } from '../filters.ts'
import type { StoredView } from './view-store.ts'

/** A queue with filters under a name that an officer gave it. */
export interface SavedView {
  readonly id: string
  readonly name: string
  readonly queue: string
  readonly filters: QueueFilters
  /** Shown after signing in. */
  readonly isFirst: boolean
}

export const viewNameMost = 60
export const viewsMost = 30

export const viewOf = ({ id, name, queue, form, office, channel, request, taken, waits_days, is_first }: StoredView): SavedView => ({
  ...{ id, name, queue, isFirst: is_first },
  filters: { form, office, channel: channel as Channel | null, request: request as RequestNews | null, taken: taken as Taken | null, waitsDays: waits_days },
})
