import { createHash } from 'node:crypto'
import { evidenceJobs } from '../../src/evidence/index.ts'
import { sealedFor } from '../../src/evidence/stored-file.ts'
import type { RefundGround } from './refund-ground.ts'

const previewJob = evidenceJobs.find(({ task }) => task === 'evidence.preview')
type FileOf = { id: string; account: string; storage_key: string }

/** A received filing whose first document is these bytes; `file` is its id. `make` draws what the office sees of it. */
export async function filedDocument(ground: RefundGround, bytes: Buffer, type = 'jpeg') {
  const filing = await ground.paid()
  const [file] = await ground.rows<FileOf>('select * from evidence.file where draft = $1 order by id limit 1', [filing.draft])
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  if (!file) throw new Error('The described person brought no file')
  await ground.rows('update evidence.file set type = $2, size_bytes = $3, sha256 = $4 where id = $1', [file.id, type, bytes.length, sha256])
  const sealed = sealedFor(ground.services.keys, { account: file.account, storageKey: file.storage_key }, [bytes])
  await ground.services.storage.put(file.storage_key, sealed)
  return { ...filing, file: file.id, make: async () => previewJob?.run(ground.asSystem(), { file: file.id }) }
}
