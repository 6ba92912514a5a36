import assert from 'node:assert/strict'
import { deflateSync } from 'node:zlib'
import { after, afterEach, before, beforeEach, describe, it } from 'node:test'
import { type EvidenceGround, evidenceGround, type TestDraft } from '../../test/cast/evidence-ground.ts'
import { type RealClamd, realClamd } from '../../test/cast/real-clamd.ts'
import { operation } from '../platform/operation.ts'
import { paths } from '../platform/paths.ts'
import { encryptedPdf, samplePdf, samplePicture } from '../platform/preview/sample-files.ts'
import { clamdAt } from '../platform/scan/index.ts'
import { attachToSubmission } from './attach-to-submission.ts'
import { waitAfter } from './record-no-verdict.ts'
import { scanAgain } from './scan-again.ts'
import { scanJob } from './scan-job.ts'

let ground: EvidenceGround
let clamd: RealClamd
const scanner = () => clamdAt(clamd.address)
const context = () => ({ ...ground.context, services: { ...ground.services, scanner: scanner() } })
const work = () => ground.work({ scanner: scanner() })
const askAgain = () => scanAgain.run(context())

before(async () => {
  ;[ground, clamd] = await Promise.all([evidenceGround(), realClamd()])
})
beforeEach(async () => {
  if (!(await scanner().isThere())) await clamd.start()
})
afterEach(async () => {
  assert.deepEqual(ground.faults.splice(0), [])
  // What a test left waiting is no file of the next one.
  await ground.rows(`update evidence.file set removed_at = now() where state = 'received'`)
})
after(async () => {
  await ground.end()
  await clamd.end()
})

const newDraft = async () => ground.newDraft(await ground.newAccount())
const pageOf = (draft: TestDraft) => ground.send('GET', paths.draftEvidence({ draft: draft.id }), draft.owner)

async function onlyFile(draft: TestDraft) {
  const [file] = await ground.files(draft)
  if (!file) throw new Error('no file')
  return file
}

async function isServed(draft: TestDraft): Promise<boolean> {
  const address = { draft: draft.id, file: (await onlyFile(draft)).id }
  const asked = [paths.draftEvidenceFile(address), `${paths.draftEvidencePreview(address)}?page=1`]
  const statuses = await Promise.all(asked.map(async (path) => (await ground.send('GET', path, draft.owner)).status))
  return statuses.some((status) => status === 200)
}

const attach = operation({
  name: 'test.attach',
  allow: () => true,
  refusals: [],
  run: async (running, { id, owner }: TestDraft) =>
    attachToSubmission(running, { account: String(owner.id), draft: id, submission: crypto.randomUUID(), documents: ['card-copy'] }),
})

describe('a file where ClamAV scans', () => {
  it('is ready once ClamAV called it clean, and goes with the filing', async () => {
    const draft = await newDraft()
    await ground.upload(draft, { fileName: 'a.jpg', file: await samplePicture('jpeg') })
    assert.equal(await isServed(draft), false)
    assert.deepEqual(await work(), ['evidence.scan', 'evidence.preview'])
    assert.deepEqual([(await onlyFile(draft)).state, await isServed(draft)], ['clean', true])
    assert.equal((await ground.as(draft.owner).perform(attach, draft)).ok, true)
  })

  it('is refused for what ClamAV alone finds in it, said, and deleted', async () => {
    const packed = samplePdf({ objects: [clamd.malwareStream()] })
    const [draft, other] = [await newDraft(), await newDraft()]
    await ground.upload(draft, { file: packed })
    await work()
    const file = await onlyFile(draft)
    assert.deepEqual([file.state, file.refusal, await isServed(draft)], ['refused', 'malware', false])
    assert.match((await pageOf(draft)).body, /found harmful software/)
    await ground.upload(other, { file: packed })
    await ground.work()
    assert.equal((await onlyFile(other)).state, 'clean', 'the structural checks alone do not find it')
  })

  it('is refused as unreadable, and called no malware, where it unfolds to more than ClamAV looks into', async () => {
    const bomb = deflateSync(Buffer.alloc(150_000_000)).toString('latin1')
    const draft = await newDraft()
    await ground.upload(draft, { file: samplePdf({ objects: [`<< /Filter /FlateDecode /Length ${bomb.length} >>\nstream\n${bomb}\nendstream`] }) })
    await work()
    const file = await onlyFile(draft)
    assert.deepEqual([file.state, file.refusal], ['refused', 'broken'])
  })
})

