import assert from 'node:assert/strict'
import { after, afterEach, before, describe, it } from 'node:test'
import { buffer } from 'node:stream/consumers'
import { type EvidenceGround, evidenceGround, type TestDraft } from '../../../test/cast/evidence-ground.ts'
import type { Actor } from '../../platform/actor.ts'
import { newId } from '../../platform/ids.ts'
import { operation } from '../../platform/operation.ts'
import { encryptedPdf, samplePdf } from '../../platform/preview/sample-files.ts'
import type { StoragePort } from '../../platform/storage/index.ts'
import { attachToSubmission } from '../attach-to-submission.ts'
import { restoreFile } from '../change/restore-file.ts'
import { describeFile } from '../description/describe-file.ts'
import { removeFilesOfDraft, servedFile } from '../files.ts'
import { removeFile } from '../remove-file.ts'
import { openStored } from '../stored-file.ts'
import { sweepOrphans } from '../sweep-orphans.ts'
import { ownLibrary } from './own-library.ts'
import { reuseFiles } from './reuse-files.ts'

let ground: EvidenceGround

before(async () => {
  ground = await evidenceGround()
})
afterEach(async () => {
  assert.deepEqual(ground.faults.splice(0), [])
  await ground.rows('delete from graphile_worker._private_jobs')
})
after(() => ground.end())

const asked = [{ id: 'card-copy', required: true, filesMax: 3 }]
const passport = samplePdf({ pages: 2 })

/** A draft with a passport that is described and clean, and another draft of the same person. */
async function twoDrafts() {
  const owner = await ground.newAccount()
  const [one, other] = [ground.newDraft(owner, asked), ground.newDraft(owner, asked)]
  await ground.upload(one, { fileName: 'passport.pdf', file: passport })
  await ground.work()
  const [file] = await ground.files(one)
  const id = file?.id ?? ''
  const description = { kind: 'passport', validUntil: '2031-05-04' }
  await ground.as(owner).perform(describeFile, { draft: one.id, file: id, description, seen: '' })
  return { owner, one, other, id }
}

interface Reusing {
  by?: Actor
  filesMost?: number
  storage?: StoragePort
}

async function reuse(draft: TestDraft, chosen: readonly string[], { by = draft.owner, filesMost = 3, storage = ground.services.storage }: Reusing = {}) {
  const performer = ground.as(by)
  const target = { draft: draft.id, document: 'card-copy', filesMost }
  const result = await reuseFiles.call({ ...performer, actor: by, services: { ...ground.services, storage } }, { target, chosen })
  if (!('ok' in result) || !result.ok) throw new Error('a procedure that refuses nothing')
  return result.output
}

const remove = (draft: TestDraft, file: string) => ground.as(draft.owner).perform(removeFile, { draft: draft.id, file })
const only = async (draft: TestDraft) => {
  const files = await ground.files(draft)
  assert.equal(files.length, 1)
  return files[0] ?? assert.fail('no file')
}
/** The bytes of a file as its person gets them back; null: it is not given out. */
async function bytesOf(draft: TestDraft, file: string): Promise<Buffer | null> {
  const served = await ground.as(draft.owner).read(servedFile, { draft: draft.id, file })
  return served && buffer(await openStored(ground.services, served.stored))
}
const keysOf = async (account: Actor): Promise<string[]> =>
  (await ground.rows(`select storage_key from evidence.file where account = '${account.id}' order by uploaded_at, id`)).map((row) => row.storage_key)
const listed = async (owner: Actor) => (await ground.as(owner).read(ownLibrary, undefined))?.documents ?? []
/** Every bytes on the disk that no row of a person names. */
const leftOver = async () => {
  const named = (await ground.rows('select storage_key from evidence.file')).map((row) => row.storage_key as string)
  return ground.stored().filter(({ name }) => !named.some((key) => name.startsWith(key)))
}

const submitForTest = operation({
  name: 'test.submit-reused',
  allow: () => true,
  refusals: [],
  run: (context, { id, owner }: TestDraft) =>
    attachToSubmission(context, { account: owner.id ?? '', draft: id, submission: newId(), documents: ['card-copy'] }),
})
const deleteForTest = operation({
  name: 'test.delete-draft',
  allow: () => true,
  refusals: [],
  run: async (context, { id, owner }: TestDraft) => {
    await removeFilesOfDraft(context, { draft: id, account: owner.id ?? '' })
    return null
  },
})

