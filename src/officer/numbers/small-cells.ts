/** A count below this of one form or office could point at a case, a protected one too: it is not told. */
export const shownLeast = 10

/**
 * The counts of one column beside their sum: small ones are left out (null), and where that is only one, the next
 * smallest too, so that nobody gets it by subtracting.
 */
export function withoutSmall(counts: readonly number[]): (number | null)[] {
  const isSmall = (count: number) => count > 0 && count < shownLeast
  const small = counts.filter(isSmall)
  const next = small.length === 1 ? Math.min(...counts.filter((count) => count >= shownLeast)) : Number.NaN
  const at = counts.indexOf(next)
  return counts.map((count, index) => (isSmall(count) || index === at ? null : count))
}
