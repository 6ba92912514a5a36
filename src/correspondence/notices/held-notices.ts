import { z } from 'zod'
import { openPaper } from '../../cases/index.ts'
import { type HeldFile, numberedPath } from '../../platform/archive/index.ts'
import { day, instant, iso, isoOrNull, text } from '../../platform/archive/shapes.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { Services } from '../../platform/services.ts'
import { canonicalText } from './canonical-text.ts'
import { listHeldNotices } from './held-store.ts'
import { noticeOf } from './opened-notice.ts'

export const heldNoticeSchema = z.strictObject({
  receiptNumber: text('The case it is about'),
  kind: text('The notice, by its code in the agency’s list'),
  title: text('What it is called'),
  issuedAt: instant('When it was issued'),
  issuedOn: day('The day it counts for'),
  documentCode: text('The code by which anyone can check that it is genuine'),
  text: text('What it says'),
  signature: text('Our signature'),
  endedAs: z.enum(['replaced', 'withdrawn']).nullable().describe('Why it counts no more; null: it does'),
  openedAt: instant('When you first opened it').nullable(),
  file: text('Where its PDF lies in this archive').nullable(),
})

/** The notices of a person's own cases, with their PDFs. */
export async function heldNotices(
  { tx, services }: { tx: Tx; services: Services },
  whose: { cases: readonly string[]; accounts: readonly string[] },
): Promise<{ notices: z.input<typeof heldNoticeSchema>[]; files: HeldFile[] }> {
  const rows = await listHeldNotices(tx, whose)
  const files: HeldFile[] = []
  const notices = rows.map((row, place) => {
    const notice = noticeOf(services.keys, row)
    const storageKey = row.storage_key
    const file = storageKey === null ? null : numberedPath(`notices/${row.receipt_number}`, place + 1, notice.kind, 'pdf')
    if (file !== null && storageKey !== null) files.push({ path: file, open: () => openPaper(services, { caseId: row.case, storageKey }) })
    return {
      receiptNumber: notice.receiptNumber,
      kind: notice.kind,
      title: notice.parts[0].title,
      issuedAt: iso(notice.issuedAt),
      issuedOn: notice.issuedOn.toString(),
      documentCode: notice.code,
      text: canonicalText(notice.code, notice.parts),
      signature: notice.signature,
      endedAs: notice.endedAs,
      openedAt: isoOrNull(row.opened_at),
      file,
    }
  })
  return { notices, files }
}
