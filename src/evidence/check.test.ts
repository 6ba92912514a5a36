import assert from 'node:assert/strict'
import { after, afterEach, before, describe, it } from 'node:test'
import { type EvidenceGround, evidenceGround, type TestDraft } from '../../test/cast/evidence-ground.ts'
import { encryptedPdf, samplePdf, samplePicture } from '../platform/preview/sample-files.ts'
import { paths } from '../platform/paths.ts'
import { previewJob } from './preview-job.ts'
import { recordVerdict } from './record-verdict.ts'
import { scanJob } from './scan-job.ts'

let ground: EvidenceGround

before(async () => {
  ground = await evidenceGround()
})
afterEach(() => assert.deepEqual(ground.faults.splice(0), []))
after(() => ground.end())

const newDraft = async () => ground.newDraft(await ground.newAccount())
const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}', '$EICAR-STANDARD-', 'ANTIVIRUS-TEST-FILE!$H+H*'].join('')

async function onlyFile(draft: TestDraft) {
  const [file] = await ground.files(draft)
  if (!file) throw new Error('no file')
  return file
}

describe('the check of a stored file', () => {
  it('refuses what is dangerous or unreadable, says why, deletes the bytes and never serves them', async () => {
    const refused = [
      ['malware', 'a.pdf', samplePdf({ objects: [`(${eicar})`] })],
      ['encrypted-pdf', 'b.pdf', encryptedPdf('')],
      ['scripted-pdf', 'c.pdf', samplePdf({ catalog: '/OpenAction << /S /JavaScript /JS (app.alert(1)) >>' })],
      ['broken', 'd.jpg', (await samplePicture('jpeg', 600, 400)).subarray(0, 900)],
    ] as const
    for (const [refusal, fileName, file] of refused) {
      const draft = await newDraft()
      await ground.upload(draft, { fileName, file })
      assert.deepEqual(await ground.work(), ['evidence.scan', 'evidence.forget'])
      const { id, ...found } = await onlyFile(draft)
      assert.deepEqual([found.state, found.refusal, found.previews], ['refused', refusal, 0])
      const address = { draft: draft.id, file: id }
      for (const path of [paths.draftEvidenceFile(address), paths.draftEvidencePreview(address)]) {
        assert.equal((await ground.send('GET', path, draft.owner)).status, 404)
      }
    }
    assert.deepEqual(ground.stored(), [])
  })

  it('may be met again by a clean file of the same name, and by the same bytes', async () => {
    const draft = await newDraft()
    for (const file of [encryptedPdf(''), encryptedPdf(''), samplePdf()]) {
      await ground.upload(draft, { fileName: 'a.pdf', file })
      await ground.work()
    }
    assert.deepEqual((await ground.files(draft)).map(({ state }) => state).toSorted(), ['clean', 'refused', 'refused'])
  })

  it('gives no verdict on bytes that were changed in the storage', async () => {
    const draft = await newDraft()
    await ground.upload(draft, { file: samplePdf() })
    const { id } = await onlyFile(draft)
    await ground.spoilStorage()
    await assert.rejects(scanJob.run(ground.context, { file: id }))
    assert.equal((await onlyFile(draft)).state, 'received')
    await ground.rows('delete from graphile_worker._private_jobs')
  })

  it('may run twice: one verdict in the record, the same pictures, the same file', async () => {
    const draft = await newDraft()
    await ground.upload(draft, { file: samplePdf({ pages: 2 }) })
    const { id } = await onlyFile(draft)
    await ground.work({ twice: true })
    await scanJob.run(ground.context, { file: id })
    await previewJob.run(ground.context, { file: id })
    const found = await onlyFile(draft)
    assert.deepEqual([found.state, found.previews], ['clean', 2])
    const entries = await ground.rows(
      `select outcome from audit.entry where operation = 'evidence.record-verdict' and detail->>'file' = '${id}'`,
    )
    assert.deepEqual(entries, [{ outcome: 'done' }])
    assert.equal((await ground.context.perform(recordVerdict, { file: id, verdict: { refusal: 'malware' } })).ok, false)
  })

  it('goes on with the pictures where a killed run stopped', async () => {
    const draft = await newDraft()
    await ground.upload(draft, { file: samplePdf({ pages: 3 }) })
    await ground.work()
    const { id } = await onlyFile(draft)
    await ground.rows(`update evidence.file set previews = 1 where id = '${id}'`)
    const before = ground.stored()
    await previewJob.run(ground.context, { file: id })
    assert.equal((await onlyFile(draft)).previews, 3)
    assert.deepEqual(
      ground.stored().map(({ name }) => name),
      before.map(({ name }) => name),
    )
  })
})

describe('a verdict', () => {
  it('is the worker’s alone: neither the person nor the database role of their pages can give one', async () => {
    const draft = await newDraft()
    await ground.upload(draft, { file: samplePdf() })
    const { id } = await onlyFile(draft)
    const clean = { file: id, verdict: { pages: 1, width: 1, height: 1 } }
    const own = await ground.as(draft.owner).perform(recordVerdict, clean)
    assert.deepEqual(own, { ok: false, refusal: 'not-allowed' })
    const asOwner = ground.database.pools.portal
      .updateTable('evidence.file')
      .set({ state: 'clean', pages: 1 })
      .where('id', '=', id)
    await assert.rejects(asOwner.execute(), /permission denied/)
    await ground.work()
  })
})
