import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { after, afterEach, before, describe, it } from 'node:test'
import { type EvidenceGround, evidenceGround } from '../../../test/cast/evidence-ground.ts'
import { offsetOf, problemOf, tusSender } from '../../../test/cast/tus-sender.ts'
import { newId } from '../../platform/ids.ts'
import { paths } from '../../platform/paths.ts'
import { samplePdf, samplePicture } from '../../platform/preview/sample-files.ts'

let ground: EvidenceGround
let tus: ReturnType<typeof tusSender>
const sizeBytesMax = 12 * 1024 * 1024

before(async () => {
  ground = await evidenceGround()
  tus = tusSender(ground)
})
afterEach(() => assert.deepEqual(ground.faults.splice(0), []))
after(() => ground.end())

const newDraft = async () => ground.newDraft(await ground.newAccount())
const half = (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length / 2))

describe('an upload that is announced', () => {
  it('is refused before a byte of it: for its name, its size, its ending, or a document that is not asked for', async () => {
    const draft = await newDraft()
    const tried = [
      [422, 'bad-name', { fileName: '???.', sizeBytes: 10 }],
      [422, 'empty', { sizeBytes: 0 }],
      [413, 'too-large', { sizeBytes: sizeBytesMax + 1 }],
      [415, 'type-not-allowed', { fileName: 'a.exe', sizeBytes: 10 }],
      [415, 'heic', { fileName: 'IMG_1.HEIC', sizeBytes: 10 }],
      [422, 'not-asked', { document: 'legal-change', sizeBytes: 10 }],
    ] as const
    for (const [status, problem, announced] of tried) {
      const answer = await tus.begin(draft, announced)
      assert.deepEqual([answer.status, problemOf(answer)], [status, problem])
      assert.match((JSON.parse(answer.body) as { words: string }).words, /\w+ \w+/, 'in words')
    }
    assert.equal((await tus.begin(draft, { sizeBytes: sizeBytesMax })).status, 201)
  })

  it('is refused where there are as many files, coming ones counted, or as many bytes as there may be', async () => {
    const draft = ground.newDraft(await ground.newAccount(), [{ id: 'card-copy', required: true, filesMax: 2 }])
    await ground.upload(draft, { file: samplePdf() })
    const both = await Promise.all(['a.pdf', 'b.pdf'].map((fileName) => tus.begin(draft, { fileName, sizeBytes: 9000 })))
    assert.deepEqual(both.map(({ status }) => status).toSorted(), [201, 422])
    assert.equal(problemOf(both.find(({ status }) => status === 422) as never), 'too-many-files')
    const full = await newDraft()
    await ground.upload(full, { file: samplePdf() })
    await ground.rows(`update evidence.file set size_bytes = ${600 * 1024 * 1024 - 10_000} where draft = '${full.id}'`)
    assert.equal((await tus.begin(full, { fileName: 'a.pdf', sizeBytes: 9000 })).status, 201)
    assert.equal(problemOf(await tus.begin(full, { fileName: 'b.pdf', sizeBytes: 9000 })), 'too-many-bytes')
    const other = ground.newDraft(full.owner)
    await ground.upload(other, { file: Buffer.concat([samplePdf(), Buffer.alloc(9000)]) })
    assert.deepEqual(await ground.files(other), [], 'what is coming counts for the plain way too')
  })

  it('is refused after three hundred in an hour, plain ones counted', async () => {
    const draft = await newDraft()
    await ground.upload(draft, { file: samplePdf() })
    await ground.rows(`update platform.attempt set made = 300 where scope = 'evidence-uploads' and subject = '${draft.owner.id}'`)
    const answer = await tus.begin(draft, { sizeBytes: 10 })
    assert.deepEqual([answer.status, problemOf(answer)], [429, 'too-many-attempts'])
  })
})

