import type { Keys } from '../platform/crypto/keys.ts'
import { isId } from '../platform/ids.ts'
import { accountsOf } from '../platform/actor.ts'
import { type OperationContext, query } from '../platform/operation.ts'
import { copyKey, type EvidenceFile } from './evidence-file.ts'
import { type FileRow, findFile, listFilesOfDraft, listFilesOfSubmission, markRemoved } from './evidence-store.ts'
import { listUploadsOfDraft, markCancelled } from './resumable/resumable-store.ts'
import { evidenceFile, type StoredFile, storedFile } from './stored-file.ts'
import { inReadingOrder, isOriginal } from './translation/translation.ts'

/**
 * The files of a person's own draft, in the order they gave them: at first that in which they came in; removed ones are left out, refused ones are told of. A translation stands behind what it translates.
 * Inside an operation call its `run` with the operation's own context.
 */
export const filesOfDraft = query({
  name: 'evidence.files-of-draft',
  allow: (actor) => actor.kind === 'account',
  run: async ({ tx, actor, services }, draft: string): Promise<readonly EvidenceFile[]> =>
    inReadingOrder(await listFilesOfDraft(tx, draft, accountsOf(actor))).map((row) => evidenceFile(services.keys, row)),
})

/** The files that went with a submission, for whoever may see it: row-level security answers for the rest. */
export const filesOfSubmission = query({
  name: 'evidence.files-of-submission',
  allow: (actor) => actor.kind !== 'visitor',
  run: async ({ tx, services }, submission: string): Promise<readonly EvidenceFile[]> =>
    inReadingOrder(await listFilesOfSubmission(tx, submission)).map((row) => evidenceFile(services.keys, row)),
})

/** A file that may be given out, and where its bytes lie. */
export interface ServedFile {
  readonly file: EvidenceFile
  /** As it came in; the pictures of its pages lie beside it. */
  readonly stored: StoredFile
}

/** A file as others than its owner read it. */
export interface ShownFile extends ServedFile {
  /** What they are given: a copy of it, or the file itself. */
  readonly shown: StoredFile
  readonly isCopy: boolean
}

/** One file of one draft, if it was found clean: anything else is as absent as a file of another person. */
export const servedFile = query({
  name: 'evidence.served-file',
  allow: (actor) => actor.kind === 'account',
  run: async ({ tx, actor, services }, { draft, file }: { draft: string; file: string }): Promise<ServedFile | null> => {
    const row = isId(file) ? await findFile(tx, file) : undefined
    if (!row || row.draft !== draft || row.state !== 'clean' || row.removed_at) return null
    // Of a case its people read each other's files, but as the copy for other eyes.
    if (!accountsOf(actor).includes(row.account)) return null
    return { file: evidenceFile(services.keys, row), stored: storedFile(row) }
  },
})

/** Null while what others are given is not made. */
export function forOtherEyes(keys: Keys, row: FileRow): ShownFile | null {
  const file = evidenceFile(keys, row)
  if (!file.isShown) return null
  const stored = storedFile(row)
  const isCopy = row.type !== 'pdf'
  const shown = isCopy ? { account: row.account, storageKey: copyKey(row.storage_key) } : stored
  return { file, stored, shown, isCopy }
}

/**
 * One file of a submission as others than its owner read it: a picture without where and with what it was taken. Row-level
 * security answers for who may; what has no such copy yet is absent.
 */
export const shownFile = query({
  name: 'evidence.shown-file',
  allow: (actor) => actor.kind === 'staff',
  run: async ({ tx, services }, { submission, file }: { submission: string; file: string }): Promise<ShownFile | null> => {
    const row = isId(file) ? await findFile(tx, file) : undefined
    if (!row || row.submission !== submission) return null
    return forOtherEyes(services.keys, row)
  },
})

/** What a draft has for one document, for the task list and the review. */
export interface DocumentFiles {
  readonly ready: number
  readonly checking: number
  readonly refused: number
}

/** Counts per document, without translations; a document without files is not in it. */
export function filesByDocument(files: readonly EvidenceFile[]): ReadonlyMap<string, DocumentFiles> {
  const byDocument = Map.groupBy(files.filter(isOriginal), (file) => file.document)
  const counted = (of: readonly EvidenceFile[], state: EvidenceFile['state']) =>
    of.filter((file) => file.state === state).length
  return new Map(
    [...byDocument].map(([document, of]) => [
      document,
      { ready: counted(of, 'clean'), checking: counted(of, 'received'), refused: counted(of, 'refused') },
    ]),
  )
}

/** Removes the files of a draft that is deleted for good, in the transaction that deletes it. */
export async function removeFilesOfDraft(
  { tx, now, enqueue }: Pick<OperationContext, 'tx' | 'now' | 'enqueue'>,
  { draft, account }: { draft: string; account: string },
): Promise<void> {
  const coming = await listUploadsOfDraft(tx, { draft, accounts: [account], now })
  await markCancelled(
    tx,
    coming.map(({ id }) => id),
    now,
  )
  const rows = await listFilesOfDraft(tx, draft, [account])
  if (rows.length === 0) return
  await markRemoved(
    tx,
    rows.map(({ id }) => id),
    now,
  )
  for (const { id } of rows) await enqueue('evidence.forget', { file: id })
}
