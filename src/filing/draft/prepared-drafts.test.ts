import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type FilingGround, filingGround } from '../../../test/cast/filing-ground.ts'
import { preparedDraft } from '../../../test/cast/prepared-draft.ts'
import { evidenceRoutes } from '../../evidence/index.ts'
import type { Actor } from '../../platform/actor.ts'
import { asActor } from '../../platform/db/transaction.ts'
import { newId, newSecret } from '../../platform/ids.ts'
import { payDraft } from '../payment/pay-draft.ts'
import { draftRoutes } from '../pages/routes.ts'
import { evidenceDraftOf } from '../review/draft-files.ts'
import { usedDraftsOf } from '../review/used-drafts.ts'
import { signDraft } from '../signature/sign-draft.ts'
import { signPage } from '../signature/sign-page.tsx'
import { requestWaiver } from '../waiver/request-waiver.ts'
import { deleteDraft } from './delete-draft.ts'
import { draftFor, draftsOf } from './drafts-of.ts'
import { extendDraft } from './extend-draft.ts'
import { keepTypedPage } from './keep-typed-page.ts'
import { lockDraft, lockDraftToFile } from './lock-draft.ts'
import { moveDraft } from './move-draft.ts'
import { saveDraftPage } from './save-draft-page.ts'
import { sealAnswers } from './sealed-draft.ts'
import { startDraft } from './start-draft.ts'

let ground: FilingGround
before(async () => {
  ground = await filingGround([...draftRoutes(), signPage, ...evidenceRoutes({ draftOf: evidenceDraftOf, usedDraftsOf })])
})
after(() => ground.end())

const representative = async (): Promise<Actor> => ({ ...(await ground.applicant()), roles: ['representative'] })
const owner = () => ground.database.pools.owner ?? assert.fail('the test database has an owner')
const freeze = (draft: string) => owner().updateTable('filing.draft').set({ frozen_at: ground.services.clock.now() }).where('id', '=', draft).execute()
const locked = (actor: Actor, lock: typeof lockDraft, draft: string) => {
  const { services, database } = ground
  return asActor(database.pools.portal, actor, {}, (tx) => lock({ tx, services, now: services.clock.now() }, draft))
}

/** A working draft, frozen, made into the copy of this client. */
async function copyFor(client: Actor): Promise<string> {
  const id = newId()
  const { draft } = await preparedDraft(ground, await representative())
  const row = await owner().selectFrom('filing.draft').selectAll().where('id', '=', draft).executeTakeFirstOrThrow()
  const answers_sealed = sealAnswers(ground.services.keys, { id, account: String(client.id) }, {})
  const own = { ...row, id, account: String(client.id), answers_sealed, start_key: newSecret(128), prepared: 'copy', prepared_for_sealed: null, frozen_at: ground.services.clock.now() }
  await owner().insertInto('filing.draft').values(own).execute()
  return id
}

test('a representative fills in a draft that they prepare, page by page, and every page says for whom', async () => {
  const actor = await representative()
  const { draft } = await preparedDraft(ground, actor)
  const browser = ground.browse(actor)
  const tasks = await browser.get(`/drafts/${draft}`)
  assert.equal(tasks.status, 200)
  assert.match(tasks.html, /For Maria Núñez/)
  assert.match((await browser.get(`/drafts/${draft}/your-status`)).html, /For Maria Núñez/)
  assert.match((await browser.get(`/drafts/${draft}/review`)).html, /For Maria Núñez/)
  const saved = await ground.as(actor).perform(saveDraftPage, { draft, page: 'reason', answers: { reason: 'lost' } })
  assert.ok(saved.ok)
  assert.equal((await ground.as(actor).read(draftFor, { draft }))?.answers.reason, 'lost')
})

test('what a representative prepares is nobody else’s: not its client’s, and not another representative’s', async () => {
  const { draft } = await preparedDraft(ground, await representative())
  for (const other of [await representative(), await ground.applicant()]) {
    assert.equal((await ground.browse(other).get(`/drafts/${draft}`)).status, 404)
    assert.equal(await ground.as(other).read(draftFor, { draft }), undefined)
    const saved = await ground.as(other).perform(saveDraftPage, { draft, page: 'reason', answers: { reason: 'lost' } })
    assert.deepEqual(saved.ok || saved.refusal, 'draft-not-open')
  }
})

