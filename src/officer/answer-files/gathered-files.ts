import type { FileToSend } from '../../correspondence/index.ts'
import type { CheckRefusal, FileState } from '../../evidence/index.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import type { OperationContext } from '../../platform/operation.ts'
import type { FileKind } from '../../platform/preview/index.ts'
import { type AnswerFile, openAnswerFileName } from './answer-file.ts'
import { endAnswerFiles, type GatheredRow, listGathered } from './answer-file-store.ts'

const nameOf = (keys: Keys, row: GatheredRow): string => openAnswerFileName(keys, row.case, row.id, row.name_sealed ?? Buffer.alloc(0))

/** What whoever acts gathers for their next answer in a conversation. */
export async function gatheredFiles({ tx, actor, services }: Pick<OperationContext, 'tx' | 'actor' | 'services'>, thread: string): Promise<readonly AnswerFile[]> {
  const rows = await listGathered(tx, { thread, staff: String(actor.id) })
  return rows.map((row) => ({
    id: row.id,
    name: nameOf(services.keys, row),
    type: row.type as FileKind,
    sizeBytes: Number(row.size_bytes),
    pages: row.pages,
    state: row.state as FileState,
    refusal: row.refusal as CheckRefusal | null,
    unscannedSince: row.state === 'received' ? row.unscanned_since : null,
  }))
}

/**
 * Takes what was gathered along with the answer that is being sent, under the lock of its conversation: all of it, or nothing. Not while a file
 * waits for its verdict or was refused, since then the officer would send something else than they wrote of.
 */
export async function takeAlong({ tx, actor, now, services }: Pick<OperationContext, 'tx' | 'actor' | 'now' | 'services'>, thread: string): Promise<readonly FileToSend[] | 'files-not-ready'> {
  const rows = await listGathered(tx, { thread, staff: String(actor.id) })
  if (!rows.every(({ state }) => state === 'clean')) return 'files-not-ready'
  if (rows.length === 0) return []
  await endAnswerFiles(tx, rows.map(({ id }) => id), { ended: 'sent', at: now })
  return rows.map((row) => ({
    id: row.id,
    name: nameOf(services.keys, row),
    type: row.type as FileKind,
    storageKey: row.storage_key,
    sha256: row.sha256,
    sizeBytes: Number(row.size_bytes),
    pages: row.pages,
  }))
}
