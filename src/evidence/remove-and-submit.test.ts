import assert from 'node:assert/strict'
import { after, afterEach, before, describe, it } from 'node:test'
import { staffActor } from '../../test/cast/cases-ground.ts'
import { type EvidenceGround, evidenceGround, type TestDraft } from '../../test/cast/evidence-ground.ts'
import { newId } from '../platform/ids.ts'
import { operation } from '../platform/operation.ts'
import { encryptedPdf, samplePdf } from '../platform/preview/sample-files.ts'
import { paths } from '../platform/paths.ts'
import { attachToSubmission, type SubmittedEvidence } from './attach-to-submission.ts'
import { filesByDocument, filesOfSubmission, removeFilesOfDraft } from './files.ts'
import { removeFile } from './remove-file.ts'

let ground: EvidenceGround

before(async () => {
  ground = await evidenceGround()
})
afterEach(() => assert.deepEqual(ground.faults.splice(0), []))
after(() => ground.end())

const two = [
  { id: 'card-copy', required: true },
  { id: 'legal-change', required: false },
]
const newDraft = async () => ground.newDraft(await ground.newAccount(), two)
const pageOf = (draft: TestDraft) => paths.draftEvidence({ draft: draft.id })
const removePath = (draft: TestDraft, file: string) => paths.removeDraftEvidence({ draft: draft.id, file })

/** The submission is filing's; this one does nothing else. */
const submitForTest = operation({
  name: 'test.submit',
  allow: () => true,
  refusals: [],
  run: (context, evidence: SubmittedEvidence) => attachToSubmission(context, evidence),
})

async function submit(draft: TestDraft, documents = ['card-copy', 'legal-change']) {
  const submission = newId()
  const evidence = { account: draft.owner.id ?? '', draft: draft.id, submission, documents }
  const attached = await ground.as(draft.owner).perform(submitForTest, evidence)
  return { submission, attached: attached.ok ? attached.output : [] }
}

async function withFile(draft: TestDraft, file = samplePdf(), document = 'card-copy') {
  await ground.upload(draft, { file, document })
  await ground.work()
  return (await ground.files(draft)).at(-1)?.id ?? ''
}

describe('Remove', () => {
  it('takes the file away at once, its bytes and pictures with it after a day, however often it is pressed', async () => {
    const draft = await newDraft()
    const before = ground.stored()
    const file = await withFile(draft)
    assert.equal(ground.stored().length, before.length + 2)
    for (const _press of [1, 2]) {
      const answer = await ground.press(removePath(draft, file), draft.owner, pageOf(draft))
      assert.deepEqual([answer.status, answer.location], [303, `${pageOf(draft)}?outcome=removed`])
    }
    assert.deepEqual(await ground.files(draft), [])
    assert.equal(
      (await ground.send('GET', paths.draftEvidenceFile({ draft: draft.id, file }), draft.owner)).status,
      404,
    )
    ground.services.clock.advance({ hours: 24 })
    assert.deepEqual(await ground.work({ twice: true }), ['evidence.forget'])
    assert.deepEqual(ground.stored(), before)
    ground.services.clock.advance({ hours: -24 })
  })

  it('before the check takes the bytes too, and the check then judges nothing', async () => {
    const draft = await newDraft()
    const before = ground.stored()
    await ground.upload(draft, { file: samplePdf() })
    const [file] = await ground.files(draft)
    await ground.press(removePath(draft, file?.id ?? ''), draft.owner, pageOf(draft))
    ground.services.clock.advance({ hours: 24 })
    await ground.work()
    assert.deepEqual(ground.stored(), before)
    ground.services.clock.advance({ hours: -24 })
  })

  it('is for the owner alone, and for a file of that draft: everything else is as absent as a file that never was', async () => {
    const draft = await newDraft()
    const file = await withFile(draft)
    const stranger = await newDraft()
    const ownOther = ground.newDraft(draft.owner)
    const pressed = async (path: string, by: TestDraft) => (await ground.press(path, by.owner, pageOf(by))).status
    assert.equal(await pressed(removePath(draft, file), stranger), 404)
    assert.equal(await pressed(removePath(stranger, file), stranger), 404)
    assert.equal(await pressed(removePath(ownOther, file), ownOther), 404)
    assert.equal(await pressed(removePath(draft, newId()), draft), 404)
    assert.equal(await pressed(removePath(draft, "x' or 1=1"), draft), 404)
    for (const path of [paths.draftEvidenceFile, paths.draftEvidencePreview]) {
      assert.equal((await ground.send('GET', path({ draft: draft.id, file }), stranger.owner)).status, 404)
      assert.equal((await ground.send('GET', path({ draft: ownOther.id, file }), draft.owner)).status, 404)
      assert.equal((await ground.send('GET', path({ draft: draft.id, file: 'nonsense' }), draft.owner)).status, 404)
      assert.match((await ground.send('GET', path({ draft: draft.id, file }))).location, /^\/sign-in/)
    }
    assert.equal((await ground.files(draft)).length, 1)
  })
})