describe('a piece of an upload', () => {
  it('whose first bytes are not what its name says ends the upload, with nothing stored', async () => {
    const draft = await newDraft()
    const before = ground.stored()
    const heic = Buffer.concat([Buffer.from('00000018', 'hex'), Buffer.from('ftypheic\0\0\0\0mif1heic'), Buffer.alloc(9000)])
    for (const [problem, bytes] of [['name-and-content-differ', await samplePicture('png', 400, 400)], ['heic', heic]] as const) {
      const { location } = await tus.begin(draft, { sizeBytes: bytes.length })
      const answer = await tus.patch(draft, location, 0, bytes)
      assert.deepEqual([answer.status, problemOf(answer)], [415, problem])
      assert.equal((await tus.head(draft, location)).status, 404)
    }
    assert.deepEqual(ground.stored(), before)
  })

  it('that holds more than was announced is refused, said beforehand or not, and nothing of it is kept', async () => {
    const draft = await newDraft()
    const bytes = Buffer.concat([samplePdf(), Buffer.alloc(100_000)])
    const before = ground.stored()
    const { location } = await tus.begin(draft, { sizeBytes: bytes.length - 1 })
    assert.equal((await tus.patch(draft, location, 0, bytes)).status, 413)
    assert.equal((await tus.patch(draft, location, 0, Readable.from([bytes]))).status, 413)
    assert.deepEqual([ground.stored(), await ground.files(draft)], [before, []])
  })

  it('too short to tell what it is, elsewhere than at the offset, of another version or kind is none', async () => {
    const draft = await newDraft()
    const bytes = Buffer.concat([samplePdf(), Buffer.alloc(100_000)])
    const { location } = await tus.begin(draft, { sizeBytes: bytes.length })
    const own = draft.owner
    assert.equal((await tus.patch(draft, location, 0, bytes.subarray(0, 100))).status, 400)
    assert.equal((await tus.patch(draft, location, 5, bytes.subarray(5))).status, 409)
    assert.equal((await tus.patch(draft, location, 0, bytes, own, { 'upload-offset': '' })).status, 400)
    assert.equal((await tus.patch(draft, location, 0, bytes, own, { 'content-type': 'application/pdf' })).status, 415)
    const other = await tus.patch(draft, location, 0, bytes, own, { 'tus-resumable': '0.2.2' })
    assert.deepEqual([other.status, other.headers['tus-version']], [412, '1.0.0'])
    assert.equal(offsetOf(await tus.head(draft, location)), 0)
  })

  it('is refused once the draft is submitted, does not ask for its document, or has all its files', async () => {
    const bytes = Buffer.concat([samplePdf(), Buffer.alloc(100_000)])
    const submitted = await newDraft()
    const one = (await tus.begin(submitted, { sizeBytes: bytes.length })).location
    await tus.patch(submitted, one, 0, half(bytes))
    await ground.rows(`insert into evidence.submitted_draft values ('${submitted.id}', '${submitted.owner.id}', '${newId()}', now())`)
    assert.equal(problemOf(await tus.patch(submitted, one, half(bytes).length, bytes.subarray(half(bytes).length))), 'draft-closed')
    assert.equal((await tus.head(submitted, one)).status, 422)
    const changed = await newDraft()
    const two = (await tus.begin(changed, { sizeBytes: bytes.length })).location
    changed.documents = []
    assert.equal(problemOf(await tus.patch(changed, two, 0, bytes)), 'not-asked')
    const full = ground.newDraft(await ground.newAccount(), [{ id: 'card-copy', required: true, filesMax: 1 }])
    const three = (await tus.begin(full, { sizeBytes: bytes.length })).location
    await ground.upload(full, { file: samplePdf() })
    assert.equal(problemOf(await tus.patch(full, three, 0, bytes)), 'too-many-files')
    assert.equal((await ground.files(full)).length, 1)
  })
})

describe('who may go on with an upload', () => {
  it('is its owner alone: with its id in hand another person finds nothing there, by no verb', async () => {
    const draft = await newDraft()
    const bytes = Buffer.concat([samplePdf(), Buffer.alloc(100_000)])
    const { location } = await tus.begin(draft, { sizeBytes: bytes.length })
    const stranger = ground.newDraft(await ground.newAccount())
    const theirs = location.replace(draft.id, stranger.id)
    for (const address of [location, theirs]) {
      assert.equal((await tus.head(stranger, address)).status, 404)
      assert.equal((await tus.patch(stranger, address, 0, bytes)).status, 404)
      assert.equal((await tus.end(stranger, address)).status, 404)
    }
    assert.equal((await tus.begin(draft, { sizeBytes: 10 }, stranger.owner, { 'x-portolan-csrf': await ground.tokenOf(paths.draftEvidence({ draft: stranger.id }), stranger.owner) })).status, 404)
    for (const wrong of ['x', newId(), '%00', `${newId()}'`]) assert.equal((await tus.head(draft, paths.draftUpload({ draft: draft.id, upload: wrong }))).status, 404)
    assert.equal(offsetOf(await tus.head(draft, location)), 0)
  })

  it('proves itself with the page’s token before a byte is read, and comes from a page of ours', async () => {
    const draft = await newDraft()
    const { location } = await tus.begin(draft, { sizeBytes: 9000 })
    const strange: Record<string, string>[] = [{ 'x-portolan-csrf': 'wrong' }, { origin: 'https://elsewhere.test' }]
    for (const headers of strange) {
      assert.equal((await tus.begin(draft, { sizeBytes: 10 }, draft.owner, headers)).status, 403)
      assert.equal((await tus.patch(draft, location, 0, samplePdf(), draft.owner, headers)).status, 403)
    }
    assert.equal((await ground.send('DELETE', location, draft.owner, { origin: ground.services.publicUrl, 'tus-resumable': '1.0.0' })).status, 403)
  })

  it('is told to sign in again when the session had ended, learns the new token after that, and goes on', async () => {
    const draft = await newDraft()
    const bytes = Buffer.concat([samplePdf(), Buffer.alloc(100_000)])
    const { location } = await tus.begin(draft, { sizeBytes: bytes.length })
    await tus.patch(draft, location, 0, half(bytes))
    const out = await ground.send('PATCH', location, undefined, { origin: ground.services.publicUrl, 'tus-resumable': '1.0.0' })
    assert.deepEqual([out.status, problemOf(out)], [401, 'signed-out'])
    assert.match(out.body, /Sign in again/)
    const other = ground.newDraft(await ground.newAccount())
    const drawn = await ground.tokenOf(paths.draftEvidence({ draft: other.id }), other.owner)
    const answer = await tus.patch(draft, location, half(bytes).length, bytes.subarray(half(bytes).length), draft.owner, { 'x-portolan-csrf': drawn })
    assert.deepEqual([answer.status, problemOf(answer)], [403, 'stale-token'])
    const { token } = JSON.parse(answer.body) as { token: string }
    const done = await tus.patch(draft, location, half(bytes).length, bytes.subarray(half(bytes).length), draft.owner, { 'x-portolan-csrf': token })
    assert.equal(done.headers['upload-outcome'], 'received')
  })
})
