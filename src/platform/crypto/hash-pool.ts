/** The answer of a pool that is full: the caller says 503 with Retry-After and does nothing else. */
export const overloaded = { overloaded: true } as const
export type Overloaded = typeof overloaded

/** A place among those who run or wait, taken before anything else is done for somebody. */
export interface Place {
  /** Runs the work when its turn comes, in the order in which it was asked for. */
  run<Result>(work: () => Promise<Result>): Promise<Result>
  /** Gives the place back; a second time is nothing. */
  leave(): void
}

/** Runs heavy work a few at a time, keeps a few waiting, and turns the rest away at once. */
export type HashPool = {
  run<Result>(work: () => Promise<Result>): Promise<Result | Overloaded>
  /** A place, or `overloaded` when all are taken. Whoever takes one leaves it, whatever happens. */
  admit(): Place | Overloaded
  /** How many run and how many wait or are about to, for the metrics. */
  load(): { running: number; waiting: number }
}

/** @param limits how many run at once, and how many may wait, in order of arrival */
export const hashPool = (limits: { atOnce: number; waitingMax: number }): HashPool => {
  const waiting: (() => void)[] = []
  let running = 0
  let admitted = 0
  const end = () => {
    const next = waiting.shift()
    // The turn goes straight to the next in line, so that nobody who comes later slips in between.
    if (next) next()
    else running -= 1
  }
  const runInTurn = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (running < limits.atOnce) running += 1
    else await new Promise<void>((enter) => waiting.push(enter))
    try {
      return await work()
    } finally {
      end()
    }
  }
  const admit = (): Place | Overloaded => {
    if (admitted >= limits.atOnce + limits.waitingMax) return overloaded
    admitted += 1
    let isThere = true
    const leave = () => {
      if (isThere) admitted -= 1
      isThere = false
    }
    return { run: runInTurn, leave }
  }
  return {
    admit,
    async run(work) {
      const place = admit()
      if ('overloaded' in place) return overloaded
      try {
        return await place.run(work)
      } finally {
        place.leave()
      }
    },
    load: () => ({ running, waiting: admitted - running }),
  }
}
