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
import { moveFile } from '../change/move-file.ts'
import { removedFilesOfDraft } from '../change/removed-files.ts'
import { restoreFile } from '../change/restore-file.ts'
import { describeFile } from '../description/describe-file.ts'
import { deleteForgottenFiles } from '../evidence-store.ts'
import { filesOfSubmission } from '../files.ts'
import { removeFile } from '../remove-file.ts'

let ground: EvidenceGround

before(async () => {
  ground = await evidenceGround()
})
afterEach(async () => {
  assert.deepEqual(ground.faults.splice(0), [])
  // Checks that no test waits for are not made.
  await ground.rows('delete from graphile_worker._private_jobs')
})
after(() => ground.end())

const asked = [{ id: 'card-copy', required: true, filesMax: 3 }]
const refused = (refusal: string) => ({ ok: false, refusal })
const done = { ok: true, output: null }

async function withOriginals(count = 1) {
  const draft = ground.newDraft(await ground.newAccount(), asked)
  for (let index = 0; index < count; index += 1) await ground.upload(draft, { fileName: `${'abc'[index]}.pdf`, file: samplePdf({ pages: index + 1 }) })
  const [a = '', b = ''] = (await ground.files(draft)).map(({ id }) => id)
  return { draft, a, b }
}

const translate = (draft: TestDraft, translates: string, fileName: string, pages: number, more: Record<string, string> = {}) =>
  ground.upload(draft, { fileName: `${fileName}.pdf`, file: samplePdf({ pages }), fields: { document: 'card-copy', translates, ...more } })
/** What the check would have found, sooner. */
const judge = (draft: TestDraft, name: string, is: 'clean' | 'refused') =>
  idOf(draft, name).then((id) =>
    ground.rows(`update evidence.file set checked_at = now(), ${is === 'clean' ? "state = 'clean', pages = 1" : "state = 'refused', refusal = 'encrypted-pdf'"} where id = '${id}'`),
  )
const names = async (draft: TestDraft) => (await ground.files(draft)).map(({ name }) => name.replace('.pdf', '')).join(' ')
const idOf = async (draft: TestDraft, name: string) => (await ground.files(draft)).find((file) => file.name === `${name}.pdf`)?.id ?? ''
const as = ({ owner }: TestDraft, by: Actor = owner) => ground.as(by)
const remove = (draft: TestDraft, file: string) => as(draft).perform(removeFile, { draft: draft.id, file })
const putBack = (draft: TestDraft, file: string) => as(draft).perform(restoreFile, { draft: draft.id, file, filesMost: 3 })
const shelf = async (draft: TestDraft) =>
  ((await as(draft).read(removedFilesOfDraft, draft.id)) ?? []).map(({ file, translations }) => `${file.name.replace('.pdf', '')} ${translations}`)

const submitForTest = operation({
  name: 'test.submit-translated',
  allow: () => true,
  refusals: [],
  run: (context, { id, owner, submission }: TestDraft & { submission: string }) =>
    attachToSubmission(context, { account: owner.id ?? '', draft: id, submission, documents: ['card-copy'] }),
})

