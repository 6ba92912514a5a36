import { createHash } from 'node:crypto'
import { documentPlace } from '../../cases/index.ts'
import { contentLimits } from '../../evidence/index.ts'
import { sealedFile } from '../../platform/crypto/sealed-file.ts'
import { copyForOthers, type FileKind } from '../../platform/preview/index.ts'
import type { Services } from '../../platform/services.ts'

/** A picture as it lies there once it was drawn anew. */
export interface Drawn {
  readonly sha256: string
  readonly sizeBytes: number
}

/**
 * Puts in the place of a picture its copy for others, which tells nothing of where, when and with what it was taken: an officer's
 * telephone writes that down as anybody's does. Drawn twice it is the same picture. Null: it cannot be drawn.
 */
export async function drawAnew(
  { storage, keys, readFile }: Pick<Services, 'storage' | 'keys' | 'readFile'>,
  { caseId, storageKey, type, bytes }: { caseId: string; storageKey: string; type: Exclude<FileKind, 'pdf'>; bytes: Buffer },
): Promise<Drawn | null> {
  const made = await copyForOthers({ kind: type, bytes }, contentLimits, readFile)
  if (!made) return null
  await storage.put(storageKey, sealedFile(keys, documentPlace(caseId, storageKey), [made]))
  return { sha256: createHash('sha256').update(made).digest('hex'), sizeBytes: made.length }
}
