import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { type FilingGround, filingGround } from '../../../test/cast/filing-ground.ts'
import { type Actor, systemActor, visitor } from '../../platform/actor.ts'
import { asActor } from '../../platform/db/transaction.ts'
import { newId, newSecret } from '../../platform/ids.ts'
import { deleteDraft } from './delete-draft.ts'
import { draftFor, draftsOf } from './drafts-of.ts'
import { extendDraft } from './extend-draft.ts'
import { keepTypedPage } from './keep-typed-page.ts'
import { lockDraft, markSubmitted } from './lock-draft.ts'
import { removeEnded } from './remove-ended-drafts.ts'
import { restoreDraft } from './restore-draft.ts'
import { saveDraftPage } from './save-draft-page.ts'
import { startDraft } from './start-draft.ts'

let ground: FilingGround

before(async () => {
  ground = await filingGround([])
})
after(() => ground.end())

const press = (actor: Actor, startKey = newSecret(128), form = 'i-90') =>
  ground.as(actor).perform(startDraft, { form, language: 'en', startKey })

async function started(actor: Actor): Promise<string> {
  const result = await press(actor)
  assert.ok(result.ok)
  return result.output.draft
}

const find = (actor: Actor, draft: string) => ground.as(actor).read(draftFor, { draft })
const save = (actor: Actor, draft: string, page: string, answers: Record<string, string>) =>
  ground.as(actor).perform(saveDraftPage, { draft, page, answers })

const refusalOf = async (result: Promise<{ ok: true } | { ok: false; refusal: string }>) => {
  const settled = await result
  return settled.ok ? 'done' : settled.refusal
}

/** Lets an hour and a bit pass for every day, so that it is surely over. */
const passDays = (days: number) => ground.services.clock.advance({ hours: 24 * days + 1 })

test('pressing Start form many times at once with one key begins one draft', async () => {
  const person = await ground.applicant()
  const key = newSecret(128)
  const results = await Promise.all(Array.from({ length: 20 }, () => press(person, key)))
  const drafts = new Set(results.map((result) => (result.ok ? result.output.draft : result.refusal)))
  assert.equal(drafts.size, 1)
  assert.equal((await ground.as(person).read(draftsOf, {}))?.length, 1)
})

test('another key, or the same key of another person, begins a draft of its own', async () => {
  const [one, other] = [await ground.applicant(), await ground.applicant()]
  const key = newSecret(128)
  const drafts = await Promise.all([press(one, key), press(one), press(other, key)])
  assert.equal(new Set(drafts.map((result) => result.ok && result.output.draft)).size, 3)
})

test('a form that is not filed here, or that nobody knows, cannot be started', async () => {
  const person = await ground.applicant()
  for (const form of ['g-28', 'i-485', 'x-1', '__proto__']) {
    assert.equal(await refusalOf(press(person, newSecret(128), form)), 'form-not-filed-here')
  }
})

test('only applicants file: no visitor, no half-way account, no representative, no staff', async () => {
  const person = await ground.applicant()
  for (const actor of [visitor, { ...person, roles: [] }, { ...person, roles: ['representative'] }]) {
    assert.equal(await refusalOf(press(actor)), 'not-allowed')
  }
})

test('one person can start fifty drafts a day and no more', async () => {
  const person = await ground.applicant()
  for (let draft = 0; draft < 50; draft += 1) assert.equal(await refusalOf(press(person)), 'done')
  assert.equal(await refusalOf(press(person)), 'too-many-attempts')
})

test('two devices that save two pages at the same time keep both', async () => {
  const person = await ground.applicant()
  const draft = await started(person)
  const pages = Array.from({ length: 12 }, (_, page) => `page-${page}`)
  await Promise.all(pages.map((page) => save(person, draft, page, { [`answer-${page}`]: page })))
  const kept = await find(person, draft)
  assert.deepEqual(Object.keys(kept?.answers ?? {}).toSorted(), pages.map((page) => `answer-${page}`).toSorted())
  assert.equal(kept?.version, 13)
})

test('of two saves of one page the later one stands, and other pages are left alone', async () => {
  const person = await ground.applicant()
  const draft = await started(person)
  await save(person, draft, 'your-status', { status: 'commuter' })
  await save(person, draft, 'reason', { reason: 'lost' })
  await save(person, draft, 'your-status', { status: 'permanent-resident' })
  assert.deepEqual((await find(person, draft))?.answers, { status: 'permanent-resident', reason: 'lost' })
})