describe('the translation of a document', () => {
  it('stands beneath what it translates, in as many files as it has, and takes up none of the document’s', async () => {
    const { draft, a, b } = await withOriginals(3)
    assert.equal((await translate(draft, a, 'ta', 11)).location, `${paths.translateDraftEvidence({ draft: draft.id, file: a })}?outcome=received`)
    await translate(draft, b, 'tb', 12)
    await translate(draft, a, 'tta', 13)
    assert.equal(await names(draft), 'a ta tta b tb c')
    assert.match((await ground.upload(draft, { file: samplePdf({ pages: 20 }) })).location, /too-many-files/, 'the document itself is full')
  })

  it('moves with its document, and its files among themselves', async () => {
    const { draft, a } = await withOriginals(2)
    await translate(draft, a, 'ta', 11)
    await translate(draft, a, 'tta', 13)
    await as(draft).perform(moveFile, { draft: draft.id, file: a, direction: 'down', from: 1 })
    assert.equal(await names(draft), 'b a ta tta')
    await as(draft).perform(moveFile, { draft: draft.id, file: await idOf(draft, 'tta'), direction: 'up', from: 2 })
    assert.equal(await names(draft), 'b a tta ta')
  })

  it('is kept once however often it is sent; one file can serve two documents; five files are the most', async () => {
    const { draft, a, b } = await withOriginals(2)
    await translate(draft, a, 'ta', 11)
    assert.match((await translate(draft, a, 'ta', 11)).location, /outcome=doubled/)
    assert.match((await translate(draft, b, 'ta', 11)).location, /outcome=received/)
    assert.equal(await names(draft), 'a ta b ta')
    for (const pages of [21, 22, 23, 24]) assert.match((await translate(draft, a, `${pages}`, pages)).location, /outcome=received/)
    assert.match((await translate(draft, a, '25', 25)).location, /outcome=too-many-files/)
  })

  it('is not the document itself', async () => {
    const { draft, a } = await withOriginals(1)
    const before = ground.stored().length
    assert.match((await translate(draft, a, 'a', 1)).location, /outcome=same-as-original/)
    assert.equal(await names(draft), 'a')
    assert.equal(ground.stored().length, before, 'nothing of it is left')
  })

  it('is added to no file that is gone, refused, a translation, of another document, another draft or another person', async () => {
    const { draft, a, b } = await withOriginals(2)
    const stranger = await withOriginals(1)
    const own = ground.newDraft(draft.owner, [{ id: 'card-copy', required: true, filesMax: 3 }, { id: 'damaged-card', required: false, filesMax: 3 }])
    await translate(draft, a, 'ta', 11)
    await remove(draft, b)
    await ground.upload(own, { document: 'damaged-card', file: samplePdf({ pages: 5 }) })
    await ground.upload(own, { fileName: 'locked.pdf', file: encryptedPdf('') })
    await judge(own, 'locked', 'refused')
    const [of, locked] = [(await ground.files(own)).find(({ document }) => document === 'damaged-card')?.id ?? '', await idOf(own, 'locked')]
    const before = ground.stored().length
    for (const [to, original] of [[draft, b], [draft, await idOf(draft, 'ta')], [draft, stranger.a], [draft, newId()], [draft, "x' or 1=1"], [own, a], [own, of], [own, locked]] as const)
      assert.match((await translate(to, original, 'x', 30)).location, /outcome=no-original/, original)
    assert.equal(ground.stored().length, before)
    assert.equal(await names(stranger.draft), 'a')
  })

  it('comes too late where its document went while it was on its way: it is kept, beneath, or not at all', async () => {
    for (let turn = 0; turn < 5; turn += 1) {
      const { draft, a } = await withOriginals(1)
      const [sent] = await Promise.all([translate(draft, a, 'ta', 11), remove(draft, a)])
      assert.equal(await names(draft), '', 'none stands without its document')
      assert.deepEqual(await shelf(draft), [/received/.test(sent.location) ? 'a 1' : 'a 0'])
    }
  })
})

describe('a document that is removed', () => {
  it('takes its translation along, and both come back together, with what was said of them', async () => {
    const { draft, a } = await withOriginals(2)
    await translate(draft, a, 'ta', 11)
    await translate(draft, a, 'tta', 12)
    await ground.work()
    const said = { translator: 'Consuelo Quispe', certified: 'competent' }
    await as(draft).perform(describeFile, { draft: draft.id, file: await idOf(draft, 'ta'), parts: ['translator', 'certified'], description: said, seen: '' })
    assert.deepEqual(await remove(draft, a), { ok: true, output: { withTranslation: true } })
    assert.equal(await names(draft), 'b')
    assert.deepEqual(await shelf(draft), ['a 2'])
    assert.deepEqual(await putBack(draft, a), done)
    assert.equal(await names(draft), 'a ta tta b')
    assert.deepEqual((await ground.files(draft))[1]?.description, said)
    const kept = ground.stored().length
    await ground.work()
    assert.equal(ground.stored().length >= kept, true, 'the jobs that were to forget them take nothing')
  })

  it('leaves on the shelf what was removed before it: that comes back by itself, and not before its document', async () => {
    const { draft, a } = await withOriginals(1)
    await translate(draft, a, 'ta', 11)
    await translate(draft, a, 'tta', 12)
    const ta = await idOf(draft, 'ta')
    assert.deepEqual(await remove(draft, ta), { ok: true, output: { withTranslation: false } })
    ground.services.clock.advance({ seconds: 1 })
    await remove(draft, a)
    assert.deepEqual((await shelf(draft)).toSorted(), ['a 1', 'ta 0'])
    assert.deepEqual(await putBack(draft, ta), refused('no-original'))
    assert.deepEqual(await putBack(draft, a), done)
    assert.equal(await names(draft), 'a tta')
    assert.deepEqual(await putBack(draft, ta), done)
    assert.equal(await names(draft), 'a ta tta')
  })

  it('pressed twice at the same moment goes once and comes back once, whole', async () => {
    for (let turn = 0; turn < 5; turn += 1) {
      const { draft, a } = await withOriginals(1)
      await translate(draft, a, 'ta', 11)
      await Promise.all([remove(draft, a), remove(draft, a)])
      assert.deepEqual(await shelf(draft), ['a 1'])
      assert.deepEqual(await Promise.all([putBack(draft, a), putBack(draft, a)]), [done, done])
      assert.equal(await names(draft), 'a ta')
    }
  })

  it('gives its translation to the file that takes its place, and gets it back', async () => {
    const { draft, a } = await withOriginals(2)
    await translate(draft, a, 'ta', 11)
    await translate(draft, a, 'tta', 12)
    await remove(draft, await idOf(draft, 'tta'))
    await ground.upload(draft, { fileName: 'x.pdf', file: samplePdf({ pages: 7 }), fields: { document: 'card-copy', replaces: a } })
    assert.equal(await names(draft), 'x ta b')
    assert.deepEqual((await shelf(draft)).toSorted(), ['a 0', 'tta 0'])
    const [tta] = await ground.rows(`select id from evidence.file where removed_at is not null and translates is not null and draft = '${draft.id}'`)
    assert.deepEqual(await putBack(draft, tta.id), done)
    assert.deepEqual(await putBack(draft, a), done)
    assert.equal(await names(draft), 'a ta tta b')
  })
})

