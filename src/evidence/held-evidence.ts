import { z } from 'zod'
import { casesOfAccounts } from '../cases/index.ts'
import { type HeldFile, heldPart, numberedPath } from '../platform/archive/index.ts'
import { day, id, instant, iso, isoOrNull, sha256, text, whole } from '../platform/archive/shapes.ts'
import { type FileRow, listFilesOfAccounts } from './evidence-store.ts'
import { trayOf, trayPurposes } from './trays/tray.ts'
import { listTraysOf } from './trays/tray-store.ts'
import { evidenceFile, openStored, storedFile } from './stored-file.ts'

const evidenceSchema = z
  .strictObject({
    files: z.array(
      z.strictObject({
        id: id('The file'),
        draft: id('The draft or the tray of a case it was added to'),
        submission: id('The submission it went into, or the tray it was sent in').nullable(),
        document: text('The document it was added for'),
        translates: id('The file it is the translation of').nullable(),
        name: text('Its name, as you sent it'),
        type: z.enum(['pdf', 'jpeg', 'png', 'tiff']),
        sizeBytes: whole('Its size in bytes'),
        sha256: sha256('Of the bytes as they came in'),
        uploadedAt: instant('When it came in'),
        description: z
          .strictObject({
            kind: text('Which document it is').optional(),
            issuer: text('Who issued it').optional(),
            issuedOn: day('When it was issued').optional(),
            validUntil: day('Its last day').optional(),
            language: text('Its language').optional(),
            note: text('What there is to know of it').optional(),
            translated: text('Where its translation is: in-this-file or with-another-file').optional(),
            translator: text('Who translated it').optional(),
            certified: text('What the translator certifies, by ids with spaces between').optional(),
          })
          .nullable()
          .describe('What you said of it'),
        state: z.enum(['received', 'clean', 'refused', 'removed']),
        refusal: text('Why the check refused it').nullable(),
        checkedAt: instant('When the check had looked at it').nullable(),
        removedAt: instant('When you removed it').nullable(),
        file: text('Where it lies in this archive').nullable(),
        notHere: z
          .enum(['still-being-checked', 'refused-by-the-check', 'removed'])
          .nullable()
          .describe('Why its bytes are not in this archive'),
      }),
    ),
    trays: z.array(
      z.strictObject({
        id: id('The tray'),
        purpose: z.enum(trayPurposes).describe('What its files are for'),
        openedAt: instant('When you began it'),
        sentAt: instant('When you sent it').nullable(),
      }),
    ),
  })
  .describe('Files you added to your filings and cases, as they came in')

const extensions = { pdf: 'pdf', jpeg: 'jpg', png: 'png', tiff: 'tiff' } as const

/** A file that nobody has looked at is given to nobody, its sender included: it could have been put there by another. */
function notHere({ removed_at, state }: FileRow): 'still-being-checked' | 'refused-by-the-check' | 'removed' | null {
  if (removed_at) return 'removed'
  if (state === 'refused') return 'refused-by-the-check'
  return state === 'received' ? 'still-being-checked' : null
}

export const heldEvidence = heldPart({
  name: 'evidence',
  schema: evidenceSchema,
  from: ['evidence.file', 'evidence.tray'],
  leavesOut: {
    'evidence.begun_upload': 'an upload that is coming in; it is in the list once it has',
    'evidence.resumable_upload': 'an upload that is coming in; it is in the list once it has',
    'evidence.submitted_draft': 'which draft became which submission, told in filings.json',
  },
  async read({ tx, accounts, services }) {
    const files: HeldFile[] = []
    // What was sent about a case is in the archive of who is on it, and no more of who was.
    const on = new Set((await casesOfAccounts(tx, accounts)).map(({ id: caseId }) => caseId))
    const all = (await listTraysOf(tx, accounts)).map(trayOf)
    const left = new Set(all.filter(({ caseId }) => !on.has(caseId)).map(({ id: tray }) => tray))
    const listed = (await listFilesOfAccounts(tx, accounts)).filter(({ draft }) => !left.has(draft)).map((row, place) => {
      const file = evidenceFile(services.keys, row)
      const without = notHere(row)
      const path = without ? null : numberedPath('evidence', place + 1, file.name.replace(/\.[^.]*$/, ''), extensions[file.type])
      if (path) files.push({ path, open: () => openStored(services, storedFile(row)) })
      return {
        id: file.id,
        draft: file.draft,
        submission: row.submission,
        document: file.document,
        translates: file.translates,
        name: file.name,
        type: file.type,
        sizeBytes: file.sizeBytes,
        sha256: file.sha256,
        uploadedAt: iso(file.uploadedAt),
        description: file.description,
        state: row.removed_at ? ('removed' as const) : file.state,
        refusal: file.refusal,
        checkedAt: isoOrNull(row.checked_at),
        removedAt: isoOrNull(row.removed_at),
        file: path,
        notHere: without,
      }
    })
    const trays = all.filter(({ id: tray }) => !left.has(tray)).map(({ id: tray, purpose, openedAt, submittedAt }) => ({
      id: tray,
      purpose,
      openedAt: iso(openedAt),
      sentAt: isoOrNull(submittedAt),
    }))
    return { data: { files: listed, trays }, files }
  },
})
