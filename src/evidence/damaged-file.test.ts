import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { after, before, describe, it } from 'node:test'
import { type EvidenceGround, evidenceGround, type TestDraft } from '../../test/cast/evidence-ground.ts'
import { SealBroken } from '../platform/crypto/field.ts'
import { FileDamaged } from '../platform/http/file-body.ts'
import { paths } from '../platform/paths.ts'
import { samplePdf } from '../platform/preview/sample-files.ts'
import { StorageFault } from '../platform/storage/index.ts'

let ground: EvidenceGround
before(async () => {
  ground = await evidenceGround()
})
after(() => ground.end())

/** A comment makes it as long as is wanted. */
const pdfOf = (bytes: number) => samplePdf({ objects: [`null %${'x'.repeat(bytes)}`] })

async function cleanFile(bytes: Buffer): Promise<{ draft: TestDraft; path: string; id: string; key: string }> {
  const draft = ground.newDraft(await ground.newAccount())
  await ground.upload(draft, { file: bytes })
  await ground.work()
  const [file] = await ground.files(draft)
  const [row] = await ground.rows(`select storage_key from evidence.file where id = '${file?.id}'`)
  return { draft, path: paths.draftEvidenceFile({ draft: draft.id, file: file?.id ?? '' }), id: file?.id ?? '', key: row.storage_key }
}

async function changeByte(key: string, fromEnd: number): Promise<void> {
  const { storage } = ground.services
  const sealed = await buffer(await storage.get(key))
  const at = sealed.length - fromEnd
  sealed.writeUInt8(sealed.readUInt8(at) ^ 1, at)
  await storage.put(key, Readable.from([sealed]))
}

const words = /We cannot open this file right now/

describe('a file that is not there as it came in', () => {
  it('is a page that says so and gives out nothing, whether it is missing or damaged; the log has an alarm of its own', async () => {
    const [missing, damaged, another] = [await cleanFile(pdfOf(10)), await cleanFile(pdfOf(100_000)), await cleanFile(pdfOf(20))]
    await ground.services.storage.delete(missing.key)
    await changeByte(damaged.key, 40)
    await ground.rows(`update evidence.file set sha256 = repeat('0', 64) where id = '${another.id}'`)
    for (const { draft, path } of [missing, damaged, another]) {
      const answer = await ground.send('GET', path, draft.owner)
      assert.deepEqual([answer.status, answer.headers['content-type']], [500, 'text/html; charset=utf-8'])
      assert.match(answer.body, words)
      assert.doesNotMatch(String(answer.headers['content-disposition']), /attachment/)
    }
    const [first, second, third] = ground.faults.splice(0)
    assert.ok(first instanceof StorageFault && second instanceof SealBroken && third instanceof FileDamaged)
  })

  it('is broken off when the damage lies behind what was sent already: a browser never takes it for whole', async () => {
    for (const spoil of ['byte', 'hash'] as const) {
      const { draft, path, id, key } = await cleanFile(pdfOf(3_000_000))
      if (spoil === 'byte') await changeByte(key, 40)
      else await ground.rows(`update evidence.file set sha256 = repeat('0', 64) where id = '${id}'`)
      await assert.rejects(ground.send('GET', path, draft.owner), /aborted|ECONNRESET|hang up/)
      const [fault] = ground.faults.splice(0)
      assert.ok(fault instanceof (spoil === 'byte' ? SealBroken : FileDamaged), String(fault))
    }
  })

  it('hurts no other: a whole one of three megabytes comes byte for byte, however its reader leaves', async () => {
    const bytes = pdfOf(3_000_000)
    const { draft, path } = await cleanFile(bytes)
    assert.ok((await ground.send('GET', path, draft.owner)).bytes.equals(bytes))
    assert.deepEqual(ground.faults.splice(0), [])
  })
})
