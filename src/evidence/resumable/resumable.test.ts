import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { after, afterEach, before, describe, it } from 'node:test'
import { type EvidenceGround, evidenceGround, type TestDraft } from '../../../test/cast/evidence-ground.ts'
import { offsetOf, tusSender } from '../../../test/cast/tus-sender.ts'
import { lookAtNamedFiles } from '../../app/named-files.ts'
import { samplePdf } from '../../platform/preview/sample-files.ts'
import { paths } from '../../platform/paths.ts'
import { sweepOrphans } from '../sweep-orphans.ts'

let ground: EvidenceGround
let tus: ReturnType<typeof tusSender>

before(async () => {
  ground = await evidenceGround()
  tus = tusSender(ground)
})
afterEach(() => assert.deepEqual(ground.faults.splice(0), []))
after(() => ground.end())

const newDraft = async () => ground.newDraft(await ground.newAccount())

/** A PDF of about this size, no two alike. */
let made = 0
const pdfOf = (sizeBytes: number): Buffer => {
  made += 1
  const words = `${made} `.repeat(Math.ceil(sizeBytes / `${made} `.length))
  return samplePdf({ objects: [`<< /Length ${words.length} >>\nstream\n${words}\nendstream`] })
}

async function begun(draft: TestDraft, bytes: Buffer, changedAt = ''): Promise<string> {
  const answer = await tus.begin(draft, { sizeBytes: bytes.length, changedAt })
  assert.equal(answer.status, 201, answer.body)
  return answer.location
}

/** What lies in the storage of the uploads of a draft. */
async function storedOf(draft: TestDraft): Promise<string[]> {
  const keys = await ground.rows(`select storage_key from evidence.resumable_upload where draft = '${draft.id}'
    union select storage_key from evidence.file where draft = '${draft.id}'`)
  return ground.stored().map(({ name }) => name).filter((name) => keys.some(({ storage_key }) => name.startsWith(storage_key)))
}

