import type { Answers, Entry } from '../../src/filing/definition/definition.ts'

/** The entries of a list from their answers. It stands in the pack, which is copied as a whole and runs no code of the product. */
export const listed = (...entries: readonly Answers[]): readonly Entry[] =>
  entries.map((answers, index) => ({ id: `entry-${index + 1}`, answers }))
