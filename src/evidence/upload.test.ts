import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { after, afterEach, before, describe, it } from 'node:test'
import { type EvidenceGround, evidenceGround } from '../../test/cast/evidence-ground.ts'
import { newId } from '../platform/ids.ts'
import { samplePdf, samplePicture } from '../platform/preview/sample-files.ts'
import { paths } from '../platform/paths.ts'
import { storeUpload } from './store-upload.ts'
import { NotTaken } from './upload-meter.ts'

let ground: EvidenceGround
const sizeBytesMax = 12 * 1024 * 1024

before(async () => {
  ground = await evidenceGround()
})
afterEach(() => assert.deepEqual(ground.faults.splice(0), []))
after(() => ground.end())

const newDraft = async () => ground.newDraft(await ground.newAccount())
const outcomeOf = ({ location }: { location: string }) =>
  new URL(location, 'http://portal.test').searchParams.get('outcome')

/** A PDF by its first bytes, of any size, made while it is read. */
function* largePdf(sizeBytes: number, pulled: (bytes: number) => void = () => undefined) {
  yield Buffer.from('%PDF-1.7\n')
  for (let made = 9; made < sizeBytes; made += 65_536) {
    const chunk = Buffer.alloc(Math.min(65_536, sizeBytes - made), 0x20)
    pulled(chunk.length)
    yield chunk
  }
}

describe('a file that is uploaded', () => {
  it('is sealed, listed at once, served once it was found clean, and the same byte for byte', async () => {
    const draft = await newDraft()
    const bytes = samplePdf({ pages: 2 })
    const answer = await ground.upload(draft, { fileName: 'My card.PDF', file: bytes })
    assert.equal(answer.status, 303)
    assert.equal(answer.location, `/drafts/${draft.id}/evidence?document=card-copy&outcome=received`)
    const [received] = await ground.files(draft)
    assert.equal(received?.sha256, createHash('sha256').update(bytes).digest('hex'))
    assert.deepEqual([received?.state, received?.name, received?.sizeBytes], ['received', 'My card.PDF', bytes.length])
    const address = { draft: draft.id, file: received?.id ?? '' }
    for (const path of [paths.draftEvidenceFile(address), paths.draftEvidencePreview(address)]) {
      assert.equal((await ground.send('GET', path, draft.owner)).status, 404, 'not before a clean verdict')
    }
    assert.deepEqual(await ground.work(), ['evidence.scan', 'evidence.preview'])
    const [clean] = await ground.files(draft)
    assert.deepEqual([clean?.state, clean?.pages, clean?.previews], ['clean', 2, 2])
    const served = await ground.send('GET', paths.draftEvidenceFile(address), draft.owner)
    assert.equal(served.status, 200)
    assert.ok(served.bytes.equals(bytes))
    assert.match(String(served.headers['content-disposition']), /^attachment; filename="My_card\.PDF"/)
    assert.equal(served.headers['content-security-policy'], "default-src 'none'; sandbox")
    assert.equal(served.headers['content-type'], 'application/pdf')
    assert.equal(served.headers['cache-control'], 'no-store')
  })

  it('has pictures of its first pages, and of no other', async () => {
    const draft = await newDraft()
    await ground.upload(draft, { file: samplePdf({ pages: 7 }) })
    await ground.work()
    const [file] = await ground.files(draft)
    assert.deepEqual([file?.pages, file?.previews], [7, 5])
    const picture = (page: string) =>
      ground.send(
        'GET',
        `${paths.draftEvidencePreview({ draft: draft.id, file: file?.id ?? '' })}?page=${page}`,
        draft.owner,
      )
    const fifth = await picture('5')
    assert.deepEqual([fifth.status, fifth.headers['content-type']], [200, 'image/webp'])
    assert.match(String(fifth.headers['content-disposition']), /^inline/)
    assert.equal(fifth.bytes.subarray(8, 12).toString(), 'WEBP')
    for (const page of ['0', '6', '-1', '1.5', 'x', '']) assert.equal((await picture(page)).status, 404, page)
  })

  it('lies nowhere readable: neither its bytes nor its name, on the disk or in the database', async () => {
    const draft = await newDraft()
    await ground.upload(draft, { fileName: 'canary-name.pdf', file: samplePdf({ catalog: '/Lang (canary-bytes)' }) })
    await ground.work()
    assert.equal(ground.find('canary-bytes').length, 0)
    assert.equal(ground.find('%PDF').length, 0)
    const rows = JSON.stringify(
      await ground.rows('select *, encode(name_sealed, $$escape$$) as name from evidence.file'),
    )
    assert.doesNotMatch(rows, /canary/)
    assert.doesNotMatch(JSON.stringify(await ground.rows('select * from audit.entry')), /canary/)
  })

  it('may be exactly as large as the limit, and not a byte larger', async () => {
    const draft = await newDraft()
    assert.equal(outcomeOf(await ground.upload(draft, { file: Readable.from(largePdf(sizeBytesMax)) })), 'received')
    const before = ground.stored()
    assert.equal(
      outcomeOf(await ground.upload(draft, { file: Readable.from(largePdf(sizeBytesMax + 1)) })),
      'too-large',
    )
    assert.deepEqual(ground.stored(), before)
  })

  it('is cut when it passes the limit, with nothing left of it, and the browser still gets its answer', async () => {
    const draft = await newDraft()
    const before = ground.stored()
    const answer = await ground.upload(draft, { file: Readable.from(largePdf(30 * 1024 * 1024)) })
    assert.deepEqual([answer.status, outcomeOf(answer)], [303, 'too-large'])
    assert.deepEqual(ground.stored(), before)
    assert.deepEqual(await ground.files(draft), [])
    let pulled = 0
    const stream = Readable.from(largePdf(30 * 1024 * 1024, (bytes) => (pulled += bytes)))
    const place = { owner: newId(), file: newId() }
    await assert.rejects(storeUpload(ground.services, place, { fileName: 'a.pdf', stream, sizeBytesMax }), NotTaken)
    assert.ok(pulled < sizeBytesMax + 2 * 1024 * 1024, `${pulled} bytes were read`)
    assert.deepEqual(ground.stored(), before)
  })

  it('is not taken for its name, its content or its emptiness; nothing is kept, and the page says why beside the document', async () => {
    const draft = await newDraft()
    const heic = Buffer.concat([
      Buffer.from('00000018', 'hex'),
      Buffer.from('ftypheic\0\0\0\0mif1heic'),
      Buffer.alloc(100),
    ])
    const before = ground.stored()
    const tried = [
      ['no-file', '', Buffer.alloc(0)],
      ['bad-name', '???.', samplePdf()],
      ['empty', 'a.pdf', Buffer.alloc(0)],
      ['type-not-allowed', 'a.exe', samplePdf()],
      ['type-not-allowed', 'a.svg', Buffer.from('<svg/>')],
      ['name-and-content-differ', 'a.pdf', await samplePicture('png')],
      ['name-and-content-differ', 'a.pdf', Buffer.from('<html><script>alert(1)</script>')],
      ['heic', 'IMG_1.HEIC', heic],
      ['heic', 'IMG_1.jpg', heic],
    ] as const
    for (const [problem, fileName, file] of tried) {
      const answer = await ground.upload(draft, { fileName, file })
      assert.deepEqual([answer.status, outcomeOf(answer)], [303, problem], `${fileName}: ${problem}`)
      assert.doesNotMatch(answer.location, /IMG|a\.pdf/, 'no name of a file in an address')
      const { body } = await ground.send('GET', answer.location, draft.owner)
      assert.match(body, /class="error-summary"[^>]*>.*<a href="#file-card-copy">/s)
      assert.match(body, /<p class="usa-error-message" id="file-card-copy-error">/)
    }
    assert.deepEqual(ground.stored(), before)
    assert.deepEqual(await ground.files(draft), [])
  })
})

