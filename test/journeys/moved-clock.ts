import { sql } from 'kysely'
import type { Clock } from '../../src/platform/clock.ts'
import type { RunningPortolan } from '../running.ts'

export interface MovedClock extends Clock {
  /** So much time goes by at once; until then and from then on it runs like any clock. */
  pass(by: Temporal.DurationLike): void
}

/** The machine's clock, which a journey moves ahead instead of waiting. */
export function movedClock(): MovedClock {
  let ahead = Temporal.Duration.from({ seconds: 0 })
  return {
    now: () => Temporal.Now.instant().add(ahead),
    pass: (by) => {
      ahead = ahead.add(by)
    },
  }
}

/** The queue goes by the database's clock, which nobody moves: what waits there for its hour is due now. */
export async function waitingJobsAreDue({ database }: RunningPortolan): Promise<void> {
  const { owner } = database.pools
  await owner?.executeQuery(sql`update graphile_worker._private_jobs set run_at = now() where run_at > now()`.compile(owner))
}
