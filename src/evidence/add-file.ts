import { isId, newId } from '../platform/ids.ts'
import type { OperationContext } from '../platform/operation.ts'
import type { FileKind } from '../platform/preview/index.ts'
import { personLimits } from './evidence-file.ts'
import { takeAway } from './change/take-away.ts'
import type { FileDescription } from './description/description.ts'
import { openDescription, sealDescription } from './description/sealed-description.ts'
import { type FileRow, findSameFile, insertFile, lockFile, nextPlace } from './evidence-store.ts'
import { type FileTotals, totalsOf } from './file-totals-store.ts'
import { sealName } from './stored-file.ts'
import { findOriginal } from './translation/find-original.ts'
import { handOver } from './translation/translation-store.ts'

/** A file whose bytes lie whole in the storage, in one piece or in parts. `sha256` in hexadecimal. */
export interface WholeFile {
  account: string
  draft: string
  document: string
  filesMost: number
  fileName: string
  type: FileKind
  sizeBytes: number
  sha256: string
  stored: { storageKey: string; parts?: readonly number[]; partsTried?: number }
  /** The resumable upload it was: what it took up as such is not counted twice. */
  upload?: string
  /** The file whose place it takes, if that one still stands. */
  replaces?: string | undefined
  /** The file that it is the translation of. */
  translates?: string | null | undefined
  /** What its person said of these bytes before. */
  said?: FileDescription | null
}

/** The file that gives up its place, locked; undefined: none was named, or it is gone by now. */
async function replacedBy(tx: OperationContext['tx'], { account, draft, document, replaces, translates = null }: WholeFile): Promise<FileRow | undefined> {
  const row = replaces && isId(replaces) ? await lockFile(tx, replaces) : undefined
  const isTheirs = row?.account === account && row.draft === draft && row.document === document && row.translates === translates
  return isTheirs && !row.removed_at ? row : undefined
}

/** What there is once a file is taken away; a refused one is not counted. */
export const without = (totals: FileTotals, file: FileRow | undefined): FileTotals =>
  file && file.state !== 'refused'
    ? { ...totals, files: totals.files - 1, ofDocument: totals.ofDocument - 1, bytes: totals.bytes - file.size_bytes }
    : totals

type Added = { file: string; doubled: boolean } | { refused: 'no-original' | 'same-as-original' | 'too-many-files' | 'too-many-bytes' }

/** What a translation cannot be added to, or cannot be; null: it can be added. */
async function wrongTranslation(tx: OperationContext['tx'], { translates, sha256, ...of }: WholeFile) {
  if (!translates) return null
  const original = await findOriginal(tx, { ...of, translates })
  if (!original) return 'no-original' as const
  return original.sha256 === sha256 ? ('same-as-original' as const) : null
}

/**
 * Makes bytes a file of their draft and queues its check, once the files of the account are locked. The same bytes for the same
 * document are kept once: then `doubled` is true and the ones that came belong to nobody. What takes another's place takes
 * over what was said of it and its translation, and the other can be put back for a day.
 */
export async function addFile(
  { tx, now, services, enqueue }: Pick<OperationContext, 'tx' | 'now' | 'services' | 'enqueue'>,
  whole: WholeFile,
): Promise<Added> {
  const { account, draft, document, type, sizeBytes, sha256, stored } = whole
  const translates = whole.translates ?? null
  const wrong = await wrongTranslation(tx, whole)
  if (wrong) return { refused: wrong }
  const same = await findSameFile(tx, { account, draft, document, sha256, translates })
  if (same) return { file: same.id, doubled: true }
  const old = await replacedBy(tx, whole)
  const totals = without(await totalsOf(tx, whole, whole.upload), old)
  if (totals.ofDocument >= whole.filesMost || totals.files >= personLimits.filesMost) return { refused: 'too-many-files' }
  if (totals.bytes + sizeBytes > personLimits.bytesMost) return { refused: 'too-many-bytes' }
  const id = newId()
  const said = old ? openDescription(services.keys, old) : whole.said
  await insertFile(tx, {
    ...{ id, account, draft, document, translates, type, sha256 },
    name_sealed: sealName(services.keys, account, id, whole.fileName),
    size_bytes: sizeBytes,
    storage_key: stored.storageKey,
    parts: [...(stored.parts ?? [])],
    parts_tried: stored.partsTried ?? 0,
    place: old?.place ?? (await nextPlace(tx, draft, document)),
    replaces: old?.id ?? null,
    description_sealed: said ? sealDescription(services.keys, account, id, said) : null,
    uploaded_at: now,
  })
  if (old) {
    await handOver(tx, old.id, id)
    await takeAway({ tx, now, enqueue }, old)
  }
  await enqueue('evidence.scan', { file: id }, { jobKey: `scan:${id}` })
  return { file: id, doubled: false }
}
