import { median } from './measure.ts'

/** Whether two samples come from one distribution: Mann and Whitney's rank test, in its normal approximation. */
export interface RankTest {
  /** How likely a difference in ranks as large as this one is where there is no difference at all. */
  p: number
  /** How often one of the first is larger than one of the second; a half where nothing tells them apart. */
  larger: number
}

/** The share of a normal distribution beyond z on either side (Abramowitz and Stegun, 7.1.26). */
function beyond(z: number): number {
  const x = Math.abs(z) / Math.SQRT2
  const t = 1 / (1 + 0.3275911 * x)
  const poly = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
  return poly * Math.exp(-x * x)
}

export function rankTest(first: readonly number[], second: readonly number[]): RankTest {
  const all = [...first.map((value) => ({ value, isFirst: true })), ...second.map((value) => ({ value, isFirst: false }))]
  const sorted = all.toSorted((a, b) => a.value - b.value)
  // Times in nanoseconds hardly ever tie; where they do, their order is as good as any.
  const ranks = sorted.reduce((sum, { isFirst }, at) => (isFirst ? sum + at + 1 : sum), 0)
  const [n, m] = [first.length, second.length]
  const u = ranks - (n * (n + 1)) / 2
  const z = (u - (n * m) / 2) / Math.sqrt((n * m * (n + m + 1)) / 12)
  return { p: beyond(z), larger: u / (n * m) }
}

/** The median of differences and the interval that holds the true one 95 times in 100, whatever their distribution. */
export function medianWithin(differences: readonly number[]): { median: number; low: number; high: number } {
  const sorted = differences.toSorted((a, b) => a - b)
  const half = (1.96 * Math.sqrt(sorted.length)) / 2
  const at = (place: number) => sorted[Math.min(sorted.length - 1, Math.max(0, Math.round(place)))] ?? 0
  return { median: median(differences), low: at(sorted.length / 2 - half - 1), high: at(sorted.length / 2 + half) }
}
