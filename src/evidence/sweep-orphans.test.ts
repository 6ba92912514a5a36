import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { after, before, describe, it } from 'node:test'
import { type EvidenceGround, evidenceGround } from '../../test/cast/evidence-ground.ts'
import { samplePdf } from '../platform/preview/sample-files.ts'
import { beginUpload } from './begin-upload.ts'
import { recordUpload } from './record-upload.ts'
import { storeUpload } from './store-upload.ts'
import { sweepOrphans } from './sweep-orphans.ts'

let ground: EvidenceGround

before(async () => {
  ground = await evidenceGround()
})
after(() => ground.end())

/** An upload whose process was killed after the last byte was stored and before it was recorded. */
async function killedUpload() {
  const draft = ground.newDraft(await ground.newAccount())
  const target = { draft: draft.id, document: 'card-copy', filesMost: 4 }
  const begun = await ground.as(draft.owner).perform(beginUpload, target)
  if (!begun.ok) throw new Error(begun.refusal)
  const { upload, storageKey } = begun.output
  const file = { fileName: 'a.pdf', stream: Readable.from([samplePdf()]), sizeBytesMax: 1_000_000 }
  const measured = await storeUpload(ground.services, { owner: draft.owner.id ?? '', file: storageKey }, file)
  const record = () => ground.as(draft.owner).perform(recordUpload, { ...target, ...measured, upload })
  return { draft, record, storageKey }
}

describe('an upload that was killed between storing and recording', () => {
  it('leaves no file, and bytes that the sweep deletes once no request can own them any more', async () => {
    const { draft, record, storageKey } = await killedUpload()
    assert.deepEqual(await ground.files(draft), [])
    ground.services.clock.advance({ minutes: 59 })
    await sweepOrphans.run(ground.context)
    assert.ok(await ground.services.storage.exists(storageKey), 'it could still be recorded')
    ground.services.clock.advance({ minutes: 2 })
    await sweepOrphans.run(ground.context)
    assert.equal(await ground.services.storage.exists(storageKey), false)
    assert.deepEqual(await ground.rows('select id from evidence.begun_upload'), [])
    assert.deepEqual(await record(), { ok: false, refusal: 'upload-expired' })
  })

  it('and one that was recorded keeps its bytes, whatever the sweep does', async () => {
    const { draft, record, storageKey } = await killedUpload()
    assert.equal((await record()).ok, true)
    ground.services.clock.advance({ hours: 2 })
    await sweepOrphans.run(ground.context)
    assert.ok(await ground.services.storage.exists(storageKey))
    assert.equal((await ground.files(draft)).length, 1)
  })
})

describe('the row of a removed file', () => {
  it('goes thirty days later, when its bytes are gone, and no other row does', async () => {
    const { draft, record } = await killedUpload()
    await record()
    await ground.rows(`update evidence.file set removed_at = uploaded_at where draft = '${draft.id}'`)
    const count = async () => (await ground.rows('select id from evidence.file')).length
    const before = await count()
    ground.services.clock.advance({ hours: 24 * 30 + 1 })
    await sweepOrphans.run(ground.context)
    assert.equal(await count(), before, 'its bytes are still there')
    await ground.rows(`update evidence.file set bytes_gone_at = uploaded_at where draft = '${draft.id}'`)
    await sweepOrphans.run(ground.context)
    assert.equal(await count(), before - 1)
  })
})
