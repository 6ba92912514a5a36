import { isId } from '../../platform/ids.ts'
import { accountsOf } from '../../platform/actor.ts'
import { query } from '../../platform/operation.ts'
import { personLimits } from '../evidence-file.ts'
import { isSubmitted } from '../evidence-store.ts'
import { totalsOf } from '../file-totals-store.ts'
import { type ResumableUpload, resumableUpload } from './resumable-upload.ts'
import { findUpload, listUploadsOfDraft } from './resumable-store.ts'

export type UploadStanding = { upload: ResumableUpload; problem: 'draft-closed' | 'too-many-files' | 'too-many-bytes' | null }

/** An upload of the person's own and whether it may go on; null alike for one that is unknown, another's, cancelled or expired. */
export const uploadStanding = query({
  name: 'evidence.upload-standing',
  allow: (actor) => actor.kind === 'account',
  async run({ tx, actor, now, services }, { draft, upload }: { draft: string; upload: string }): Promise<UploadStanding | null> {
    if (!isId(upload) || !isId(draft)) return null
    const row = await findUpload(tx, { id: upload, draft, accounts: accountsOf(actor), now })
    if (!row) return null
    const found = resumableUpload(services.keys, row)
    if (found.outcome) return { upload: found, problem: null }
    if (await isSubmitted(tx, draft)) return { upload: found, problem: 'draft-closed' }
    const totals = await totalsOf(tx, found)
    if (totals.files > personLimits.filesMost) return { upload: found, problem: 'too-many-files' }
    return { upload: found, problem: totals.bytes > personLimits.bytesMost ? 'too-many-bytes' : null }
  },
})

/** What is half-way, in the order it was begun. */
export const uploadsOfDraft = query({
  name: 'evidence.uploads-of-draft',
  allow: (actor) => actor.kind === 'account',
  run: async ({ tx, actor, now, services }, draft: string): Promise<readonly ResumableUpload[]> =>
    (await listUploadsOfDraft(tx, { draft, accounts: accountsOf(actor), now })).map((row) => resumableUpload(services.keys, row)),
})
