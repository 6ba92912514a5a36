/**
 * The ways in which a journey is gone: `npm run faults` goes every one, `npm test` the one at `usual`, so that it stays
 * within its ten minutes. Journeys take turns in what is usual: some go without scripts, some with, by the keyboard alone.
 */
export const waysGone = <Way>(ways: readonly Way[], usual: 0 | 1): readonly Way[] =>
  process.env.FAULT_RUNS ? ways : ways.slice(usual, usual + 1)
