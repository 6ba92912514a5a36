import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type DataGround, dataGround } from '../../../test/cast/data-ground.ts'
import { sealSide } from '../../accounts/contact-change/contact-change.ts'
import { dueClosings } from '../../accounts/index.ts'
import type { Actor } from '../../platform/actor.ts'
import { newId } from '../../platform/ids.ts'
import { carryOutClosing, carryOutClosings } from './carry-out-closings.ts'
import { newTrackingNumber } from '../../accounts/support/support-request.ts'
import { closeAccount } from './close-account.ts'
import { closingModel } from './obstacles.ts'

let ground: DataGround
before(async () => {
  ground = await dataGround()
})
after(() => ground.end())

const kindsFor = async (actor: Actor) => (await ground.as(actor).read(closingModel, {}))?.obstacles.map(({ kind }) => kind)

async function refuses(actor: Actor, kind: string) {
  assert.deepEqual(await kindsFor(actor), [kind])
  await ground.prove(actor)
  assert.deepEqual(await ground.as(actor).perform(closeAccount, {}), { ok: false, refusal: 'something-waits' })
}

async function closes(actor: Actor) {
  assert.deepEqual(await kindsFor(actor), [])
  await ground.prove(actor)
  const closed = await ground.as(actor).perform(closeAccount, {})
  assert.ok(closed.ok, JSON.stringify(closed))
}

describe('an account is not closed while', () => {
  it('a case is pending; it is once the case is decided', async () => {
    const person = await ground.person()
    const { caseId } = await ground.openCase({ account: String(person.id) })
    await refuses(person, 'case')
    await ground.owner.updateTable('cases.case').set({ status: 'denied' }).where('id', '=', caseId).execute()
    await closes(person)
  })

  it('a card is being made after an approval', async () => {
    const person = await ground.person()
    const { caseId } = await ground.openCase({ account: String(person.id) })
    for (const status of ['approved', 'card-in-production', 'card-mailed']) {
      await ground.owner.updateTable('cases.case').set({ status }).where('id', '=', caseId).execute()
      await refuses(person, 'case')
    }
    await ground.owner.updateTable('cases.case').set({ status: 'card-delivered' }).where('id', '=', caseId).execute()
    await closes(person)
  })

  it('a payment is under way, or what was paid for is not received', async () => {
    const { actor, draft, payment } = await ground.payable()
    await refuses(actor, 'filing')
    for (const state of ['pending', 'authorised', 'releasing', 'captured']) {
      await ground.owner.updateTable('filing.payment').set({ state }).where('id', '=', payment).execute()
      await refuses(actor, 'filing')
    }
    await ground.owner.updateTable('filing.payment').set({ state: 'cancelled' }).where('id', '=', payment).execute()
    assert.equal((await ground.as(actor).read(closingModel, {}))?.drafts, 1)
    assert.ok(draft)
    await closes(actor)
  })

  it('a change of address waits for its link, or can be taken back', async () => {
    const person = await ground.person()
    const [id, account] = [newId(), String(person.id)]
    const now = ground.clock.now()
    const sealed = (side: 'old' | 'new') => sealSide(ground.services.keys, { id, account }, side, 'p@example.test')
    const change = { id, account, what: 'recovery-email', key_id: 'test', new_sealed: sealed('new'), asked_at: now }
    await ground.owner.insertInto('accounts.contact_change').values(change).execute()
    await refuses(person, 'contact-change')
    await ground.owner
      .updateTable('accounts.contact_change')
      .set({ made_at: now, undo_hash: newId() + newId(), undo_until: now.add({ hours: 72 }) })
      .where('id', '=', id)
      .execute()
    await refuses(person, 'contact-change')
    ground.clock.advance({ hours: 72 })
    await closes(person)
  })

  it('somebody’s request for the slow way back in runs', async () => {
    const person = await ground.person()
    const now = ground.clock.now()
    const request = { id: newId(), account: String(person.id), key_id: 'test', cancel_hash: newId() + newId(), lost: ['phone'] }
    const times = { begun_at: now, opens_at: now.add({ hours: 24 }), expires_at: now.add({ hours: 48 }) }
    await ground.owner.insertInto('accounts.recovery_request').values({ ...request, ...times }).execute()
    await refuses(person, 'recovery')
    await ground.owner.updateTable('accounts.recovery_request').set({ ended_at: now, ended_by: 'signed-in' }).where('id', '=', request.id).execute()
    await closes(person)
  })

  it('a request to support that names it waits for its answer', async () => {
    const person = await ground.person()
    const id = newId()
    await ground.rows(
      `insert into accounts.support_request (id, tracking_number, key_id, token_hash, topic, account, message_sealed, language, sent_at)
       values ($1, $2, 'test', $3, 'no-code', $4, 'x', 'en', $5)`,
      [id, newTrackingNumber(), newId() + newId(), person.id, ground.clock.now().toString()],
    )
    await refuses(person, 'support')
    await ground.rows('update accounts.support_request set closed_at = sent_at where id = $1', [id])
    await closes(person)
    ground.clock.advance({ hours: 72 })
    await ground.runChore(carryOutClosings)
    const [left] = await ground.rows<{ account: string | null }>('select account from accounts.support_request where id = $1', [id])
    assert.deepEqual(left, { account: null })
  })

  it('an archive is being made, so that nobody closes on the way to it', async () => {
    const person = await ground.person()
    assert.ok((await ground.ask(person)).ok)
    await refuses(person, 'archive')
    await ground.makeArchives()
    await closes(person)
  })

  it('something of an account that was merged into it waits', async () => {
    const [kept, other] = [await ground.person(), await ground.person()]
    await ground.openCase({ account: String(other.id) })
    const asBoth: Actor = { ...kept, merged: [String(other.id)] }
    await refuses(asBoth, 'case')
  })
})

