/** The answer of a pool that is full: the caller says 503 with Retry-After and does nothing else. */
export const overloaded = { overloaded: true } as const
export type Overloaded = typeof overloaded

/** Runs heavy work a few at a time, keeps a few waiting, and turns the rest away at once. */
export type HashPool = {
  run<Result>(work: () => Promise<Result>): Promise<Result | Overloaded>
  /** How many run and how many wait, for the metrics. */
  load(): { running: number; waiting: number }
}

/** @param limits how many run at once, and how many may wait, in order of arrival */
export const hashPool = (limits: { atOnce: number; waitingMax: number }): HashPool => {
  const waiting: (() => void)[] = []
  let running = 0
  const leave = () => {
    const next = waiting.shift()
    // The place goes straight to the next in line, so that nobody who comes later slips in between.
    if (next) next()
    else running -= 1
  }
  return {
    async run(work) {
      if (running < limits.atOnce) running += 1
      else if (waiting.length >= limits.waitingMax) return overloaded
      else await new Promise<void>((enter) => waiting.push(enter))
      try {
        return await work()
      } finally {
        leave()
      }
    },
    load: () => ({ running, waiting: waiting.length }),
  }
}