test('a save says where it leads', async () => {
  const person = await ground.applicant()
  const draft = await started(person)
  const result = await save(person, draft, 'your-status', { status: 'permanent-resident' })
  assert.deepEqual(result.ok && result.output, { next: 'reason', firstUndone: 'reason', savedOver: false })
})

test('what was typed and refused is kept apart from the answers until its page is saved', async () => {
  const person = await ground.applicant()
  const draft = await started(person)
  const values = { 'dateOfBirth.year': '19' }
  await ground.as(person).perform(keepTypedPage, { draft, page: 'birth', values })
  assert.deepEqual((await find(person, draft))?.typed, { birth: values })
  assert.deepEqual((await find(person, draft))?.answers, {})
  await save(person, draft, 'birth', { dateOfBirth: '1990-01-01' })
  assert.deepEqual((await find(person, draft))?.typed, {})
})

test('what nobody could have typed in earnest is not kept', async () => {
  const person = await ground.applicant()
  const draft = await started(person)
  const kept = ground.as(person).perform(keepTypedPage, { draft, page: 'reason', values: { reason: 'x'.repeat(70_000) } })
  assert.equal(await refusalOf(kept), 'too-much-typed')
})

test("another person's draft is the same as an unknown one, to read and to change", async () => {
  const [owner, other] = [await ground.applicant(), await ground.applicant()]
  const draft = await started(owner)
  for (const id of [draft, newId(), 'no-id', `${draft}'--`]) {
    assert.equal(await find(other, id), undefined)
    assert.equal(await refusalOf(save(other, id, 'reason', { reason: 'lost' })), 'draft-not-open')
    assert.equal(await refusalOf(ground.as(other).perform(deleteDraft, { draft: id })), 'draft-not-open')
    assert.equal(await refusalOf(ground.as(other).perform(extendDraft, { draft: id })), 'draft-not-open')
  }
  assert.deepEqual((await find(owner, draft))?.answers, {})
})

test('the office sees no draft, and the portal none without an account', async () => {
  await started(await ground.applicant())
  const count = sql<{ drafts: number }>`select count(*)::int as drafts from filing.draft`
  const { pools } = ground.database
  const staff: Actor = { kind: 'staff', id: newId(), roles: ['officer'], sessionId: null }
  await assert.rejects(asActor(pools.office, staff, {}, (tx) => count.execute(tx)), /permission denied/)
  const asVisitor = await asActor(pools.portal, visitor, {}, (tx) => count.execute(tx))
  assert.equal(asVisitor.rows[0]?.drafts, 0)
})

test('answers and what was typed are unreadable in the database, and open in no other row', async () => {
  const [person, other] = [await ground.applicant(), await ground.applicant()]
  const [draft, second] = [await started(person), await started(other)]
  await save(person, draft, 'your-name', { familyName: 'Canaryname' })
  await ground.as(person).perform(keepTypedPage, { draft, page: 'x', values: { familyName: 'Canarytyped' } })
  const { owner } = ground.database.pools
  assert.ok(owner)
  const row = await owner.selectFrom('filing.draft').selectAll().where('id', '=', draft).executeTakeFirstOrThrow()
  assert.doesNotMatch(JSON.stringify([row.answers_sealed.toString('latin1'), row.typed_sealed?.toString('latin1')]), /Canary/)
  const { answers_sealed } = row
  await owner.updateTable('filing.draft').set({ answers_sealed }).where('id', '=', second).execute()
  await assert.rejects(find(other, second))
})

test('the record tells of a save by page and version, never of an answer', async () => {
  const person = await ground.applicant()
  const draft = await started(person)
  await save(person, draft, 'your-name', { familyName: 'Canaryname' })
  const { rows } = await sql<{ entry: string }>`
    select to_jsonb(e)::text as entry from audit.entry e where e.account = ${person.id}`.execute(ground.database.pools.owner as never)
  assert.equal(rows.length, 2)
  assert.doesNotMatch(JSON.stringify(rows), /Canary/)
})

