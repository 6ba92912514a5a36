import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { type CasesGround, casesGround, staffActor } from '../../../test/cast/cases-ground.ts'
import { proveNow } from '../../../test/cast/recent-session.ts'
import { caseFor, changeStatus } from '../../cases/index.ts'
import type { Actor } from '../../platform/actor.ts'
import { newId } from '../../platform/ids.ts'
import { setNames } from '../../profile/person/set-names.ts'
import { ownWithdrawal, withdrawCase } from './withdraw.ts'

let ground: CasesGround
let maria: Actor
let receiptNumber = ''
let caseId = ''
let people = 0
before(async () => {
  ground = await casesGround()
})
after(() => ground.database.drop())
beforeEach(async () => {
  people += 1
  maria = await proven(await ground.newAccount(`maria-${people}@example.test`))
  const opened = await ground.openCase({ account: String(maria.id) })
  receiptNumber = opened.receiptNumber
  caseId = opened.caseId
})

/** In a session with a factor given just now. */
const proven = async (actor: Actor): Promise<Actor> => {
  await proveNow(ground, actor)
  return actor
}
const withdraw = (by = maria, press = newId(), name = 'Maria Example') =>
  ground.as(by).perform(withdrawCase, { receiptNumber, name, statement: 'I withdraw my case.', language: 'en', press })
const refusalOf = (result: Awaited<ReturnType<typeof withdraw>>) => (result.ok ? 'withdrawn' : result.refusal)
const statusNow = async () => (await ground.as(maria).read(caseFor, { receiptNumber }))?.status
const officer = staffActor('officer')
const change = (status: string) => ground.as(officer).perform(changeStatus, { receiptNumber, status, reason: 'For the test' })
const owner = () => ground.database.pools.owner ?? assert.fail('the test database has an owner')
const kept = () => owner().selectFrom('correspondence.withdrawal').selectAll().where('case', '=', caseId).execute()

describe('a withdrawal', () => {
  it('ends the case at once, is kept with what was agreed to, sealed, and is one however often it is pressed', async () => {
    const press = newId()
    assert.deepEqual((await Promise.all([withdraw(maria, press), withdraw(maria, press)])).map(refusalOf), ['withdrawn', 'withdrawn'])
    assert.equal(await statusNow(), 'withdrawn')
    const rows = await kept()
    assert.equal(rows.length, 1)
    assert.ok(!JSON.stringify(rows).includes('Maria Example') && !rows[0]?.sealed.includes('Maria'))
    assert.equal(refusalOf(await withdraw()), 'case-is-over', 'another press finds it over')
  })

  it('needs a fresh factor', async () => {
    ground.services.clock.advance({ minutes: 6 })
    assert.equal(refusalOf(await withdraw()), 'no-recent-proof')
    assert.deepEqual(await kept(), [])
  })

  it('is signed with a name, and with their own where it is known: another’s is refused', async () => {
    for (const typed of ['../../../../etc/passwd', '%s%n', '"><script>']) assert.equal(refusalOf(await withdraw(maria, newId(), typed)), 'name-does-not-fit', typed)
    const state = { given: 'María José', family: 'Núñez', order: 'given-first', ownScript: '', called: '', others: [] } as const
    assert.ok((await ground.as(maria).perform(setNames, state)).ok)
    assert.equal(refusalOf(await withdraw(maria, newId(), 'Sam Example')), 'name-does-not-fit')
    assert.deepEqual(await kept(), [])
    assert.equal((await ground.as(maria).read(ownWithdrawal, { receiptNumber }))?.name, 'María José Núñez')
    assert.equal(refusalOf(await withdraw(maria, newId(), 'maria jose  NUNEZ')), 'withdrawn')
  })

  it('is the person’s alone: not a representative’s, and nobody’s on another case', async () => {
    const attorney = await proven(await ground.newAccount(`attorney-${people}@example.test`))
    await owner().insertInto('cases.party').values({ case: caseId, account: String(attorney.id), role: 'representative', from_at: ground.services.clock.now() } as never).execute()
    assert.equal(refusalOf(await withdraw(attorney)), 'not-yours')
    assert.equal(refusalOf(await withdraw(await proven(await ground.newAccount(`stranger-${people}@example.test`)))), 'unknown-case')
    assert.notEqual(await statusNow(), 'withdrawn')
  })

  it('of a decided case is refused', async () => {
    assert.ok((await change('closed')).ok)
    assert.equal(refusalOf(await withdraw()), 'case-is-over')
  })

  it('and an officer’s act at the same moment are one: the second is refused', async () => {
    const [withdrawn, closed] = await Promise.all([withdraw(), change('closed')])
    assert.deepEqual([withdrawn.ok, closed.ok].filter(Boolean).length, 1, JSON.stringify([withdrawn, closed]))
    assert.equal(await statusNow(), withdrawn.ok ? 'withdrawn' : 'closed')
    assert.equal((await kept()).length, withdrawn.ok ? 1 : 0)
  })
})