test('a representative begins, signs, pays and waives nothing by the ways of a person who files for themselves', async () => {
  const actor = await representative()
  const { draft } = await preparedDraft(ground, actor)
  const signing = { draft, fullLegalName: 'Ana Reyes', language: 'en', documentSha256: '', declarationSha256: '' }
  const tried = [
    await ground.as(actor).perform(startDraft, { form: 'i-90', language: 'en', startKey: newSecret(128) }),
    await ground.as(actor).perform(signDraft, signing),
    await ground.as(actor).perform(payDraft, { draft, shownCents: 0, language: 'en' }),
    await ground.as(actor).perform(requestWaiver, { draft, language: 'en' }),
  ]
  assert.deepEqual(tried.map((one) => one.ok || one.refusal), ['not-allowed', 'not-allowed', 'not-allowed', 'not-allowed'])
  // Nor where the same account files for itself too: a working draft is never one to file.
  const both = { ...actor, roles: ['representative', 'applicant'] }
  const signed = await ground.as(both).perform(signDraft, signing)
  assert.deepEqual(signed.ok || signed.refusal, 'draft-not-open')
  const paid = await ground.as(both).perform(payDraft, { draft, shownCents: 0, language: 'en' })
  assert.deepEqual(paid.ok || paid.refusal, 'draft-not-open')
  assert.equal((await ground.browse(actor).get(`/drafts/${draft}/sign`)).location, `/drafts/${draft}/preparation`)
})

test('in a frozen draft nothing changes, by any way, and its pages lead to its preparation', async () => {
  const actor = await representative()
  const { draft } = await preparedDraft(ground, actor)
  await freeze(draft)
  const tried = [
    await ground.as(actor).perform(saveDraftPage, { draft, page: 'reason', answers: { reason: 'lost' } }),
    await ground.as(actor).perform(keepTypedPage, { draft, page: 'reason', values: {} }),
    await ground.as(actor).perform(moveDraft, { draft }),
    await ground.as(actor).perform(extendDraft, { draft }),
    await ground.as(actor).perform(deleteDraft, { draft }),
  ]
  assert.deepEqual(tried.map((one) => one.ok || one.refusal), Array(5).fill('draft-not-open'))
  const browser = ground.browse(actor)
  for (const place of ['', '/reason', '/review', '/delete']) assert.equal((await browser.get(`/drafts/${draft}${place}`)).location, `/drafts/${draft}/preparation`)
  assert.equal((await browser.get(`/drafts/${draft}/evidence`)).status, 404)
  assert.equal((await browser.post(`/drafts/${draft}/reason`, { reason: 'lost' })).location, `/drafts/${draft}/preparation`)
})

test('the database itself refuses another answer in a frozen draft, another file of it, and another owner of any', async () => {
  const actor = await representative()
  const { draft } = await preparedDraft(ground, actor)
  await freeze(draft)
  const change = (set: object, role: 'portal' | 'worker' = 'portal') =>
    asActor(ground.database.pools[role], actor, {}, (tx) => tx.updateTable('filing.draft').set(set).where('id', '=', draft).execute())
  for (const role of ['portal', 'worker'] as const) {
    await assert.rejects(change({ answers_sealed: Buffer.from('changed') }, role), /frozen/)
    await assert.rejects(change({ typed_sealed: Buffer.from('changed') }, role), /frozen/)
    await assert.rejects(change({ prepared: null, prepared_for_sealed: null }, role), /stays whose and what it is/)
  }
  const file = { id: newId(), account: String(actor.id), draft, document: 'other', name_sealed: Buffer.from('x'), type: 'pdf', size_bytes: 1, sha256: 'a'.repeat(64), storage_key: newId(), uploaded_at: ground.services.clock.now() }
  const add = () => asActor(ground.database.pools.portal, actor, {}, (tx) => tx.insertInto('evidence.file').values(file).execute())
  await assert.rejects(add(), /frozen/)
  await owner().updateTable('filing.draft').set({ frozen_at: null }).where('id', '=', draft).execute()
  await add()
  await freeze(draft)
  const remove = () => asActor(ground.database.pools.portal, actor, {}, (tx) => tx.updateTable('evidence.file').set({ removed_at: ground.services.clock.now() }).where('id', '=', file.id).execute())
  await assert.rejects(remove(), /frozen/)
})

test('a copy is signed and filed, and never filled in nor listed; a working draft is neither listed nor filed', async () => {
  const client = await ground.applicant()
  const copy = await copyFor(client)
  assert.equal(await locked(client, lockDraft, copy), undefined)
  assert.equal((await locked(client, lockDraftToFile, copy))?.id, copy)
  assert.deepEqual(await ground.as(client).read(draftsOf, {}), [])
  assert.equal((await ground.browse(client).get(`/drafts/${copy}`)).location, `/drafts/${copy}/preparation`)
  assert.equal((await ground.browse(client).get(`/drafts/${copy}/sign`)).location, `/drafts/${copy}/preparation`)
  const actor = await representative()
  const { draft } = await preparedDraft(ground, actor)
  assert.equal((await locked(actor, lockDraft, draft))?.id, draft)
  assert.equal(await locked(actor, lockDraftToFile, draft), undefined)
  assert.deepEqual(await ground.as({ ...actor, roles: ['applicant'] }).read(draftsOf, {}), [])
})

test('what is known of the representative is never offered in a form for a client', async () => {
  const { draft, actor } = await preparedDraft(ground, await representative(), { fillIn: true })
  assert.deepEqual((await ground.as(actor).read(draftFor, { draft }))?.offered, {})
})
