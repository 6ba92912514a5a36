import type { Actor } from '../../platform/actor.ts'
import { query } from '../../platform/operation.ts'
import { listOpenAndNewest, listPastVisits, type VisitRow } from './visit-store.ts'

/** How long sign-ins are kept for the person to look at; the sweep deletes what is older. */
export const historyDays = 90
export const visitsOnPage = 20

const isSignedIn = (actor: Actor) => actor.kind === 'account' && actor.sessionId !== null

const askingOf = ({ actor, now }: { actor: Actor; now: Temporal.Instant }) => ({
  account: String(actor.id),
  session: String(actor.sessionId),
  at: now,
})

const sinceWhen = (now: Temporal.Instant) => now.subtract({ hours: 24 * historyDays })

export interface VisitsAtAGlance {
  /** Where the person is signed in now, this visit first. */
  open: readonly VisitRow[]
  recent: readonly VisitRow[]
}

/** Where the person is signed in now, and the last few sign-ins. */
export const ownVisitsAtAGlance = query({
  name: 'accounts.own-visits-at-a-glance',
  allow: isSignedIn,
  async run(context, { recent: most }: { recent: number }): Promise<VisitsAtAGlance> {
    const asking = { ...askingOf(context), since: sinceWhen(context.now), most }
    const { open, newest } = await listOpenAndNewest(context.tx, asking)
    return { open, recent: newest }
  },
})

/** The sign-ins of the last 90 days, the newest first. `page` counts from 1. */
export const ownPastVisits = query({
  name: 'accounts.own-past-visits',
  allow: isSignedIn,
  run: (context, { page }: { page: number }) =>
    listPastVisits(context.tx, {
      ...askingOf(context),
      since: sinceWhen(context.now),
      most: visitsOnPage,
      skip: (page - 1) * visitsOnPage,
    }),
})
