import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { after, before, describe, it } from 'node:test'
import { type CasesGround, casesGround, staffActor } from '../../../test/cast/cases-ground.ts'
import { clearedStaff, knowStaff } from '../../../test/cast/cleared-staff.ts'
import type { Actor } from '../../platform/actor.ts'
import { asActor } from '../../platform/db/transaction.ts'

let ground: CasesGround
let caseId: string
let maria: Actor
let partner: Actor
before(async () => {
  ground = await casesGround()
  maria = await ground.newAccount('protected@example.test')
  partner = await ground.newAccount('partner@example.test')
  ;({ caseId } = await ground.openCase({ account: maria.id }))
  const at = ground.services.clock.now()
  await owner().insertInto('cases.party').values({ case: caseId, account: String(partner.id), role: 'petitioner', from_at: at }).execute()
  await owner().updateTable('accounts.account').set({ protected_at: at }).where('id', '=', String(maria.id)).execute()
})
after(() => ground.database.drop())
const owner = () => ground.database.pools.owner ?? assert.fail('no owner')

const inPortal = (actor: Actor, query: string) => asActor(ground.database.pools.portal, actor, {}, async (tx) => (await sql.raw(query).execute(tx)).rows)
const inOffice = (actor: Actor, query: string) => asActor(ground.database.pools.office, actor, {}, async (tx) => (await sql.raw(query).execute(tx)).rows)

describe('whatever statement another party of the case sends', () => {
  it('does not read the mark of the case, nor of the person, nor where they are safe', async () => {
    assert.equal((await inPortal(partner, `select id from cases."case"`)).length, 1)
    await assert.rejects(inPortal(partner, `select protected from cases."case"`), /permission denied/)
    for (const table of ['accounts.protection', 'accounts.safe_contact', 'profile.address']) assert.deepEqual(await inPortal(partner, `select account from ${table}`), [], table)
    assert.deepEqual(await inPortal(partner, `select protected_at from accounts.account where id = '${maria.id}'`), [])
    await assert.rejects(inPortal(partner, 'select * from cases.protection'), /permission denied/)
    assert.deepEqual(await inPortal(partner, `select * from cases.guarded_for_own(array['${caseId}']::uuid[])`), [])
    assert.equal((await inPortal(maria, `select * from cases.guarded_for_own(array['${caseId}']::uuid[])`)).length, 1)
  })

  it('neither sets nor lifts anything of another person', async () => {
    const at = `'2026-11-27T00:00:00Z'`
    for (const call of [`accounts.ask_unprotect('${maria.id}', ${at}, ${at})`, `accounts.keep_protected('${maria.id}')`, `accounts.protect(gen_random_uuid(), '${maria.id}', ${at}, null)`])
      await assert.rejects(inPortal(partner, `select ${call}`), /for themselves|protects themselves/, call)
    for (const call of [`cases.guard('{}', ${at})`, `cases.unguard('{}')`, `accounts.unmark('{}')`, `officer.lift_agreed(gen_random_uuid(), ${at})`, `accounts.lift_due(${at})`])
      await assert.rejects(inPortal(maria, `select ${call}`), /permission denied/, call)
  })
})

describe('whatever statement somebody of the office sends', () => {
  it('the case is there for who may see it, and for who takes in its paper, and for nobody else', async () => {
    const seen = `select id from cases."case" where id = '${caseId}'`
    for (const [role, sees] of [['officer', 0], ['support', 0], ['admin', 0], ['intake', 1], ['supervisor', 1]] as const) {
      const actor = staffActor(role)
      await knowStaff(ground, actor)
      assert.equal((await inOffice(actor, seen)).length, sees, role)
    }
    assert.equal((await inOffice(await clearedStaff(ground), seen)).length, 1)
    assert.equal((await inOffice(staffActor('supervisor'), seen)).length, 0, 'nobody whom the database does not know')
  })

  it('the marks and where a person is safe are for who may see them, intake not among them', async () => {
    await owner().insertInto('accounts.safe_contact').values({ account: String(maria.id), mailbox_unsafe: true, changed_at: ground.services.clock.now() }).execute()
    const intake = staffActor('intake')
    await knowStaff(ground, intake)
    const supervisor = await clearedStaff(ground, 'supervisor')
    assert.deepEqual([(await inOffice(intake, 'select account from accounts.safe_contact')).length, (await inOffice(supervisor, 'select account from accounts.safe_contact')).length], [0, 1])
  })
})
