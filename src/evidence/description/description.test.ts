import assert from 'node:assert/strict'
import { after, afterEach, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { staffActor } from '../../../test/cast/cases-ground.ts'
import { type EvidenceGround, evidenceGround, type TestDraft } from '../../../test/cast/evidence-ground.ts'
import type { Actor } from '../../platform/actor.ts'
import { asActor } from '../../platform/db/transaction.ts'
import { newId } from '../../platform/ids.ts'
import { operation } from '../../platform/operation.ts'
import { encryptedPdf, samplePdf } from '../../platform/preview/sample-files.ts'
import { attachToSubmission } from '../attach-to-submission.ts'
import { filesOfSubmission } from '../files.ts'
import { removeFile } from '../remove-file.ts'
import { describeFile } from './describe-file.ts'
import { descriptionOf, expiryOf, lacking } from './description.ts'

let ground: EvidenceGround

before(async () => {
  ground = await evidenceGround()
})
afterEach(() => assert.deepEqual(ground.faults.splice(0), []))
after(() => ground.end())

const passport = descriptionOf({ kind: 'passport', issuer: 'Registry of Querulous', issuedOn: '2019-05-02', validUntil: '2029-05-01', language: 'es' })

async function withFile(bytes = samplePdf()) {
  const draft = ground.newDraft(await ground.newAccount())
  await ground.upload(draft, { file: bytes })
  await ground.work()
  return { draft, file: (await ground.files(draft))[0]?.id ?? '' }
}

const fileOf = async (draft: TestDraft) => (await ground.files(draft))[0]
type Said = Partial<Parameters<typeof describeFile.run>[1]>

const say = (draft: TestDraft, file: string, { description = passport, seen = '' }: Said = {}, by: Actor = draft.owner) =>
  ground.as(by).perform(describeFile, { draft: draft.id, file, description, seen })

/** The submission is filing's; this one does nothing else. */
const submitForTest = operation({
  name: 'test.submit-described',
  allow: () => true,
  refusals: [],
  run: (context, { id, owner }: TestDraft) =>
    attachToSubmission(context, { account: owner.id ?? '', draft: id, submission: newId(), documents: ['card-copy'] }),
})

describe('what a person says of a file', () => {
  it('is kept sealed and given back as it was said; nothing of it can be read in the database or the record', async () => {
    const { draft, file } = await withFile()
    assert.equal((await fileOf(draft))?.description, null)
    assert.deepEqual(await say(draft, file), { ok: true, output: null })
    assert.deepEqual((await fileOf(draft))?.description, passport)
    const [{ all }] = await ground.rows(
      `select (select string_agg(f::text, '') from evidence.file f) || (select string_agg(e::text, '') from audit.entry e) as all`,
    )
    assert.doesNotMatch(all, /Querulous|2029-05-01/)
    assert.doesNotMatch(all, new RegExp(Buffer.from('Querulous').toString('hex')), 'nor in hexadecimal')
  })

  it('is taken away by saying nothing, and said twice it is kept once', async () => {
    const { draft, file } = await withFile()
    await say(draft, file)
    const mark = (await fileOf(draft))?.descriptionMark
    assert.deepEqual(await say(draft, file), { ok: true, output: null }, 'a second press of the same button')
    assert.equal((await fileOf(draft))?.descriptionMark, mark)
    assert.equal((await ground.rows(`select from audit.entry where operation = 'evidence.describe-file' and subject = '${draft.id}'`)).length, 1)
    await say(draft, file, { description: {}, seen: mark ?? '' })
    assert.deepEqual([(await fileOf(draft))?.description, (await fileOf(draft))?.descriptionMark], [null, ''])
  })

  it('is not written over by a page that did not show it: of two tabs at the same moment one is told', async () => {
    for (let turn = 0; turn < 5; turn += 1) {
      const { draft, file } = await withFile()
      const others = descriptionOf({ kind: 'letter' })
      const told = await Promise.all([say(draft, file), say(draft, file, { description: others })])
      assert.deepEqual(told.map((each) => (each.ok ? 'kept' : each.refusal)).toSorted(), ['changed-meanwhile', 'kept'])
      const kept = await fileOf(draft)
      assert.deepEqual(kept?.description, told[0]?.ok ? passport : others)
      assert.equal((await say(draft, file, { description: { note: 'third' }, seen: kept?.descriptionMark ?? '' })).ok, true)
    }
  })

  it('has days that can be: not issued tomorrow, not over before it was issued', async () => {
    const { draft, file } = await withFile()
    const today = ground.services.clock.now().toZonedDateTimeISO('UTC').toPlainDate()
    const refusalOf = async (issuedOn: Temporal.PlainDate, validUntil?: Temporal.PlainDate) => {
      const result = await say(draft, file, { description: descriptionOf({ issuedOn: issuedOn.toString(), validUntil: validUntil?.toString() }) })
      return result.ok ? null : result.refusal
    }
    assert.equal(await refusalOf(today.add({ days: 2 })), 'issued-later')
    assert.equal(await refusalOf(today, today.subtract({ days: 1 })), 'ends-before-issued')
    assert.equal(await refusalOf(today, today), null)
  })

  it('is said by its owner alone, of a file of that draft that stands: all else is as absent as a file that never was', async () => {
    const { draft, file } = await withFile()
    const stranger = await ground.newAccount()
    const ownOther = ground.newDraft(draft.owner)
    const refused = await withFile(encryptedPdf(''))
    const absent = { ok: false, refusal: 'no-such-file' }
    assert.deepEqual(await say(draft, file, {}, stranger), absent)
    assert.deepEqual(await say(ownOther, file), absent)
    assert.deepEqual(await say(draft, newId()), absent)
    assert.deepEqual(await say(draft, "x' or 1=1"), absent)
    assert.deepEqual(await say(refused.draft, refused.file), absent, 'a refused one')
    await ground.as(draft.owner).perform(removeFile, { draft: draft.id, file })
    assert.deepEqual(await say(draft, file), absent, 'a removed one')
    assert.deepEqual(await say(draft, file, {}, staffActor('officer')), { ok: false, refusal: 'not-allowed' })
  })

  it('stays as it was submitted, and a submission at the same moment takes along the old words or the new ones, whole', async () => {
    for (let turn = 0; turn < 5; turn += 1) {
      const { draft, file } = await withFile()
      const [said, submitted] = await Promise.all([say(draft, file), ground.as(draft.owner).perform(submitForTest, draft)])
      const attached = submitted.ok ? submitted.output[0] : undefined
      assert.deepEqual(attached?.description, said.ok ? passport : null)
      if (!said.ok) assert.equal(said.refusal, 'draft-closed')
      assert.deepEqual(await say(draft, file, { description: { note: 'late' } }), { ok: false, refusal: 'draft-closed' })
      assert.deepEqual((await fileOf(draft))?.description, attached?.description)
    }
  })
})

describe('the database', () => {
  const described = (actor: Actor, file: string) =>
    asActor(ground.database.pools.portal, actor, {}, (tx) =>
      sql<{ id: string }>`update evidence.file set description_sealed = repeat('x', 40)::bytea where id = ${file} returning id`.execute(tx),
    )

  it('lets a person’s own role describe no file of another, and none that was submitted', async () => {
    const { draft, file } = await withFile()
    const stranger = await ground.newAccount()
    assert.equal((await described(stranger, file)).rows.length, 0)
    assert.equal((await described(draft.owner, file)).rows.length, 1, 'the owner’s can, so the others are refused by the wall')
    await ground.rows(`update evidence.file set description_sealed = null where id = '${file}'`)
    await ground.as(draft.owner).perform(submitForTest, draft)
    assert.equal((await described(draft.owner, file)).rows.length, 0)
  })

  it('shows the office what is said of submitted files only', async () => {
    const { draft, file } = await withFile()
    await say(draft, file)
    const officer = ground.as(staffActor('officer'))
    const seen = () => ground.database.pools.office.selectFrom('evidence.file').select('description_sealed').where('id', '=', file).execute()
    assert.deepEqual(await seen(), [])
    await ground.as(draft.owner).perform(submitForTest, draft)
    const [{ submission }] = await ground.rows(`select submission from evidence.file where id = '${file}'`)
    assert.deepEqual((await officer.read(filesOfSubmission, submission))?.[0]?.description, passport)
  })
})

describe('a document’s last day', () => {
  const today = Temporal.PlainDate.from('2026-11-26')
  const expiry = (validUntil: string) => expiryOf({ validUntil }, today, 90)

  it('counts as valid; the next day it is over; within the pack’s days it soon will be', () => {
    assert.deepEqual(['2026-11-25', '2026-11-26', '2027-02-23', '2027-02-24'].map(expiry), ['expired', 'soon', 'soon', null])
    assert.equal(expiryOf(null, today, 90), null)
    assert.equal(expiryOf({ kind: 'passport' }, today, 90), null)
  })
})

it('what a rule asks to be said is lacking until it is said', () => {
  assert.deepEqual(lacking(null, ['kind', 'validUntil']), ['kind', 'validUntil'])
  assert.deepEqual(lacking({ kind: 'passport' }, ['kind', 'validUntil']), ['validUntil'])
  assert.deepEqual(lacking(passport, ['kind', 'validUntil']), [])
})
