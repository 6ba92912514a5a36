import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type CasesGround, casesGround, staffActor } from '../../../test/cast/cases-ground.ts'
import { contactHash, sealContactAddress } from '../../accounts/contact-points/contact-point.ts'
import { ownFactors } from '../../accounts/second-factor/own-factors.ts'
import { type Actor, systemActor } from '../../platform/actor.ts'
import { newId } from '../../platform/ids.ts'
import { findSharedContacts, seeSharedContact, sharedContacts } from './shared-contacts.ts'

describe('a telephone that opens the accounts of many people', () => {
  let ground: CasesGround
  let people = 0
  const supervisor = staffActor('supervisor')
  const owner = () => ground.database.pools.owner as NonNullable<CasesGround['database']['pools']['owner']>
  before(async () => {
    ground = await casesGround()
  })
  after(() => ground.database.drop())

  async function personWith(phone: string): Promise<Actor> {
    people += 1
    const actor = await ground.newAccount(`shares-${people}@example.test`)
    const [id, account, now, { keys }] = [newId(), String(actor.id), ground.services.clock.now(), ground.services]
    await owner().insertInto('accounts.contact_point').values({ id, account, kind: 'phone', purpose: 'codes', address_hash: contactHash(keys, phone), address_sealed: sealContactAddress(keys, account, id, phone), added_at: now, proven_at: now }).execute()
    return actor
  }
  const many = (count: number, phone: string) => Promise.all(Array.from({ length: count }, () => personWith(phone)))
  const look = () => ground.as(systemActor('test')).perform(findSharedContacts, {})
  const waiting = async () => (await ground.as(supervisor).read(sharedContacts, {})) ?? []
  const others = async (who: Actor) => (await ground.as(who).read(ownFactors, undefined))?.othersOnPhone

  it('waits for a supervisor from six people on, once however often it is looked for, and not for a household', async () => {
    await many(5, '+12025550101')
    await many(6, '+12025550102')
    await look()
    await look()
    const found = await waiting()
    assert.deepEqual(found.map((each) => [each.people, each.accounts.length]), [[6, 6]])
    assert.equal(await ground.as(staffActor('support')).read(sharedContacts, {}), null)
    assert.doesNotMatch(JSON.stringify(await owner().selectFrom('officer.shared_contact').selectAll().execute()), /2025550102/)
  })

  it('counts whoever has a case together as one: an employer and who works there wait for nobody', async () => {
    const [first, ...rest] = await many(6, '+12025550103')
    const { caseId } = await ground.openCase({ account: String(first?.id) })
    for (const each of rest) await owner().insertInto('cases.party').values({ id: newId(), case: caseId, account: String(each.id), role: 'petitioner', from_at: ground.services.clock.now() } as never).execute()
    await look()
    assert.equal((await waiting()).length, 1)
  })

  it('counts nobody who is protected, and names them to nobody', async () => {
    const [hidden] = await many(6, '+12025550104')
    await owner().updateTable('accounts.account').set({ protected_at: ground.services.clock.now() }).where('id', '=', String(hidden?.id)).execute()
    await look()
    assert.equal((await waiting()).length, 1)
    assert.ok(!JSON.stringify(await waiting()).includes(String(hidden?.id)))
  })

  it('is dismissed with a reason, stays so, and waits again when twice as many share it', async () => {
    const [contact] = await waiting()
    const see = (who: Actor) => ground.as(who).perform(seeSharedContact, { id: String(contact?.id), why: 'A shelter in Utica' })
    assert.equal((await see(staffActor('officer'))).ok, false)
    assert.ok((await Promise.all([see(supervisor), see(supervisor)])).every(({ ok }) => ok))
    assert.deepEqual(await waiting(), [])
    await many(3, '+12025550102')
    await look()
    assert.deepEqual(await waiting(), [])
    await many(3, '+12025550102')
    await look()
    assert.deepEqual((await waiting()).map((each) => each.people), [12])
  })

  it('is told to whoever has it from the third other account on: a partner learns nothing of an account', async () => {
    const [one] = await many(3, '+12025550105')
    assert.equal(await others(one as Actor), null)
    const fourth = await personWith('+12025550105')
    assert.equal(await others(fourth), 3)
    await owner().updateTable('accounts.account').set({ protected_at: ground.services.clock.now() }).where('id', '=', String(one?.id)).execute()
    assert.equal(await others(fourth), null)
  })
})
