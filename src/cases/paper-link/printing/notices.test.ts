import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { homeAddress } from '../../../../test/cast/paper-letters.ts'
import { type PrintingGround, printingGround } from '../../../../test/cast/printing-ground.ts'
import { lookAtNamedFiles } from '../../../app/named-files.ts'
import { openLetter } from './sealed-letter.ts'
import { tendNoticesChore } from './print-chores.ts'

let ground: PrintingGround
before(async () => {
  ground = await printingGround()
})
after(() => ground.end())
beforeEach(() => ground.clear())

const tend = () => tendNoticesChore.run(ground.worker)
const pass = (days: number) => ground.services.clock.advance({ hours: 24 * days })
const notices = () => ground.owner.selectFrom('cases.access_notice').selectAll().orderBy('addressee').execute()
const opened = async () =>
  (await ground.letters()).flatMap(({ id, case: caseId, kind, sealed }) => (sealed ? [openLetter(ground.services.keys, { id, case: caseId ?? '', kind, sealed })] : []))

describe('a code that nobody used', () => {
  it('is reminded of after 75 days, once, without being told', async () => {
    await ground.open({})
    pass(74)
    await tend()
    assert.deepEqual((await opened()).map(({ name }) => name), ['access-notice'])
    pass(1)
    await tend()
    await tend()
    pass(3)
    await tend()
    const letters = await opened()
    assert.deepEqual(letters.map(({ name }) => name), ['access-notice', 'code-reminder'])
    const [notice, reminder] = letters.map(({ facts }) => facts)
    assert.ok(notice && reminder && 'expiresOn' in notice && 'expiresOn' in reminder)
    assert.deepEqual(
      [reminder.expiresOn, reminder.onlineAccountNumber, reminder.addressee, reminder.receiptNumber],
      [notice.expiresOn, notice.onlineAccountNumber, notice.addressee, notice.receiptNumber],
    )
    assert.ok(!('accessCode' in reminder))
    await ground.make()
    assert.deepEqual((await ground.batches()).map(({ letters: count }) => count), [2])
  })

  it('of a representative is reminded of at their own address', async () => {
    await ground.open({ representative: { name: 'Sam Counsel', address: { ...homeAddress, street: '7 Chart Street' }, accountNumber: null } })
    pass(75)
    await tend()
    const reminders = (await opened()).filter(({ name }) => name === 'code-reminder').map(({ facts }) => `${facts.addressee.name}, ${facts.addressee.address.street}`)
    assert.deepEqual(reminders.toSorted(), ['Maria Example, 1420 West Harbor Avenue', 'Sam Counsel, 7 Chart Street'])
  })

  it('ends after 90 days, and what waits of it is not printed', async () => {
    await ground.open({})
    pass(89)
    await tend()
    assert.deepEqual((await notices()).map(({ ended_as }) => ended_as), [null])
    pass(1)
    await tend()
    assert.deepEqual((await notices()).map(({ ended_as }) => ended_as), ['expired'])
    const letters = await ground.letters()
    assert.equal(letters.length, 2)
    for (const { withdrawn_at, sealed } of letters) assert.ok(withdrawn_at && sealed === null)
    const entries = await ground.owner.selectFrom('audit.entry').select('operation').where('operation', '=', 'cases.end-notices').execute()
    assert.equal(entries.length, 1)
  })

  it('is not reminded of once it is used', async () => {
    const [used] = await ground.open({})
    const at = ground.services.clock.now()
    const by = '00000000-0000-4000-8000-000000000001'
    await ground.owner.updateTable('cases.access_notice').set({ ended_at: at, ended_as: 'used', used_by: by }).where('case', '=', used?.caseId ?? '').execute()
    await tend()
    pass(75)
    await tend()
    assert.deepEqual(await opened(), [])
  })
})

it('a letter of a notice that was replaced is withdrawn, and one in a batch stays in it', async () => {
  await ground.open({})
  await ground.make()
  const [second] = await ground.open({})
  await ground.owner.updateTable('cases.access_notice').set({ ended_at: ground.services.clock.now(), ended_as: 'replaced' }).execute()
  await tend()
  for (const letter of await ground.letters()) assert.equal(letter.withdrawn_at !== null, letter.case === second?.caseId)
})

it('a letter of a notice that ended is withdrawn however long ago that was, set apart or not', async () => {
  await ground.open({}, {})
  const [first] = await ground.letters()
  await ground.owner.updateTable('cases.letter').set({ apart_at: ground.services.clock.now(), apart_as: 'fault' }).where('id', '=', first?.id ?? '').execute()
  await ground.owner.updateTable('cases.access_notice').set({ ended_at: ground.services.clock.now(), ended_as: 'replaced' }).execute()
  pass(60)
  await tend()
  assert.deepEqual((await ground.letters()).map(({ withdrawn_at, sealed }) => withdrawn_at !== null && sealed === null), [true, true])
})

it('a bundle that is not printed yet is among the files whose bytes must be there, and none afterwards', async () => {
  await ground.open({})
  await ground.make()
  const [batch] = await ground.batches()
  const look = async () => lookAtNamedFiles(ground.database.pools.worker, ground.services)
  assert.deepEqual(await look(), { whole: 1, faults: [] })
  await ground.services.storage.delete(batch?.storage_key ?? '')
  assert.deepEqual((await look()).faults, [{ table: 'cases.print_batch', id: batch?.id, condition: 'missing' }])
  await ground.owner.updateTable('cases.print_batch').set({ confirmed_at: ground.services.clock.now(), confirmed_by: batch?.id ?? '' }).execute()
  assert.deepEqual(await look(), { whole: 0, faults: [] })
})

it('the letter about a consular filing names the post of the country where its person lives, where there is one', async () => {
  await ground.openConsular({ address: { ...homeAddress, country: 'MX' } }, {})
  assert.deepEqual((await opened()).map(({ facts }) => ('country' in facts ? facts.country : undefined)).toSorted(), [null, 'MX'].toSorted())
})
