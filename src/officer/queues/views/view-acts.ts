import { isId } from '../../../platform/ids.ts'
import { operation, query } from '../../../platform/operation.ts'
import { whoMay } from '../../may.ts'
import type { QueueFilters } from '../filters.ts'
import { findQueue } from '../queue.ts'
import { type SavedView, viewOf, viewsMost } from './saved-view.ts'
import { findView, insertView, listViews, lockViews, recordNoFirst, recordView } from './view-store.ts'

const mayKeep = whoMay('see-queues')

interface ViewToKeep {
  /** Made with the page: sent again, it keeps nothing more. */
  readonly press: string
  readonly name: string
  readonly queue: string
  readonly filters: QueueFilters
  readonly isFirst: boolean
}

/** **Keep this view**: a queue as it is filtered now, under a name. */
export const keepView = operation({
  name: 'officer.keep-view',
  allow: (actor, _view: ViewToKeep) => mayKeep(actor),
  refusals: ['unknown-queue', 'too-many-views'],
  async run({ tx, actor, now, services, refuse, audit, recordedBefore }, { press, name, queue, filters, isFirst }: ViewToKeep) {
    const staff = actor.id as string
    if (!findQueue(services.agency, queue)) return refuse('unknown-queue')
    const standing = (await lockViews(tx, staff)).filter((each) => each.removed_at === null)
    const { waitsDays, ...its } = filters
    audit({ subject: press, detail: { queue } })
    if (standing.length >= viewsMost && !standing.some(({ id }) => id === press)) return refuse('too-many-views')
    const isNew = await insertView(tx, { id: press, staff, name, queue, ...its, waits_days: waitsDays, is_first: false, kept_at: now })
    if (!isNew) recordedBefore()
    else if (isFirst) {
      await recordNoFirst(tx, staff)
      await recordView(tx, press, { is_first: true })
    }
    return { view: press }
  },
})

/** **Save**: another name, and whether it is shown first. */
export const changeView = operation({
  name: 'officer.change-view',
  allow: (actor, _input: { view: string; name: string; isFirst: boolean }) => mayKeep(actor),
  refusals: ['unknown-view'],
  async run({ tx, actor, refuse, audit }, { view, name, isFirst }) {
    const staff = actor.id as string
    const found = (await lockViews(tx, staff)).find((each) => each.id === view && each.removed_at === null)
    if (!found) return refuse('unknown-view')
    audit({ subject: view })
    if (isFirst && !found.is_first) await recordNoFirst(tx, staff)
    await recordView(tx, view, { name, is_first: isFirst })
    return { view }
  },
})

/** **Remove**, which **Put it back** undoes. What was shown first is so no longer. */
export const removeView = operation({
  name: 'officer.remove-view',
  allow: (actor, _input: { view: string }) => mayKeep(actor),
  refusals: ['unknown-view'],
  async run({ tx, actor, now, refuse, audit, recordedBefore }, { view }) {
    const found = (await lockViews(tx, actor.id as string)).find((each) => each.id === view)
    if (!found) return refuse('unknown-view')
    audit({ subject: view })
    if (found.removed_at) recordedBefore()
    else await recordView(tx, view, { is_first: false, removed_at: now })
    return { view }
  },
})

/** **Put it back**: a removed view is there again. */
export const putViewBack = operation({
  name: 'officer.put-view-back',
  allow: (actor, _input: { view: string }) => mayKeep(actor),
  refusals: ['unknown-view', 'too-many-views'],
  async run({ tx, actor, refuse, audit, recordedBefore }, { view }) {
    const all = await lockViews(tx, actor.id as string)
    const found = all.find((each) => each.id === view)
    if (!found) return refuse('unknown-view')
    audit({ subject: view })
    if (!found.removed_at) recordedBefore()
    else if (all.filter((each) => each.removed_at === null).length >= viewsMost) return refuse('too-many-views')
    else await recordView(tx, view, { removed_at: null })
    return { view }
  },
})

export const ownViews = query({
  name: 'officer.own-views',
  allow: (actor, _input: Record<string, never>) => mayKeep(actor),
  run: async ({ tx, actor }): Promise<readonly SavedView[]> => (await listViews(tx, actor.id as string, viewsMost)).map(viewOf),
})

/** One of the officer's own views; null: there is none, or it was removed. */
export const ownView = query({
  name: 'officer.own-view',
  allow: (actor, _input: { view: string }) => mayKeep(actor),
  async run({ tx, actor }, { view }): Promise<SavedView | null> {
    const found = isId(view) ? await findView(tx, actor.id as string, view) : undefined
    return found && !found.removed_at ? viewOf(found) : null
  },
})
