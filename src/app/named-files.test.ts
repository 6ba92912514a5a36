import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { after, before, describe, it } from 'node:test'
import { addPaperForTest, casesGround } from '../../test/cast/cases-ground.ts'
import { type EvidenceGround, evidenceGround } from '../../test/cast/evidence-ground.ts'
import { s3Server } from '../../test/cast/s3-server.ts'
import { documentPlace } from '../cases/index.ts'
import { systemActor } from '../platform/actor.ts'
import { sealedFile } from '../platform/crypto/sealed-file.ts'
import { newId } from '../platform/ids.ts'
import { samplePdf } from '../platform/preview/sample-files.ts'
import { openS3Storage, type StoragePort } from '../platform/storage/index.ts'
import { lookAtNamedFiles } from './named-files.ts'

async function flipOneByte(storage: StoragePort, key: string): Promise<void> {
  const sealed = await buffer(await storage.get(key))
  sealed.writeUInt8(sealed.readUInt8(sealed.length - 20) ^ 1, sealed.length - 20)
  await storage.put(key, Readable.from([sealed]))
}

describe('the files that people added', () => {
  let ground: EvidenceGround
  before(async () => {
    ground = await evidenceGround()
  })
  after(() => ground.end())

  const look = () => lookAtNamedFiles(ground.database.pools.worker, ground.services)

  async function added(): Promise<{ id: string; storageKey: string }> {
    const draft = ground.newDraft(await ground.newAccount())
    await ground.upload(draft, { file: samplePdf() })
    const [file] = await ground.files(draft)
    const [row] = await ground.rows(`select id, storage_key as "storageKey" from evidence.file where id = '${file?.id}'`)
    return row
  }

  it('are named one by one where they are missing, damaged or another’s; the whole ones are counted', async () => {
    const [, gone, damaged, older] = [await added(), await added(), await added(), await added()]
    const { storage } = ground.services
    await storage.delete(gone.storageKey)
    await flipOneByte(storage, damaged.storageKey)
    await ground.rows(`update evidence.file set sha256 = repeat('0', 64) where id = '${older.id}'`)
    const found = await look()
    assert.equal(found.whole, 1)
    const table = 'evidence.file'
    const expected = [
      { table, id: gone.id, condition: 'missing' },
      { table, id: damaged.id, condition: 'damaged' },
      { table, id: older.id, condition: 'damaged' },
    ]
    assert.deepEqual(found.faults, expected.toSorted((one, other) => (one.id < other.id ? -1 : 1)))
  })

  it('are missed by nobody once they were removed', async () => {
    const { id, storageKey } = await added()
    const before = (await look()).faults.length
    await ground.services.storage.delete(storageKey)
    assert.equal((await look()).faults.length, before + 1)
    await ground.rows(`update evidence.file set removed_at = uploaded_at where id = '${id}'`)
    assert.equal((await look()).faults.length, before)
  })
})

describe('the papers of cases, in a bucket', () => {
  it('are named where they are missing or damaged, and said to be unread while the bucket is away', async (t) => {
    const [ground, server] = [await casesGround(), await s3Server()]
    t.after(async () => {
      await ground.database.drop()
      await server.end()
    })
    const services = { ...ground.services, storage: await openS3Storage(server.settings()) }
    const { caseId } = await ground.openCase()
    const bytes = samplePdf()
    const keys = [newId(), newId(), newId()]
    for (const storageKey of keys) {
      await services.storage.put(storageKey, sealedFile(services.keys, documentPlace(caseId, storageKey), [bytes]))
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const paper = { caseId, kind: 'copy-of-record', source: storageKey, titleKey: 'cases.channel.online', storageKey, sha256 } as const
      await ground.as(systemActor('documents')).perform(addPaperForTest, { ...paper, sizeBytes: bytes.length, pages: 1 })
    }
    const conditions = async () => (await lookAtNamedFiles(ground.database.pools.worker, services)).faults.map(({ condition }) => condition)
    assert.deepEqual(await conditions(), [])
    await services.storage.delete(String(keys[0]))
    await flipOneByte(services.storage, String(keys[1]))
    assert.deepEqual((await conditions()).toSorted(), ['damaged', 'missing'])
    await server.kill()
    assert.deepEqual(await conditions(), ['unread', 'unread', 'unread'])
  })
})
