import { createHash } from 'node:crypto'
import { caseForPaper, lettersThatMayReturn, takeAddressChange, takeReturnedMail } from '../../../cases/index.ts'
import { operation, type OperationContext, query } from '../../../platform/operation.ts'
import { recordScan } from '../../scans/record-scan.ts'
import { findStandingScan } from '../../scans/scan-store.ts'
import type { LaterRow } from './file/later-row.ts'
import { takePaperIn } from './take-paper-in.ts'
import { faults, mayTakeIn } from './take-later.ts'

export interface ScannedRow {
  readonly row: LaterRow
  /** Which letter came back; null: it is no returned mail, or none of those printed here. */
  readonly letter: string | null
  /** Where its sealed scan lies. */
  readonly stored: { readonly storageKey: string; readonly sha256: string; readonly sizeBytes: number }
  readonly caseId: string
}

/** One name for these bytes as this kind of paper of this case: brought again, whole or after a kill, they are the same paper. */
function paperId({ row, stored, caseId }: ScannedRow): string {
  const hex = createHash('sha256').update(`${caseId}/${row.kind}/${stored.sha256}`).digest('hex')
  // RFC 9562, version 8: an id of one's own making.
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

function takeIn(context: OperationContext, scanned: ScannedRow) {
  const { kind, receiptNumber, receivedOn, said, reason, sticker } = scanned.row
  const received = { id: paperId(scanned), receiptNumber, receivedOn }
  if (kind === 'address' && said) return takeAddressChange(context, { ...received, said })
  if (kind === 'returned-mail' && reason) return takeReturnedMail(context, { ...received, letter: scanned.letter, reason, sticker })
  if (kind === 'answer' || kind === 'other') return takePaperIn(context, { ...received, kind })
  throw new Error('A row was taken that does not say all of its kind')
}

/** A paper of a list with its scan: both are there from then on, or neither is. */
export const takeScannedPaper = operation({
  name: 'officer.take-scanned-paper',
  allow: (actor, _scanned: ScannedRow) => mayTakeIn(actor),
  refusals: [...faults, 'unknown-letter', 'returned-before-printed', 'scanned-before'],
  async run(context, scanned) {
    const taken = await takeIn(context as unknown as OperationContext, scanned)
    if (typeof taken === 'string') return context.refuse(taken)
    const { caseId, paper, outcome } = taken
    const { kind, receivedOn } = scanned.row
    const recorded = await recordScan.run(context as unknown as OperationContext<'scanned-before'>, { caseId, kind, receivedOn, ...scanned.stored })
    if ('refused' in recorded) return recorded
    context.audit({ subject: caseId, detail: { paper, outcome, scan: recorded.scan } })
    return { paper, outcome }
  },
})

/** What there is of a paper before it is taken in: its case, whether these very bytes are there, and which letter came back. */
export const lookAtPaper = query({
  name: 'officer.look-at-paper',
  allow: (actor, _input: { row: LaterRow; sha256: string }) => mayTakeIn(actor),
  async run(context, { row, sha256 }) {
    const found = await caseForPaper(context, row.receiptNumber)
    if (!found) return { caseId: null } as const
    const isKnown = await findStandingScan(context.tx, { caseId: found.id, kind: row.kind, sha256 })
    const letters = row.kind === 'returned-mail' ? await lettersThatMayReturn(context, row.receiptNumber) : []
    // The envelope does not say which letter it was: the newest to its person that was on paper by then.
    const letter = letters.find(({ addressee, addressed_at }) => addressee === 'applicant' && isBy(addressed_at, row, context.services.agency.timeZone))
    return { caseId: found.id, receivedOn: found.receivedOn, isKnown, letter: letter?.id ?? null } as const
  },
})

const isBy = (at: Temporal.Instant, { receivedOn }: LaterRow, timeZone: string): boolean =>
  Temporal.PlainDate.compare(at.toZonedDateTimeISO(timeZone).toPlainDate(), receivedOn) <= 0