describe('a document of one’s own library', () => {
  it('is used again as a copy: the same bytes in a place of their own, what was said of them, checked as any file', async () => {
    const { owner, one, other, id } = await twoDrafts()
    assert.deepEqual(await reuse(other, [id]), { added: 1, problem: null })
    const copy = await only(other)
    const original = await only(one)
    assert.equal(copy.state, 'received', 'a verdict is the worker’s alone')
    await ground.work()
    const { name, sha256, description, state, pages } = await only(other)
    assert.deepEqual(
      { name, sha256, description, state, pages },
      { name: 'passport.pdf', sha256: original.sha256, description: original.description, state: 'clean', pages: 2 },
    )
    assert.deepEqual(description, { kind: 'passport', validUntil: '2031-05-04' })
    assert.deepEqual(await bytesOf(other, copy.id), passport)
    assert.equal(new Set(await keysOf(owner)).size, 2)
    assert.deepEqual(await leftOver(), [])
  })

  it('outlives the removal and the forgetting of what it was made of, and that outlives it', async () => {
    const { one, other, id } = await twoDrafts()
    await reuse(other, [id])
    await ground.work()
    const copy = await only(other)
    await remove(one, id)
    await ground.rows(`update evidence.file set restorable_until = now() - interval '1 day' where id = '${id}'`)
    await ground.rows(`select graphile_worker.add_job('evidence.forget', json_build_object('file', '${id}'))`)
    await ground.work({ twice: true })
    await sweepOrphans.run(ground.context)
    assert.deepEqual(await bytesOf(other, copy.id), passport)
    await reuse(one, [copy.id])
    await ground.work()
    const again = await only(one)
    await ground.as(other.owner).perform(deleteForTest, other)
    await ground.work({ twice: true })
    assert.deepEqual(await bytesOf(one, again.id), passport)
    assert.deepEqual(await leftOver(), [])
  })

  it('leaves what was signed and sent as it was, and can be taken from there', async () => {
    const { owner, one, other, id } = await twoDrafts()
    await ground.as(owner).perform(submitForTest, one)
    const before = await ground.rows(`select * from evidence.file where id = '${id}'`)
    assert.deepEqual(await reuse(other, [id]), { added: 1, problem: null })
    await ground.work()
    const copy = await only(other)
    await ground.as(owner).perform(describeFile, { draft: other.id, file: copy.id, description: { kind: 'passport' }, seen: copy.descriptionMark })
    await remove(other, copy.id)
    await ground.work()
    assert.deepEqual(await ground.rows(`select * from evidence.file where id = '${id}'`), before)
    assert.deepEqual(await bytesOf(one, id), passport)
    await ground.as(owner).perform(restoreFile, { draft: other.id, file: copy.id, filesMost: 3 })
    assert.deepEqual(await bytesOf(other, copy.id), passport, 'put back as any removed file')
  })

  it('is its person’s alone: another’s id, and one that is refused, being checked, removed or no id at all, is as absent as none', async () => {
    const { owner, one, other, id } = await twoDrafts()
    const stranger = ground.newDraft(await ground.newAccount(), asked)
    assert.deepEqual(await reuse(stranger, [id]), { added: 0, problem: 'not-in-library' })
    await ground.upload(one, { fileName: 'locked.pdf', file: encryptedPdf('') })
    await ground.work()
    await ground.upload(one, { fileName: 'new.pdf', file: samplePdf({ pages: 3 }) })
    const more = (await ground.files(one)).filter((file) => file.id !== id)
    assert.deepEqual(more.map(({ state }) => state).toSorted(), ['received', 'refused'])
    for (const { id: each } of more) assert.deepEqual(await reuse(other, [each]), { added: 0, problem: 'not-in-library' })
    await remove(one, id)
    for (const each of [id, newId(), 'x', '']) assert.deepEqual(await reuse(other, [each]), { added: 0, problem: 'not-in-library' })
    assert.deepEqual(await ground.files(stranger), [])
    assert.deepEqual(await ground.files(other), [])
    assert.deepEqual((await listed(owner)).map(({ file }) => file.name), ['new.pdf'])
    assert.deepEqual(await leftOver(), [])
  })

  it('is added once by two presses at the same moment, and by one press more, with no bytes left over', async () => {
    const { other, id } = await twoDrafts()
    const both = await Promise.all([reuse(other, [id]), reuse(other, [id])])
    assert.deepEqual(both.map(({ added }) => added).toSorted(), [0, 1])
    assert.deepEqual(both.map(({ problem }) => problem), [null, null])
    assert.deepEqual(await reuse(other, [id, id], { filesMost: 1 }), { added: 0, problem: null })
    await only(other)
    assert.deepEqual(await leftOver(), [])
  })

  it('is not added when it was removed while it was copied: nothing of the copy is left', async () => {
    const { one, other, id } = await twoDrafts()
    const { storage } = ground.services
    const removesMeanwhile: StoragePort = {
      ...storage,
      put: async (...args) => {
        const kept = await storage.put(...args)
        await remove(one, id)
        return kept
      },
    }
    assert.deepEqual(await reuse(other, [id], { storage: removesMeanwhile }), { added: 0, problem: 'not-in-library' })
    assert.deepEqual(await ground.files(other), [])
    assert.deepEqual(await leftOver(), [])
  })

  it('is not added when its bytes were forgotten before they were read', async () => {
    const { one, other, id } = await twoDrafts()
    const { storage } = ground.services
    const forgetsBefore: StoragePort = {
      ...storage,
      get: async (...args) => {
        await ground.as(one.owner).perform(deleteForTest, one)
        await ground.work()
        return storage.get(...args)
      },
    }
    assert.deepEqual(await reuse(other, [id], { storage: forgetsBefore }), { added: 0, problem: 'not-in-library' })
    assert.deepEqual(await ground.files(other), [])
    assert.deepEqual(await leftOver(), [])
  })

  it('counts as any file: what is too many is said, what was added before it stays; a submitted draft takes none', async () => {
    const { owner, one, other, id } = await twoDrafts()
    await ground.upload(one, { fileName: 'visa.pdf', file: samplePdf({ pages: 1 }) })
    await ground.work()
    const visa = (await ground.files(one)).find(({ name }) => name === 'visa.pdf')?.id ?? ''
    assert.deepEqual(await reuse(other, [id, visa], { filesMost: 1 }), { added: 1, problem: 'too-many-files' })
    await ground.work()
    await only(other)
    await ground.as(owner).perform(submitForTest, other)
    assert.deepEqual(await reuse(other, [visa]), { added: 0, problem: 'draft-closed' })
    assert.deepEqual(await leftOver(), [])
  })

  it('brings its translation along, beneath it', async () => {
    const { one, other, id } = await twoDrafts()
    await ground.upload(one, { fileName: 'in english.pdf', file: samplePdf({ pages: 3 }), fields: { document: 'card-copy', translates: id } })
    await ground.work()
    const translation = (await ground.files(one)).find(({ translates }) => translates === id)
    await ground.as(one.owner).perform(describeFile, { draft: one.id, file: translation?.id ?? '', description: { translator: 'A. Reyes' }, parts: ['translator'], seen: '' })
    await reuse(other, [id])
    const [copy, beneath] = await ground.files(other)
    assert.equal(copy?.translates, null)
    assert.equal(beneath?.translates, copy?.id)
    assert.equal(beneath?.description?.translator, 'A. Reyes')
  })

  it('is a fault that is heard of when its bytes are damaged, and no file', async () => {
    const { other, id } = await twoDrafts()
    await ground.spoilStorage()
    await assert.rejects(reuse(other, [id]))
    assert.deepEqual(await ground.files(other), [])
    assert.deepEqual(await leftOver(), [])
  })
})

describe('the library of a person', () => {
  it('has each distinct file once, with every draft and submission it is in, and nothing of another person', async () => {
    const { owner, one, other, id } = await twoDrafts()
    await twoDrafts()
    await ground.as(owner).perform(submitForTest, one)
    await reuse(other, [id])
    await ground.work()
    const [document, ...more] = await listed(owner)
    assert.deepEqual(more, [])
    const sent = document?.uses.map(({ file, submission }) => `${file.draft} ${submission !== null}`).toSorted()
    assert.deepEqual(sent, [`${one.id} true`, `${other.id} false`].toSorted())
    await ground.as(owner).perform(deleteForTest, other)
    assert.deepEqual((await listed(owner))[0]?.uses.map(({ file }) => file.draft), [one.id])
  })
})
