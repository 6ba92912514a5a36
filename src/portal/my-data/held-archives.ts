import { z } from 'zod'
import { heldPart } from '../../platform/archive/index.ts'
import { id, instant, iso, isoOrNull, sha256, whole } from '../../platform/archive/shapes.ts'
import { stateOf } from './archive.ts'
import { listDownloads, listOfAccounts } from './archive-store.ts'

const archivesSchema = z
  .strictObject({
    archives: z.array(
      z.strictObject({
        id: id('The archive'),
        askedAt: instant('When you asked for it'),
        state: z.enum(['asked', 'making', 'ready', 'failed', 'gone']).describe('This one is being made'),
        readyAt: instant('When it was ready').nullable(),
        expiresAt: instant('Until when it could be taken').nullable(),
        sizeBytes: whole('Its size in bytes').nullable(),
        sha256: sha256('Of the whole archive').nullable(),
        takenAt: z.array(instant('When it was downloaded')),
      }),
    ),
  })
  .describe('Archives you asked for lately, and when they were taken')

export const heldArchives = heldPart({
  name: 'archives',
  schema: archivesSchema,
  from: ['portal.archive', 'portal.archive_download'],
  leavesOut: {},
  async read({ tx, accounts, now }) {
    const downloads = await listDownloads(tx, accounts)
    const archives = (await listOfAccounts(tx, accounts)).map((row) => ({
      id: row.id,
      askedAt: iso(row.asked_at),
      state: stateOf(row, now),
      readyAt: isoOrNull(row.ready_at),
      expiresAt: isoOrNull(row.expires_at),
      sizeBytes: row.size_bytes,
      sha256: row.sha256,
      takenAt: downloads.filter(({ archive }) => archive === row.id).map(({ at }) => iso(at)),
    }))
    return { data: { archives }, files: [] }
  },
})