describe('while ClamAV is away', () => {
  it('a file waits, unserved and unsent, its page says since when; what needs no scanner is said at once', async () => {
    const [draft, locked] = [await newDraft(), await newDraft()]
    await clamd.kill()
    await ground.upload(draft, { file: samplePdf() })
    await ground.upload(locked, { file: encryptedPdf('') })
    await work()
    assert.deepEqual([(await onlyFile(draft)).state, await isServed(draft)], ['received', false])
    assert.equal((await onlyFile(locked)).refusal, 'encrypted-pdf')
    const page = await pageOf(draft)
    assert.match(page.body, /virus scanner has been away since .*Nov.*2026.*nothing for you to do/s)
    assert.match(page.body, />Waiting for the scanner</)
    assert.equal(page.headers.refresh, '30', 'without a script')
    await assert.rejects(ground.as(draft.owner).perform(attach, draft), /waits for its check/)
  })

  it('its turns change nothing; back, it drains what waited by itself, each file once', async () => {
    await clamd.kill()
    const drafts = await Promise.all(Array.from({ length: 4 }, newDraft))
    for (const draft of drafts) await ground.upload(draft, { file: samplePdf() })
    await work()
    ground.services.clock.advance({ hours: 9 })
    await askAgain()
    assert.deepEqual(await work(), [], 'nothing is queued for a scanner that is not there')
    await clamd.start()
    await Promise.all([askAgain(), askAgain()])
    await askAgain()
    const done = await work()
    assert.ok(done.filter((task) => task === 'evidence.scan').length >= 4)
    for (const draft of drafts) assert.deepEqual([(await onlyFile(draft)).state, await isServed(draft)], ['clean', true])
    const verdicts = await ground.rows(
      `select count(*)::int as all, count(distinct detail->>'file')::int as files from audit.entry where operation = 'evidence.record-verdict'`,
    )
    assert.equal(verdicts[0].all, verdicts[0].files)
    await askAgain()
    assert.deepEqual(await work(), [])
  })

  it('killed while a file is at it, it gives no verdict and the file waits', async () => {
    const draft = await newDraft()
    await ground.upload(draft, { file: samplePdf() })
    const { id } = await onlyFile(draft)
    const dying = {
      ...scanner(),
      scan: async (bytes: Parameters<ReturnType<typeof scanner>['scan']>[0]) => {
        await clamd.kill()
        return scanner().scan(bytes)
      },
    }
    await scanJob.run({ ...context(), services: { ...ground.services, scanner: dying } }, { file: id })
    const file = await onlyFile(draft)
    assert.deepEqual([file.state, file.unscannedSince?.toString()], ['received', ground.services.clock.now().toString()])
    await ground.rows('delete from graphile_worker._private_jobs')
  })
})

describe('a file that never gets a verdict', () => {
  it('is asked about ever more seldom, a quarter of an hour at most, and stands in the record once', async () => {
    assert.deepEqual([1, 2, 3, 7, 8, 1000].map(waitAfter), [15, 30, 60, 900, 900, 900])
    const draft = await newDraft()
    await ground.upload(draft, { file: samplePdf() })
    const { id } = await onlyFile(draft)
    const failing = { ...scanner(), scan: async () => 'error' as const }
    await ground.work({ scanner: failing })
    for (const seconds of [15, 30, 60]) {
      ground.services.clock.advance({ seconds: seconds - 1 })
      await askAgain()
      assert.deepEqual((await ground.work({ scanner: failing })).length, 0, `before ${seconds} seconds`)
      ground.services.clock.advance({ seconds: 1 })
      await askAgain()
      assert.deepEqual(await ground.work({ scanner: failing }), ['evidence.scan'])
    }
    const entries = `select 1 from audit.entry where operation = 'evidence.record-no-verdict' and detail->>'file' = '${id}'`
    assert.equal((await ground.rows(entries)).length, 1)
    ground.services.clock.advance({ hours: 1 })
    await askAgain()
    await work()
    assert.equal((await onlyFile(draft)).state, 'clean')
  })

  it('is found again when its job was lost, even by a worker that starts anew', async () => {
    const draft = await newDraft()
    await ground.upload(draft, { file: samplePdf() })
    await ground.rows('delete from graphile_worker._private_jobs')
    await askAgain()
    assert.deepEqual(await work(), [], 'its first job has an hour')
    ground.services.clock.advance({ hours: 1 })
    await askAgain()
    await work()
    assert.equal((await onlyFile(draft)).state, 'clean')
  })

  it('is left alone once it is removed', async () => {
    await clamd.kill()
    const draft = await newDraft()
    await ground.upload(draft, { file: samplePdf() })
    await work()
    await ground.rows(`update evidence.file set removed_at = now() where draft = '${draft.id}'`)
    await clamd.start()
    ground.services.clock.advance({ hours: 1 })
    await askAgain()
    assert.deepEqual(await work(), [])
  })
})
