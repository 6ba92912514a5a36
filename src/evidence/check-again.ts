import type { EvidenceFile } from './evidence-file.ts'

const awayWithinSeconds = 600
const awayRefreshSeconds = 30
const newsWithinSeconds = 90
const refreshEverySeconds = 4

/** Since when one of these files waits for a scanner that is away; null: none does. */
export function awaySince(files: readonly EvidenceFile[]): Temporal.Instant | null {
  const since = files.flatMap(({ unscannedSince }) => unscannedSince ?? [])
  return since.toSorted(Temporal.Instant.compare)[0] ?? null
}

/** How soon a page asks again by itself while these files are being looked at: seldom when the scanner is away, and not for ever (WCAG 2.2.2). */
export function checkAgainSeconds(waiting: readonly EvidenceFile[], now: Temporal.Instant): number | undefined {
  const isWithin = (seconds: number) => ({ uploadedAt }: EvidenceFile) => uploadedAt.until(now).total('seconds') < seconds
  if (awaySince(waiting)) return waiting.some(isWithin(awayWithinSeconds)) ? awayRefreshSeconds : undefined
  return waiting.some(isWithin(newsWithinSeconds)) ? refreshEverySeconds : undefined
}
