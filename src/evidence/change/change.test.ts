import assert from 'node:assert/strict'
import { after, afterEach, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { type EvidenceGround, evidenceGround, type TestDraft } from '../../../test/cast/evidence-ground.ts'
import type { Actor } from '../../platform/actor.ts'
import { asActor } from '../../platform/db/transaction.ts'
import { newId } from '../../platform/ids.ts'
import { operation } from '../../platform/operation.ts'
import { encryptedPdf, samplePdf } from '../../platform/preview/sample-files.ts'
import { paths } from '../../platform/paths.ts'
import { attachToSubmission } from '../attach-to-submission.ts'
import { describeFile } from '../description/describe-file.ts'
import { removeFile } from '../remove-file.ts'
import { moveFile } from './move-file.ts'
import { restoreFile } from './restore-file.ts'

let ground: EvidenceGround

before(async () => {
  ground = await evidenceGround()
})
afterEach(() => assert.deepEqual(ground.faults.splice(0), []))
after(() => ground.end())

const asked = [{ id: 'card-copy', required: true, filesMax: 3 }]
const pageOf = (draft: TestDraft) => paths.draftEvidence({ draft: draft.id })

/** A draft with so many files, called a.pdf, b.pdf …; each of so many pages as its letter says. */
async function withFiles(count: number, judged = true) {
  const draft = ground.newDraft(await ground.newAccount(), asked)
  for (let index = 0; index < count; index += 1)
    await ground.upload(draft, { fileName: `${'abc'[index]}.pdf`, file: samplePdf({ pages: index + 1 }) })
  if (judged) await ground.work()
  return { draft, ids: (await ground.files(draft)).map(({ id }) => id) }
}

const names = async (draft: TestDraft) => (await ground.files(draft)).map(({ name }) => name.replace('.pdf', '')).join('')
const move = (draft: TestDraft, file: string, direction: 'up' | 'down', from: number, by: Actor = draft.owner) =>
  ground.as(by).perform(moveFile, { draft: draft.id, file, direction, from })
const remove = (draft: TestDraft, file: string) => ground.as(draft.owner).perform(removeFile, { draft: draft.id, file })
const putBack = (draft: TestDraft, file: string, by: Actor = draft.owner, filesMost = 3) =>
  ground.as(by).perform(restoreFile, { draft: draft.id, file, filesMost })
const replaceWith = (draft: TestDraft, replaces: string, fileName: string, file: Buffer) =>
  ground.upload(draft, { fileName, file, fields: { document: 'card-copy', replaces } })
const refused = (refusal: string) => ({ ok: false, refusal })
const done = { ok: true, output: null }

const submitForTest = operation({
  name: 'test.submit-in-order',
  allow: () => true,
  refusals: [],
  run: (context, { id, owner }: TestDraft) =>
    attachToSubmission(context, { account: owner.id ?? '', draft: id, submission: newId(), documents: ['card-copy'] }),
})
const submit = (draft: TestDraft) => ground.as(draft.owner).perform(submitForTest, draft)

describe('the order of the files of a document', () => {
  it('is that in which they came in until they are moved; it is what goes along with a submission', async () => {
    const { draft, ids } = await withFiles(3)
    const [a = '', b = '', c = ''] = ids
    assert.equal(await names(draft), 'abc')
    await move(draft, c, 'up', 3)
    assert.equal(await names(draft), 'acb')
    await move(draft, a, 'down', 1)
    assert.equal(await names(draft), 'cab')
    await move(draft, c, 'up', 1)
    await move(draft, b, 'down', 3)
    assert.equal(await names(draft), 'cab', 'the first goes no higher, the last no lower')
    const submitted = await submit(draft)
    assert.deepEqual(submitted.ok && submitted.output.map(({ name }) => name), ['c.pdf', 'a.pdf', 'b.pdf'])
  })

  it('has a new file at its end, whatever was moved before', async () => {
    const { draft, ids } = await withFiles(2)
    await move(draft, ids[1] ?? '', 'up', 2)
    await ground.upload(draft, { fileName: 'z.pdf', file: samplePdf({ pages: 9 }) })
    assert.equal(await names(draft), 'baz')
  })

  it('is moved once by a press, however often it is sent, and by no press on a page that showed another order', async () => {
    for (let turn = 0; turn < 5; turn += 1) {
      const { draft, ids } = await withFiles(3, false)
      const presses = [1, 2, 3].map(() => move(draft, ids[2] ?? '', 'up', 3))
      assert.deepEqual(await Promise.all(presses), [done, done, done])
      assert.equal(await names(draft), 'acb')
    }
  })

  it('is its owner’s, and closed with the draft', async () => {
    const { draft, ids } = await withFiles(2)
    const [a = '', b = ''] = ids
    assert.deepEqual(await move(draft, b, 'up', 2, await ground.newAccount()), refused('no-such-file'))
    assert.deepEqual(await move(ground.newDraft(draft.owner, asked), b, 'up', 2), refused('no-such-file'))
    assert.deepEqual(await move(draft, newId(), 'up', 1), refused('no-such-file'))
    await remove(draft, a)
    assert.deepEqual(await move(draft, a, 'down', 1), refused('no-such-file'))
    await submit(draft)
    assert.deepEqual(await move(draft, b, 'up', 2), refused('draft-closed'))
  })

  it('is changed by buttons without scripts, and the person is at the file again', async () => {
    const { draft, ids } = await withFiles(2)
    const path = paths.moveDraftEvidence({ draft: draft.id, file: ids[1] ?? '' })
    const { body } = await ground.send('GET', pageOf(draft), draft.owner)
    assert.equal(body.match(/>Move up</g)?.length, 1)
    assert.equal(body.match(/>Move down</g)?.length, 1)
    const moved = await ground.press(path, draft.owner, pageOf(draft), { direction: 'up', from: '2' })
    assert.deepEqual([moved.status, moved.location], [303, `${pageOf(draft)}?outcome=moved#f-${ids[1]}`])
    assert.equal(await names(draft), 'ba')
    for (const fields of [{ direction: 'sideways', from: '2' }, { direction: 'up', from: 'x' }, { direction: 'up' }] as Record<string, string>[])
      assert.equal((await ground.press(path, draft.owner, pageOf(draft), fields)).location, pageOf(draft))
    assert.equal(await names(draft), 'ba')
  })
})

describe('a file that was removed', () => {
  it('can be put back for a day with all it had, however often it is pressed', async () => {
    const { draft, ids } = await withFiles(2)
    const [a = ''] = ids
    await ground.as(draft.owner).perform(describeFile, { draft: draft.id, file: a, description: { kind: 'passport' }, seen: '' })
    await remove(draft, a)
    assert.equal(await names(draft), 'b')
    const stored = ground.stored()
    ground.services.clock.advance({ hours: 23 })
    await ground.work({ twice: true })
    assert.deepEqual(ground.stored(), stored, 'a job that comes early takes nothing')
    const shown = await ground.send('GET', pageOf(draft), draft.owner)
    assert.match(shown.body, /Removed<.*a\.pdf.*Can be put back until.*Put back/s)
    const path = paths.restoreDraftEvidence({ draft: draft.id, file: a })
    for (const _press of [1, 2]) assert.match((await ground.press(path, draft.owner, pageOf(draft))).location, /outcome=restored$/)
    assert.equal(await names(draft), 'ab')
    const [back] = await ground.files(draft)
    assert.deepEqual([back?.state, back?.previews, back?.description], ['clean', 1, { kind: 'passport' }])
    const got = await ground.send('GET', paths.draftEvidenceFile({ draft: draft.id, file: a }), draft.owner)
    assert.equal(got.status, 200)
    ground.services.clock.advance({ hours: -23 })
  })

  it('is gone after a day: not offered, not put back, and its bytes go', async () => {
    const { draft, ids } = await withFiles(1)
    const before = ground.stored().length
    await remove(draft, ids[0] ?? '')
    ground.services.clock.advance({ hours: 24 })
    assert.deepEqual(await putBack(draft, ids[0] ?? ''), refused('too-late'))
    assert.doesNotMatch((await ground.send('GET', pageOf(draft), draft.owner)).body, /Put back/)
    await ground.work()
    assert.equal(ground.stored().length, before - 2)
    assert.deepEqual(await putBack(draft, ids[0] ?? ''), refused('too-late'))
    ground.services.clock.advance({ hours: -24 })
  })

  it('while it was being checked, is checked once it is back', async () => {
    const draft = ground.newDraft(await ground.newAccount(), asked)
    await ground.upload(draft, { file: samplePdf() })
    const [file] = await ground.files(draft)
    await remove(draft, file?.id ?? '')
    await ground.work()
    await putBack(draft, file?.id ?? '')
    assert.equal((await ground.files(draft))[0]?.state, 'received')
    await ground.work()
    assert.equal((await ground.files(draft))[0]?.state, 'clean')
  })

  it('comes back to its owner alone, into an open draft, within what there may be, and not beside the same bytes', async () => {
    const { draft, ids } = await withFiles(3)
    const [a = ''] = ids
    await remove(draft, a)
    assert.deepEqual(await putBack(draft, a, await ground.newAccount()), refused('no-such-file'))
    assert.deepEqual(await putBack(draft, a, draft.owner, 2), refused('too-many-files'))
    await ground.upload(draft, { fileName: 'again.pdf', file: samplePdf({ pages: 1 }) })
    assert.deepEqual(await putBack(draft, a), refused('same-file-there'))
    await ground.work()
    await submit(draft)
    assert.deepEqual(await putBack(draft, a), refused('draft-closed'))
  })

  it('and refused has nothing to put back', async () => {
    const draft = ground.newDraft(await ground.newAccount(), asked)
    await ground.upload(draft, { file: encryptedPdf('') })
    await ground.work()
    const [file] = await ground.files(draft)
    await remove(draft, file?.id ?? '')
    assert.deepEqual(await putBack(draft, file?.id ?? ''), refused('too-late'))
  })

  it('put back while the last place is taken: of both presses one is told that there are too many', async () => {
    for (let turn = 0; turn < 5; turn += 1) {
      const { draft, ids } = await withFiles(3, false)
      await remove(draft, ids[0] ?? '')
      const [uploaded, back] = await Promise.all([
        ground.upload(draft, { fileName: 'new.pdf', file: samplePdf({ pages: 9 }) }),
        putBack(draft, ids[0] ?? ''),
      ])
      assert.equal((await ground.files(draft)).length, 3)
      assert.equal(/outcome=received/.test(uploaded.location), !back.ok)
    }
    await ground.work()
  })
})

describe('a file in the place of another', () => {
  it('takes its place, and what was said of it, also where the document has as many as it can', async () => {
    const { draft, ids } = await withFiles(3)
    const [a = ''] = ids
    await ground.as(draft.owner).perform(describeFile, { draft: draft.id, file: a, description: { kind: 'passport' }, seen: '' })
    const answer = await replaceWith(draft, a, 'sharper.pdf', samplePdf({ pages: 7 }))
    assert.equal(answer.location, `${pageOf(draft)}?outcome=replaced`)
    await ground.work()
    const files = await ground.files(draft)
    assert.deepEqual(files.map(({ name }) => name), ['sharper.pdf', 'b.pdf', 'c.pdf'])
    assert.deepEqual(files[0]?.description, { kind: 'passport' })
  })

  it('gives it up to the old one again, and the other way round, however full the document is', async () => {
    const { draft, ids } = await withFiles(3)
    const [a = ''] = ids
    await replaceWith(draft, a, 'x.pdf', samplePdf({ pages: 7 }))
    await ground.work()
    const [x] = await ground.files(draft)
    assert.deepEqual(await putBack(draft, a), done)
    assert.equal(await names(draft), 'abc')
    assert.deepEqual(await putBack(draft, x?.id ?? ''), done)
    assert.equal(await names(draft), 'xbc')
  })

  it('leaves the old one where it is when it is not taken, and the form comes back with the reason', async () => {
    const { draft, ids } = await withFiles(1)
    const [a = ''] = ids
    const form = paths.replaceDraftEvidence({ draft: draft.id, file: a })
    const answer = await replaceWith(draft, a, 'x.exe', Buffer.from('MZ not a document'))
    assert.equal(answer.location, `${form}?outcome=type-not-allowed`)
    const { body } = await ground.send('GET', answer.location, draft.owner)
    assert.match(body, /error-summary.*We take PDF.*Put another file in its place.*a\.pdf/s)
    assert.match(body, new RegExp(`name="replaces" value="${a}"`))
    assert.equal(await names(draft), 'a')
  })

  it('that is the same file again changes nothing', async () => {
    const { draft, ids } = await withFiles(1)
    assert.match((await replaceWith(draft, ids[0] ?? '', 'a.pdf', samplePdf({ pages: 1 }))).location, /outcome=doubled/)
    assert.deepEqual((await ground.files(draft)).map(({ id }) => id), ids)
  })

  it('is one more file where the other is gone by now, is another’s, or stands for another document', async () => {
    const { draft, ids } = await withFiles(2)
    const other = await withFiles(1)
    await remove(draft, ids[0] ?? '')
    await replaceWith(draft, ids[0] ?? '', 'x.pdf', samplePdf({ pages: 7 }))
    assert.equal(await names(draft), 'bx')
    await replaceWith(draft, other.ids[0] ?? '', 'y.pdf', samplePdf({ pages: 8 }))
    assert.equal(await names(draft), 'bxy')
    assert.equal(await names(other.draft), 'a', 'nothing happens to the other person’s')
    assert.match((await replaceWith(draft, newId(), 'z.pdf', samplePdf({ pages: 9 }))).location, /outcome=too-many-files/)
  })

  it('replaced twice at the same moment: one takes the place, the other is one more file or too many', async () => {
    for (let turn = 0; turn < 5; turn += 1) {
      const { draft, ids } = await withFiles(3, false)
      const answers = await Promise.all([7, 8].map((pages) => replaceWith(draft, ids[0] ?? '', `${pages}.pdf`, samplePdf({ pages }))))
      assert.equal((await ground.files(draft)).length, 3)
      assert.equal(answers.filter(({ location }) => /outcome=replaced$/.test(location)).length, 1)
    }
    await ground.work()
  })

  it('has a form for its owner’s files that stand and are asked for, and for no others', async () => {
    const { draft, ids } = await withFiles(1)
    const form = paths.replaceDraftEvidence({ draft: draft.id, file: ids[0] ?? '' })
    assert.equal((await ground.send('GET', form, draft.owner)).status, 200)
    assert.equal((await ground.send('GET', form, await ground.newAccount())).status, 404)
    assert.equal((await ground.send('GET', paths.replaceDraftEvidence({ draft: draft.id, file: 'x' }), draft.owner)).status, 404)
    draft.documents = []
    assert.equal((await ground.send('GET', form, draft.owner)).status, 404)
  })
})

it('the database lets a person’s own role move and restore no file of another, and none that was submitted', async () => {
  const { draft, ids } = await withFiles(1)
  const changed = (actor: Actor) =>
    asActor(ground.database.pools.portal, actor, {}, (tx) =>
      sql`update evidence.file set place = 5, restorable_until = null where id = ${ids[0]} returning id`.execute(tx),
    )
  assert.equal((await changed(await ground.newAccount())).rows.length, 0)
  assert.equal((await changed(draft.owner)).rows.length, 1)
  await submit(draft)
  assert.equal((await changed(draft.owner)).rows.length, 0)
})