describe('a submission', () => {
  it('takes along the files of the documents that are asked for, refused ones left out, in the order they came in', async () => {
    const draft = await newDraft()
    const first = await withFile(draft)
    ground.services.clock.advance({ seconds: 1 })
    await withFile(draft, encryptedPdf(''))
    ground.services.clock.advance({ seconds: 1 })
    await withFile(draft, samplePdf({ pages: 2 }), 'legal-change')
    ground.services.clock.advance({ seconds: 1 })
    await ground.upload(draft, { file: samplePdf({ pages: 3 }) })
    assert.deepEqual(Object.fromEntries(filesByDocument(await ground.files(draft))), {
      'card-copy': { ready: 1, checking: 1, refused: 1 },
      'legal-change': { ready: 1, checking: 0, refused: 0 },
    })
    await assert.rejects(submit(draft, ['card-copy']), /waits for its check/, 'nothing unscanned goes to the agency')
    await ground.work()
    const { submission, attached } = await submit(draft, ['card-copy'])
    assert.deepEqual(attached.map(({ id }) => id)[0], first)
    assert.deepEqual(
      attached.map(({ state, document }) => [state, document]),
      [
        ['clean', 'card-copy'],
        ['clean', 'card-copy'],
      ],
    )
    const kept = await ground.as(draft.owner).read(filesOfSubmission, submission)
    assert.equal(kept?.length, 2)
  })

  it('closes the draft: no file is removed or added afterwards', async () => {
    const draft = await newDraft()
    const file = await withFile(draft)
    await submit(draft)
    const gone = await ground.as(draft.owner).perform(removeFile, { draft: draft.id, file })
    assert.deepEqual(gone, { ok: false, refusal: 'draft-closed' })
    const before = ground.stored()
    const late = await ground.upload(draft, { file: samplePdf({ pages: 9 }) })
    assert.match(late.location, /outcome=draft-closed/)
    assert.deepEqual(ground.stored(), before)
    assert.equal((await ground.files(draft)).length, 1)
  })

  it('and an upload at the same moment: the draft is closed to the file, or the file that nobody has looked at holds the submission up', async () => {
    for (let turn = 0; turn < 5; turn += 1) {
      const draft = await newDraft()
      const submitting = submit(draft).then(
        () => 'submitted',
        () => 'held up',
      )
      const [upload, submitted] = await Promise.all([ground.upload(draft, { file: samplePdf() }), submitting])
      const [received, closed] = [/outcome=received/, /outcome=draft-closed/].map((outcome) => outcome.test(upload.location))
      assert.ok(submitted === 'submitted' ? closed : received, `${submitted}, ${upload.location}`)
    }
    await ground.work()
  })

  it('happens once for a draft', async () => {
    const draft = await newDraft()
    await submit(draft)
    await assert.rejects(submit(draft), /submitted_draft/)
  })

  it('is when the office sees the files, and not before; other people never do', async () => {
    const draft = await newDraft()
    await withFile(draft)
    const officer = ground.as(staffActor('officer'))
    const seen = async () => ground.database.pools.office.selectFrom('evidence.file').select('id').execute()
    assert.deepEqual(await seen(), [])
    const { submission } = await submit(draft)
    assert.equal((await officer.read(filesOfSubmission, submission))?.length, 1)
    assert.deepEqual(await ground.as(await ground.newAccount()).read(filesOfSubmission, submission), [])
  })
})

describe('a draft that is deleted for good', () => {
  it('takes its files along, and those of no other', async () => {
    const draft = await newDraft()
    const before = ground.stored()
    await withFile(draft)
    const other = await newDraft()
    await withFile(other)
    const forget = operation({
      name: 'test.forget-draft',
      allow: () => true,
      refusals: [],
      run: (context) => removeFilesOfDraft(context, { draft: draft.id, account: draft.owner.id ?? '' }),
    })
    await ground.context.perform(forget, undefined)
    await ground.work()
    assert.deepEqual([(await ground.files(draft)).length, (await ground.files(other)).length], [0, 1])
    assert.equal(ground.stored().length, before.length + 2)
  })
})