describe('an upload that is refused while it comes in', () => {
  it('is let pass to its end, because a browser reads the answer only when it has sent everything', async () => {
    const draft = await newDraft()
    const page = paths.draftEvidence({ draft: draft.id })
    for (const [csrf, status] of [
      ['wrong', '403 Forbidden'],
      [await ground.tokenOf(page, draft.owner), '303 See Other'],
    ]) {
      const answer = await ground.sendWholeFirst(draft, { csrf, file: Readable.from(largePdf(30 * 1024 * 1024)) })
      assert.equal(answer, `HTTP/1.1 ${status}`)
    }
  })
})

describe('the same bytes for the same document', () => {
  it('are kept once, sent one after another or at the same time', async () => {
    const draft = await newDraft()
    const file = await samplePicture('png')
    const before = ground.stored().length
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => ground.upload(draft, { fileName: 'a.png', file })),
    )
    const outcomes = [...answers, await ground.upload(draft, { fileName: 'other name.png', file })].map(outcomeOf)
    assert.equal(outcomes.filter((outcome) => outcome === 'received').length, 1)
    assert.equal(outcomes.filter((outcome) => outcome === 'doubled').length, 6)
    assert.equal((await ground.files(draft)).length, 1)
    assert.equal(ground.stored().length, before + 1)
  })

  it('are taken for another document, and again after they were removed', async () => {
    const draft = ground.newDraft(await ground.newAccount(), [
      { id: 'card-copy', required: true },
      { id: 'legal-change', required: true },
    ])
    const file = samplePdf()
    assert.equal(outcomeOf(await ground.upload(draft, { file })), 'received')
    assert.equal(outcomeOf(await ground.upload(draft, { file, document: 'legal-change' })), 'received')
    const [first] = await ground.files(draft)
    const address = { draft: draft.id, file: first?.id ?? '' }
    await ground.press(paths.removeDraftEvidence(address), draft.owner, paths.draftEvidence({ draft: draft.id }))
    assert.equal(outcomeOf(await ground.upload(draft, { file, document: first?.document ?? '' })), 'received')
  })
})