describe('when the 72 hours are over', () => {
  it('a closing waits for a case that was opened again meanwhile, without filling the record', async () => {
    const person = await ground.person()
    const { caseId } = await ground.openCase({ account: String(person.id), status: 'rejected-fee' })
    await closes(person)
    await ground.owner.updateTable('cases.case').set({ status: 'received' }).where('id', '=', caseId).execute()
    ground.clock.advance({ hours: 72 })
    const context = ground.jobContextOf('test')
    const due = (await dueClosings(context)).find(({ account }) => account === person.id)
    assert.ok(due)
    await ground.runChore(carryOutClosings)
    await ground.runChore(carryOutClosings)
    const tried = await ground.rows("select from audit.entry where operation = 'portal.carry-out-closing' and account = $1", [person.id])
    assert.equal(tried.length, 0)
    assert.deepEqual(await context.perform(carryOutClosing, due), { ok: false, refusal: 'something-waits' })
    await ground.owner.updateTable('cases.case').set({ status: 'denied' }).where('id', '=', caseId).execute()
    await ground.runChore(carryOutClosings)
    const account = await ground.owner.selectFrom('accounts.account').selectAll().where('id', '=', String(person.id)).executeTakeFirstOrThrow()
    assert.ok(account.emptied_at)
    assert.equal((await ground.owner.selectFrom('cases.case').select('id').where('id', '=', caseId).execute()).length, 1)
  })

  it('carried out ten times at once it is carried out once', async () => {
    const person = await ground.person()
    await closes(person)
    ground.clock.advance({ hours: 72 })
    const context = ground.jobContextOf('test')
    const due = (await dueClosings(context)).find(({ account }) => account === person.id)
    assert.ok(due)
    const done = await Promise.all(Array.from({ length: 10 }, () => context.perform(carryOutClosing, due)))
    assert.deepEqual([done.filter(({ ok }) => ok).length, new Set(done.flatMap((each) => (each.ok ? [] : each.refusal)))], [1, new Set(['not-due'])])
  })

  it('archives of the person are deleted with their bytes', async () => {
    const person = await ground.person()
    await ground.ask(person)
    await ground.makeArchives()
    const [archive] = await ground.archivesOf(String(person.id))
    await closes(person)
    ground.clock.advance({ hours: 72 })
    await ground.runChore(carryOutClosings)
    assert.deepEqual(await ground.archivesOf(String(person.id)), [])
    assert.equal(await ground.services.storage.exists(String(archive?.storage_key)), false)
  })
})