test('a draft ends 30 days after the last work on it; every save starts them again', async () => {
  const person = await ground.applicant()
  const [draft, left] = [await started(person), await started(person)]
  passDays(20)
  await save(person, draft, 'reason', { reason: 'lost' })
  passDays(20)
  assert.equal(await find(person, left), undefined)
  assert.equal(await refusalOf(save(person, left, 'reason', { reason: 'lost' })), 'draft-not-open')
  assert.deepEqual((await ground.as(person).read(draftsOf, {}))?.map(({ id }) => id), [draft])
  assert.equal(await refusalOf(ground.as(person).perform(extendDraft, { draft })), 'done')
  passDays(29)
  assert.ok(await find(person, draft))
})

test('a deleted draft is gone at once, and for good after a week; an ended one too', async () => {
  const person = await ground.applicant()
  const [draft, ended, kept] = [await started(person), await started(person), await started(person)]
  await ground.as(person).perform(deleteDraft, { draft })
  assert.equal(await find(person, draft), undefined)
  passDays(29)
  await save(person, kept, 'reason', { reason: 'lost' })
  passDays(2)
  const worker = ground.asSystem(systemActor('test'))
  assert.equal(await refusalOf(worker.perform(removeEnded, {})), 'done')
  const left = await ground.database.pools.owner
    ?.selectFrom('filing.draft')
    .select('id')
    .where('id', 'in', [draft, ended, kept])
    .execute()
  assert.deepEqual(left, [{ id: kept }])
  assert.equal(await refusalOf(worker.perform(removeEnded, {})), 'nothing-ended')
})

test('a draft that has ended stays as long as the law holds its account', async () => {
  const person = await ground.applicant()
  const draft = await started(person)
  const owner = ground.database.pools.owner
  const hold = (at: Temporal.Instant | null) =>
    owner?.updateTable('accounts.account').set({ legal_hold_at: at }).where('id', '=', String(person.id)).execute()
  const left = () => owner?.selectFrom('filing.draft').select('id').where('id', '=', draft).execute()
  await hold(ground.services.clock.now())
  passDays(40)
  const worker = ground.asSystem(systemActor('test'))
  await worker.perform(removeEnded, {})
  assert.equal((await left())?.length, 1)
  await hold(null)
  await worker.perform(removeEnded, {})
  assert.deepEqual(await left(), [])
})

test('a submitted draft never changes again, is no open draft, and does not end', async () => {
  const person = await ground.applicant()
  const draft = await started(person)
  const submission = newId()
  const { services, database } = ground
  const now = services.clock.now()
  await asActor(database.pools.portal, person, {}, async (tx) => {
    const locked = await lockDraft({ tx, services, now }, draft)
    assert.ok(locked)
    await markSubmitted({ tx, services, now }, locked, submission)
  })
  assert.equal(await refusalOf(save(person, draft, 'reason', { reason: 'lost' })), 'draft-not-open')
  assert.equal(await refusalOf(ground.as(person).perform(deleteDraft, { draft })), 'draft-not-open')
  assert.deepEqual(await ground.as(person).read(draftsOf, {}), [])
  passDays(40)
  assert.equal((await find(person, draft))?.submission, submission)
})

test('a deleted draft can be put back for seven days, by its owner alone, and its days count anew', async () => {
  const [person, other] = [await ground.applicant(), await ground.applicant()]
  const draft = await started(person)
  await ground.as(person).perform(deleteDraft, { draft })
  assert.equal(await find(person, draft), undefined)
  assert.equal(await refusalOf(ground.as(other).perform(restoreDraft, { draft })), 'draft-gone')
  passDays(3)
  assert.equal(await refusalOf(ground.as(person).perform(restoreDraft, { draft })), 'done')
  const back = await find(person, draft)
  assert.equal(back?.expiresAt.toString(), ground.services.clock.now().add({ hours: 24 * 30 }).toString())
  passDays(1)
  assert.equal(await refusalOf(ground.as(person).perform(restoreDraft, { draft })), 'done')
  assert.equal((await find(person, draft))?.expiresAt.toString(), back?.expiresAt.toString(), 'pressed again, it changes nothing')
  for (const _ of [1, 2]) assert.equal(await refusalOf(ground.as(person).perform(deleteDraft, { draft })), 'done')
  assert.equal(await find(person, draft), undefined)
  await ground.as(person).perform(restoreDraft, { draft })
  assert.equal(await refusalOf(ground.as(other).perform(deleteDraft, { draft })), 'draft-not-open')
})
