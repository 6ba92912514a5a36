import type { Phase } from './phase.ts'
import type { Standing } from './submission-for.ts'

/** Until so many seconds after a payment was begun the page of its submission asks again every so many. */
type Pace = readonly (readonly [untilSeconds: number, everySeconds: number])[]

const paces: Partial<Record<Phase, Pace>> = {
  preparing: [
    [60, 2],
    [600, 30],
  ],
  confirming: [
    [600, 3],
    [86_400, 30],
  ],
}

const secondsSince = ({ payment }: Standing, now: Temporal.Instant): number => payment?.begunAt.until(now).total('seconds') ?? 0

/** How soon the page asks again by itself: often at first, then seldom, and not for ever (WCAG 2.2.2). */
export const refreshSeconds = (phase: Phase, standing: Standing, now: Temporal.Instant): number | undefined =>
  paces[phase]?.find(([until]) => secondsSince(standing, now) < until)?.[1]

const lateAfterSeconds = 60

/** A page at the provider takes a moment to prepare; when it takes so long, the provider does not answer. */
export const isLate = (phase: Phase, standing: Standing, now: Temporal.Instant): boolean =>
  phase === 'preparing' && secondsSince(standing, now) >= lateAfterSeconds