describe('an upload that stops and goes on', () => {
  it('lies in parts, each sealed; the file made of them is looked at, shown and given back byte for byte', async () => {
    const draft = await newDraft()
    const bytes = pdfOf(9_500_000)
    const upload = await begun(draft, bytes)
    for (const [from, to] of [[0, 300_000], [300_000, 9_000_000], [9_000_000, bytes.length]] as const) {
      const answer = await tus.patch(draft, upload, from, bytes.subarray(from, to))
      assert.deepEqual([answer.status, offsetOf(answer)], [204, to], answer.body)
    }
    const [file] = await ground.files(draft)
    assert.equal(file?.sha256, createHash('sha256').update(bytes).digest('hex'))
    assert.deepEqual(await ground.work(), ['evidence.scan', 'evidence.preview'])
    const served = await ground.send('GET', paths.draftEvidenceFile({ draft: draft.id, file: file?.id ?? '' }), draft.owner)
    assert.ok(served.bytes.equals(bytes))
    const [row] = await ground.rows(`select parts from evidence.file where draft = '${draft.id}'`)
    assert.deepEqual(row.parts, [1, 2, 3, 4, 5], 'no part is larger than four megabytes')
    assert.equal(ground.find('%PDF').length, 0)
    assert.deepEqual((await lookAtNamedFiles(ground.database.pools.worker, ground.services)).faults, [])
  })

  it('is found again when the same file is chosen again, and by nothing less: name, size and date all tell', async () => {
    const draft = await newDraft()
    const bytes = pdfOf(200_000)
    const upload = await begun(draft, bytes, '1700000000000')
    await tus.patch(draft, upload, 0, bytes.subarray(0, 100_000))
    const again = await tus.begin(draft, { sizeBytes: bytes.length, changedAt: '1700000000000' })
    assert.deepEqual([again.status, again.location, offsetOf(again)], [201, upload, 100_000])
    for (const other of [{ changedAt: '1700000000001' }, { changedAt: '1700000000000', fileName: 'other.pdf' }, { changedAt: '' }])
      assert.notEqual((await tus.begin(draft, { sizeBytes: bytes.length, ...other })).location, upload)
  })

  it('tells in HEAD what is durable, and keeps what a broken connection had brought', async () => {
    const draft = await newDraft()
    const bytes = pdfOf(1_000_000)
    const upload = await begun(draft, bytes)
    await tus.breakOff(draft, upload, 0, bytes.subarray(0, 500_000), bytes.length)
    let offset = 0
    while (offset === 0) offset = offsetOf(await tus.head(draft, upload))
    const head = await tus.head(draft, upload)
    assert.deepEqual([head.status, head.headers['upload-length'], head.headers['cache-control']], [200, `${bytes.length}`, 'no-store'])
    const answer = await tus.patch(draft, upload, offset, bytes.subarray(offset))
    assert.equal(answer.headers['upload-outcome'], 'received', answer.body)
    assert.equal((await ground.files(draft))[0]?.sha256, createHash('sha256').update(bytes).digest('hex'))
  })

  it('says the same again when its last answer was lost', async () => {
    const draft = await newDraft()
    const bytes = pdfOf(100_000)
    const upload = await begun(draft, bytes)
    for (const [from, piece] of [[0, bytes], [bytes.length, Buffer.alloc(0)], [bytes.length, Buffer.alloc(0)]] as const) {
      const answer = await tus.patch(draft, upload, from, piece)
      assert.deepEqual([answer.status, offsetOf(answer), answer.headers['upload-outcome']], [204, bytes.length, 'received'])
    }
    assert.equal((await tus.head(draft, upload)).headers['upload-outcome'], 'received')
    assert.equal((await ground.files(draft)).length, 1)
  })

  it('of bytes that are there already keeps nothing', async () => {
    const draft = await newDraft()
    const bytes = pdfOf(300_000)
    await ground.upload(draft, { file: bytes })
    const stored = ground.stored()
    const upload = await begun(draft, bytes)
    await tus.patch(draft, upload, 0, bytes.subarray(0, 150_000))
    const answer = await tus.patch(draft, upload, 150_000, bytes.subarray(150_000))
    assert.equal(answer.headers['upload-outcome'], 'doubled')
    assert.deepEqual(ground.stored(), stored)
    assert.equal((await ground.files(draft)).length, 1)
  })

  it('is taken once at each byte: of pieces sent at the same time one wins, the others are told where it is, and nothing is left of them', async () => {
    const draft = await newDraft()
    const bytes = pdfOf(600_000)
    const upload = await begun(draft, bytes)
    const half = await Promise.all(Array.from({ length: 4 }, () => tus.patch(draft, upload, 0, bytes.subarray(0, 300_000))))
    assert.deepEqual(half.map(({ status }) => status).toSorted(), [204, 409, 409, 409])
    for (const answer of half) assert.equal(offsetOf(answer), 300_000)
    const rest = await Promise.all(Array.from({ length: 4 }, () => tus.patch(draft, upload, 300_000, bytes.subarray(300_000))))
    assert.ok(rest.every(({ status }) => status === 204 || status === 409))
    const [file, ...others] = await ground.files(draft)
    assert.deepEqual([file?.sha256, others.length], [createHash('sha256').update(bytes).digest('hex'), 0])
    assert.equal((await storedOf(draft)).length, 2)
  })

  it('goes on in another process, which reads what it has not seen go by', async () => {
    const draft = await newDraft()
    const bytes = pdfOf(400_000)
    const upload = await begun(draft, bytes)
    await tus.patch(draft, upload, 0, bytes.subarray(0, 200_000))
    const other = tusSender(await ground.anotherProcess())
    const answer = await other.patch(draft, upload, 200_000, bytes.subarray(200_000))
    assert.equal(answer.headers['upload-outcome'], 'received', answer.body)
    assert.equal((await ground.files(draft))[0]?.sha256, createHash('sha256').update(bytes).digest('hex'))
  })
})