describe('a file of a translation', () => {
  it('is replaced by itself, takes over what was said of it, and stays beneath its document', async () => {
    const { draft, a } = await withOriginals(2)
    await translate(draft, a, 'ta', 11)
    const ta = await idOf(draft, 'ta')
    await as(draft).perform(describeFile, { draft: draft.id, file: ta, parts: ['translator'], description: { translator: 'Consuelo Quispe' }, seen: '' })
    const answer = await translate(draft, a, 'sharper', 12, { replaces: ta })
    assert.match(answer.location, /outcome=replaced/)
    assert.equal(await names(draft), 'a sharper b')
    assert.deepEqual((await ground.files(draft))[1]?.description, { translator: 'Consuelo Quispe' })
    assert.deepEqual(await putBack(draft, ta), done)
    assert.equal(await names(draft), 'a ta b')
  })

  it('takes the place of no document, nor a document that of a translation', async () => {
    const { draft, a, b } = await withOriginals(2)
    await translate(draft, a, 'ta', 11)
    await translate(draft, a, 'tta', 12, { replaces: b })
    await ground.upload(draft, { fileName: 'c.pdf', file: samplePdf({ pages: 7 }), fields: { document: 'card-copy', replaces: await idOf(draft, 'ta') } })
    assert.equal(await names(draft), 'a ta tta b c')
  })
})

describe('a submission', () => {
  it('takes each document along with its translation behind it; a refused document’s stays behind, as it does', async () => {
    const { draft, a } = await withOriginals(2)
    await translate(draft, a, 'ta', 11)
    const locked = await ground.upload(draft, { fileName: 'locked.pdf', file: encryptedPdf('') })
    assert.match(locked.location, /received/)
    await translate(draft, await idOf(draft, 'locked'), 'tl', 14)
    for (const name of ['a', 'b', 'ta', 'tl']) await judge(draft, name, 'clean')
    await judge(draft, 'locked', 'refused')
    assert.equal(await names(draft), 'a ta b locked tl')
    const submission = newId()
    const result = await as(draft).perform(submitForTest, { ...draft, submission })
    assert.deepEqual(result.ok && result.output.map(({ name }) => name), ['a.pdf', 'ta.pdf', 'b.pdf'])
    assert.deepEqual((await as(draft).read(filesOfSubmission, submission))?.map(({ translates }) => translates), [null, a, null])
    assert.match((await translate(draft, a, 'late', 15)).location, /outcome=draft-closed/)
  })
})

describe('the database', () => {
  it('lets no file be the translation of another person’s or another draft’s, or of itself', async () => {
    const { draft, a, b } = await withOriginals(2)
    const other = await withOriginals(1)
    const set = (to: string) =>
      asActor(ground.database.pools.portal, draft.owner, {}, (tx) => sql`update evidence.file set translates = ${to} where id = ${a}`.execute(tx))
    await assert.rejects(set(other.a), /foreign key/)
    await assert.rejects(set(a), /check constraint/)
    await set(b)
    assert.equal(await names(draft), 'b a', 'its own can be, so the others are refused by the wall')
  })

  it('forgets the row of a document and that of its translation together, and neither while the translation has to stay', async () => {
    const { draft, a } = await withOriginals(1)
    await translate(draft, a, 'ta', 11)
    const ta = await idOf(draft, 'ta')
    const later = ground.services.clock.now().add({ hours: 24 * 40 })
    const forget = () => asActor(ground.database.pools.worker, ground.context.actor, {}, (tx) => deleteForgottenFiles(tx, later))
    const left = async () => (await ground.rows(`select from evidence.file where draft = '${draft.id}'`)).length
    await remove(draft, a)
    await ground.rows(`update evidence.file set bytes_gone_at = now() where id = '${a}'`)
    await forget()
    assert.equal(await left(), 2)
    await ground.rows(`update evidence.file set bytes_gone_at = now() where id = '${ta}'`)
    await forget()
    assert.equal(await left(), 0)
  })
})