describe('who may upload', () => {
  it('is the owner of an open draft alone: for others there is no such page', async () => {
    const draft = await newDraft()
    const other = await ground.newAccount()
    const page = paths.draftEvidence({ draft: draft.id })
    assert.equal((await ground.send('GET', page, other)).status, 404)
    const csrf = await ground.tokenOf(paths.draftEvidence({ draft: ground.newDraft(other).id }), other)
    assert.equal((await ground.upload(draft, { csrf, file: samplePdf() }, other)).status, 404)
    assert.equal((await ground.send('GET', page)).location, `/sign-in?next=${encodeURIComponent(page)}`)
    draft.open = false
    assert.equal((await ground.upload(draft, { csrf: 'x', file: samplePdf() })).status, 404)
    assert.deepEqual(await ground.files(draft), [])
  })

  it('proves itself before a byte of the file is read: a token that is wrong, elsewhere or behind the file is refused', async () => {
    const draft = await newDraft()
    const before = ground.stored()
    assert.equal((await ground.upload(draft, { csrf: 'wrong', file: samplePdf() })).status, 403)
    assert.equal((await ground.upload(draft, { tokenLast: true, file: samplePdf() })).status, 403)
    const large = Readable.from(largePdf(20 * 1024 * 1024))
    assert.equal((await ground.upload(draft, { tokenLast: true, file: large })).status, 403)
    assert.deepEqual([ground.stored(), await ground.files(draft)], [before, []])
  })

  it('is told to choose the file again when the session had ended, or is another one by now: no file waits anywhere', async () => {
    const draft = await newDraft()
    const [page, back] = [paths.draftEvidence({ draft: draft.id }), `/drafts/${draft.id}/evidence?outcome=signed-out`]
    const stranger = await ground.newAccount()
    const csrf = await ground.tokenOf(paths.draftEvidence({ draft: ground.newDraft(stranger).id }), stranger)
    assert.equal((await ground.upload(draft, { csrf, file: samplePdf() })).location, back)
    const headers = { origin: ground.services.publicUrl, 'content-type': 'multipart/form-data; boundary=none' }
    const ended = await ground.send('POST', page, undefined, headers, Readable.from([Buffer.alloc(65_536)]))
    assert.equal(ended.location, `/sign-in?next=${encodeURIComponent(back)}`)
    assert.match((await ground.send('GET', back, draft.owner)).body, /You were signed out before your file got here/)
    assert.deepEqual([await ground.files(draft)], [[]])
  })

  it('is told when the document is not asked for any more, and nothing is kept', async () => {
    const draft = await newDraft()
    const answer = await ground.upload(draft, { document: 'legal-change', file: samplePdf() })
    assert.equal(outcomeOf(answer), 'not-asked')
    assert.deepEqual(await ground.files(draft), [])
  })

  it('is told when there are as many files as the document can have, also of parallel uploads', async () => {
    const draft = ground.newDraft(await ground.newAccount(), [{ id: 'card-copy', required: true, filesMax: 2 }])
    const sent = Array.from({ length: 5 }, (_, index) =>
      ground.upload(draft, { file: samplePdf({ pages: index + 1 }) }),
    )
    const outcomes = (await Promise.all(sent)).map(outcomeOf).toSorted()
    assert.deepEqual(outcomes, ['received', 'received', 'too-many-files', 'too-many-files', 'too-many-files'])
    assert.equal((await ground.files(draft)).length, 2)
  })

  it('is told when all drafts together hold as much as a person may have', async () => {
    const draft = await newDraft()
    await ground.upload(draft, { file: samplePdf() })
    await ground.rows(`update evidence.file set size_bytes = ${600 * 1024 * 1024 - 10} where draft = '${draft.id}'`)
    assert.equal(outcomeOf(await ground.upload(draft, { file: samplePdf({ pages: 2 }) })), 'too-many-bytes')
    const second = ground.newDraft(draft.owner)
    assert.equal(outcomeOf(await ground.upload(second, { file: samplePdf({ pages: 2 }) })), 'too-many-bytes')
  })
})
