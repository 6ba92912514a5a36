import { accountsOf } from '../../platform/actor.ts'
import { type Answer, notFound } from '../../platform/http/answer.ts'
import type { Context } from '../../platform/http/page.ts'
import { query } from '../../platform/operation.ts'
import { awaySince, checkAgainSeconds } from '../check-again.ts'
import { type RemovedFile, removedFilesOfDraft } from '../change/removed-files.ts'
import type { EvidenceFile } from '../evidence-file.ts'
import { filesOfDraft } from '../files.ts'
import { hasFileElsewhere } from '../library/library-store.ts'
import { uploadsOfDraft } from '../resumable/find-resumable.ts'
import type { ResumableUpload } from '../resumable/resumable-upload.ts'
import { isOriginal } from '../translation/translation.ts'
import type { AskedDocument, EvidenceDraft, EvidenceParts } from './evidence-draft.ts'
import { newsOfCheck } from './wait-for-check.ts'

/** What the evidence page shows. */
export interface EvidenceModel {
  readonly draft: EvidenceDraft
  readonly files: readonly EvidenceFile[]
  /** What has not come in whole yet. */
  readonly uploads: readonly ResumableUpload[]
  /** What was removed and can still be put back. */
  readonly removed: readonly RemovedFile[]
  /** Another draft or a submission has a file that could be used here. */
  readonly hasLibrary: boolean
}

/** In one transaction: a page costs few statements. */
const allOfDraft = query({
  name: 'evidence.all-of-draft',
  allow: (actor) => actor.kind === 'account',
  run: async (context, draft: string): Promise<Omit<EvidenceModel, 'draft'>> => ({
    files: await filesOfDraft.run(context, draft),
    uploads: await uploadsOfDraft.run(context, draft),
    removed: await removedFilesOfDraft.run(context, draft),
    hasLibrary: await hasFileElsewhere(context.tx, accountsOf(context.actor), draft),
  }),
})

export const evidenceModel =
  ({ draftOf, waitsForCheck }: EvidenceParts) =>
  async (context: Context<{ draft: string }>): Promise<EvidenceModel | Answer> => {
    const draft = await draftOf(context, context.params.draft)
    if (!draft) return notFound
    if (waitsForCheck !== false) await newsOfCheck(context, draft.id)
    const found = await context.read(allOfDraft, draft.id)
    return found ? { draft, ...found } : notFound
  }

/** Without translations: those stand beneath. */
export const filesFor = ({ files }: EvidenceModel, document: string): readonly EvidenceFile[] =>
  files.filter((file) => file.document === document && isOriginal(file))

/** Files that were uploaded for a document which the answers do not ask for any more. */
export const filesNotAsked = ({ files, draft }: EvidenceModel): readonly EvidenceFile[] =>
  files.filter((file) => isOriginal(file) && !draft.documents.some(({ id }) => id === file.document))

export const uploadsFor = ({ uploads }: EvidenceModel, document: string): readonly ResumableUpload[] =>
  uploads.filter((upload) => upload.document === document && isOriginal(upload))

/** Files that stand for their document: a refused one does not. */
export const standing = (files: readonly EvidenceFile[]): readonly EvidenceFile[] =>
  files.filter(({ state }) => state !== 'refused')

/** Required documents that have no file yet. */
export const missing = (model: EvidenceModel): readonly AskedDocument[] =>
  model.draft.documents.filter(({ id, required }) => required && standing(filesFor(model, id)).length === 0)

export const isChecking = ({ files }: EvidenceModel): boolean => files.some(({ state }) => state === 'received')

/** Since when a file of this draft waits for a scanner that is away; null: none does. */
export const scannerAwaySince = ({ files }: EvidenceModel): Temporal.Instant | null => awaySince(files)

/**
 * How soon the page asks again by itself while a check or a picture is under way. Not while a required document is
 * missing: a page that comes again takes away the file just chosen.
 */
export function refreshSeconds(model: EvidenceModel, now: Temporal.Instant): number | undefined {
  if (missing(model).length > 0) return undefined
  const waits = ({ state, previews }: EvidenceFile) => state === 'received' || (state === 'clean' && previews === 0)
  return checkAgainSeconds(model.files.filter(waits), now)
}