describe('an upload that nobody goes on with', () => {
  it('is shown half-way beside its document, with how much is there, and can be cancelled without a script', async () => {
    const draft = await newDraft()
    const bytes = pdfOf(3_000_000)
    const upload = await begun(draft, bytes)
    await tus.patch(draft, upload, 0, bytes.subarray(0, 1_000_000))
    const page = paths.draftEvidence({ draft: draft.id })
    const { body } = await ground.send('GET', page, draft.owner)
    assert.match(body, /Half-way: choose the same file again to go on/)
    assert.match(body, /1 MB.* of .*3 MB/)
    const address = { draft: draft.id, upload: upload.split('/').at(-1) ?? '' }
    const answer = await ground.press(paths.cancelDraftUpload(address), draft.owner, page)
    assert.equal(answer.location, `${page}?outcome=cancelled`)
    assert.equal((await tus.head(draft, upload)).status, 404)
    assert.doesNotMatch((await ground.send('GET', page, draft.owner)).body, /Half-way/)
    await sweepOrphans.run(ground.context)
    assert.deepEqual(await ground.rows(`select id from evidence.resumable_upload where draft = '${draft.id}'`), [])
  })

  it('lives 24 hours from its last piece and not a second more; then its bytes and its row go', async () => {
    const draft = await newDraft()
    const bytes = pdfOf(200_000)
    const upload = await begun(draft, bytes)
    ground.services.clock.advance({ hours: 23 })
    assert.equal((await tus.patch(draft, upload, 0, bytes.subarray(0, 100_000))).status, 204)
    const [part = ''] = await storedOf(draft)
    ground.services.clock.advance({ hours: 23, minutes: 59, seconds: 59 })
    await sweepOrphans.run(ground.context)
    assert.equal((await tus.head(draft, upload)).status, 200)
    ground.services.clock.advance({ seconds: 1 })
    assert.equal((await tus.head(draft, upload)).status, 404)
    assert.equal((await tus.patch(draft, upload, 100_000, bytes.subarray(100_000))).status, 404)
    await sweepOrphans.run(ground.context)
    assert.equal(await ground.services.storage.exists(part), false)
    assert.deepEqual(await ground.rows(`select id from evidence.resumable_upload where draft = '${draft.id}'`), [])
  })

  it('leaves nothing of a part that a killed process had tried, and takes nothing from the file that came of it', async () => {
    const draft = await newDraft()
    const bytes = pdfOf(200_000)
    const upload = await begun(draft, bytes)
    await tus.patch(draft, upload, 0, bytes.subarray(0, 100_000))
    const [{ storage_key: key, parts_tried: tried }] = await ground.rows(`select * from evidence.resumable_upload where draft = '${draft.id}'`)
    await ground.services.storage.put(`${key}--${tried}`, Readable.from([Buffer.from('of a killed process')]))
    const other = tusSender(await ground.anotherProcess())
    assert.equal((await other.patch(draft, upload, 100_000, bytes.subarray(100_000))).status, 204)
    ground.services.clock.advance({ hours: 25 })
    await sweepOrphans.run(ground.context)
    assert.equal((await storedOf(draft)).length, 2)
    assert.deepEqual((await lookAtNamedFiles(ground.database.pools.worker, ground.services)).faults, [])
    const [file] = await ground.files(draft)
    await ground.press(paths.removeDraftEvidence({ draft: draft.id, file: file?.id ?? '' }), draft.owner, paths.draftEvidence({ draft: draft.id }))
    ground.services.clock.advance({ hours: 24 })
    await ground.work()
    assert.deepEqual(await storedOf(draft), [], 'a removed file leaves none of its parts')
    ground.services.clock.advance({ hours: -24 })
  })
})
