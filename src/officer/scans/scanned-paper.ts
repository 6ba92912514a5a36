import type { MessageKey } from '../../platform/i18n/text.ts'
import type { CheckRefusal, StreamProblem } from '../../evidence/index.ts'

/** What staff scan for a case. */
export const scanKinds = ['filing', 'answer', 'address', 'returned-mail', 'other'] as const
export type ScanKind = (typeof scanKinds)[number]

/** What is checked as scanned paper is: a paper, or a file that goes with an answer to a message. */
export type CheckedKind = ScanKind | 'message'

/** How a scanned paper is called among the documents of its case. */
export const scanTitle = (kind: ScanKind): MessageKey => `scans.title.${kind}`

/** Below what a scanner of malware looks at (clamd's own StreamMaxLength is 25 MB); some hundred pages in black and white. */
export const scanLimits = { sizeBytesMax: 24 * 1024 * 1024, pagesMax: 300, pixelsMax: 60_000_000 }

export type ScanState = 'received' | 'clean' | 'refused'

/** Why a scan was not taken when it was sent. Each has its words under `scans.problem.<code>`. */
export type ScanProblem = StreamProblem | 'no-file'

export interface ScannedPaper {
  readonly id: string
  readonly kind: ScanKind
  readonly receivedOn: Temporal.PlainDate
  readonly sizeBytes: number
  readonly scannedAt: Temporal.Instant
  readonly state: ScanState
  readonly refusal: CheckRefusal | null
  /** Since when there is no verdict on it: the scanner is away, and we try again. */
  readonly unscannedSince: Temporal.Instant | null
}
