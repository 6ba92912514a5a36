import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { type CasesGround, casesGround } from '../../../test/cast/cases-ground.ts'
import { clearedStaff } from '../../../test/cast/cleared-staff.ts'
import { workerOver } from '../../../test/cast/printing-ground.ts'
import { proveNow } from '../../../test/cast/recent-session.ts'
import { openCase, publicStatus } from '../../cases/index.ts'
import type { Actor } from '../../platform/actor.ts'
import { operation } from '../../platform/operation.ts'
import { askToEnd, endProtectionsChore, keepProtected, keepSafe, ownProtection } from './keep-safe.ts'
import { protectPerson } from './protect-person.ts'

let ground: CasesGround
let maria: Actor
let people = 0
const owner = () => {
  const { owner: pool } = ground.database.pools
  if (!pool) throw new Error('no owner')
  return pool
}
before(async () => {
  ground = await casesGround()
})
after(() => ground.database.drop())
beforeEach(async () => {
  people += 1
  ground.services.clock.advance({ minutes: 1 })
  maria = await ground.newAccount(`safe-${people}@example.test`)
  await proveNow(ground, maria)
})

const keep = (said: Partial<{ mailboxUnsafe: boolean; phoneUnsafe: boolean }> = {}) =>
  ground.as(maria).perform(keepSafe, { mailboxUnsafe: false, phoneUnsafe: false, ...said })
const own = async () => (await ground.as(maria).read(ownProtection, undefined)) ?? assert.fail('nothing')
const isProtected = async (caseId: string) =>
  (await owner().selectFrom('cases.case').select('protected').where('id', '=', caseId).executeTakeFirstOrThrow()).protected
const end = () => endProtectionsChore.run(workerOver(ground))
const hours = (count: number) => ground.services.clock.advance({ hours: count })

const byStaff = operation({
  name: 'test.protect',
  allow: () => true,
  refusals: [],
  run: (context, account: string) => protectPerson(context, account, 'They told us.'),
})
const protectByStaff = async () => assert.ok((await ground.as(await clearedStaff(ground)).perform(byStaff, String(maria.id))).ok)

describe('a person who says that others read along', () => {
  it('is protected in the same moment, with the cases they have and those to come, and nobody is told', async () => {
    const { caseId, receiptNumber } = await ground.openCase({ account: maria.id })
    assert.deepEqual(await keep({ mailboxUnsafe: true }), { ok: true, output: undefined })
    assert.deepEqual([await isProtected(caseId), await ground.as(maria).read(publicStatus, { receiptNumber })], [true, null])
    assert.equal(await isProtected((await ground.openCase({ account: maria.id })).caseId), true)
    assert.deepEqual(await ground.mailsTo(`safe-${people}@example.test`), [])
    assert.deepEqual(await own(), { since: ground.services.clock.now(), byAgency: false, endsOnlyByAgency: true, endsAt: null, mailboxUnsafe: true, phoneUnsafe: false })
  })

  it('needs a factor of the last five minutes', async () => {
    ground.services.clock.advance({ minutes: 6 })
    assert.deepEqual(await keep(), { ok: false, refusal: 'no-recent-proof' })
  })

  it('is protected in a case that they represent somebody in no more than before', async () => {
    const { caseId } = await ground.openCase({ account: maria.id, role: 'representative' })
    await keep()
    assert.equal(await isProtected(caseId), false)
  })
})

describe('what a person set themselves', () => {
  it('ends seven days after they asked and not a second sooner, and is told once, where only they read', async () => {
    const { caseId } = await ground.openCase({ account: maria.id })
    await keep()
    assert.deepEqual(await ground.as(maria).perform(askToEnd, undefined), { ok: true, output: undefined })
    assert.deepEqual(await ground.as(maria).perform(askToEnd, undefined), { ok: false, refusal: 'nothing-to-end' })
    assert.deepEqual((await ground.mailsTo(`safe-${people}@example.test`)).map(({ kind }) => kind), ['accounts.setting-ends'])
    ground.services.clock.advance({ hours: 7 * 24 - 1, minutes: 59, seconds: 59 })
    await end()
    assert.equal(await isProtected(caseId), true)
    ground.services.clock.advance({ seconds: 1 })
    await end()
    await end()
    assert.equal(await isProtected(caseId), false)
    const entries = await owner().selectFrom('audit.entry').select('operation').where('account', '=', String(maria.id)).where('operation', 'like', 'accounts.%protection').execute()
    assert.deepEqual(entries.map(({ operation: name }) => name).toSorted(), ['accounts.ask-to-end-protection', 'accounts.ask-to-end-protection', 'accounts.end-protection'])
  })

  it('is kept by one press at any moment before', async () => {
    await keep()
    await ground.as(maria).perform(askToEnd, undefined)
    assert.ok((await ground.as(maria).perform(keepProtected, undefined)).ok)
    hours(24 * 8)
    await end()
    assert.ok((await own()).since)
  })

  it('ends only by the agency where no mailbox and no phone is theirs alone', async () => {
    await keep({ mailboxUnsafe: true })
    assert.deepEqual(await ground.as(maria).perform(askToEnd, undefined), { ok: false, refusal: 'agency-only' })
  })
})

describe('what staff set', () => {
  it('ends by no press in the account, and stands beside what the person set', async () => {
    await protectByStaff()
    await keep()
    assert.deepEqual(await ground.as(maria).perform(askToEnd, undefined), { ok: false, refusal: 'agency-only' })
    assert.equal((await own()).byAgency, true)
  })

  it('outlives the end of what the person set', async () => {
    const { caseId } = await ground.openCase({ account: maria.id })
    await keep()
    await ground.as(maria).perform(askToEnd, undefined)
    await protectByStaff()
    hours(24 * 7)
    await end()
    assert.equal(await isProtected(caseId), true)
  })

  it('is taken off by no statement of the application while it stands', async () => {
    await protectByStaff()
    await assert.rejects(owner().updateTable('accounts.account').set({ protected_at: null }).where('id', '=', String(maria.id)).execute(), /a mark stands/)
  })
})

it('a case that is opened as protected stays so when a person on it is protected no more', async () => {
  const opening = operation({
    name: 'test.open',
    allow: () => true,
    refusals: [],
    run: (context, _input: null) =>
      openCase(context, { form: 'i-90', channel: 'online', account: String(maria.id), role: 'applicant', receivedOn: Temporal.PlainDate.from('2026-11-01'), office: null, status: 'received', isProtected: true }),
  })
  const opened = await ground.as(maria).perform(opening, null)
  assert.ok(opened.ok)
  await keep()
  await ground.as(maria).perform(askToEnd, undefined)
  hours(24 * 7)
  await end()
  assert.equal(await isProtected(opened.output.caseId), true)
})
