import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { clearedStaff } from '../../test/cast/cleared-staff.ts'
import { sql } from 'kysely'
import { type CasesGround, casesGround } from '../../test/cast/cases-ground.ts'
import { proveNow } from '../../test/cast/recent-session.ts'
import { addressPress, caseFor, caseForOffice, changeStatus, type Opening } from '../cases/index.ts'
import { eventually } from '../../test/journeys/post.ts'
import type { Actor } from '../platform/actor.ts'
import { ownAddresses, type PostalAddress } from '../profile/index.ts'
import { changeAddress } from './change-address.ts'

const home: PostalAddress = { country: 'US', street: '12 Elm Street', city: 'Albany', region: 'NY', postalCode: '12210' }
const elsewhere: PostalAddress = { country: 'MX', street: 'Av. Juárez 4', city: 'Ciudad de México', region: 'CDMX', postalCode: '06010' }

let ground: CasesGround
let maria: Actor
let people = 0
before(async () => {
  ground = await casesGround()
})
after(() => ground.database.drop())
beforeEach(async () => {
  ground.services.clock.advance({ minutes: 1 })
  people += 1
  maria = await ground.newAccount(`maria-${people}@example.test`)
  await proveNow(ground, maria)
})

const email = () => `maria-${people}@example.test`
const open = (opening: Partial<Opening> = {}) => ground.openCase({ account: maria.id, ...opening })
const change = (address: PostalAddress | null, use: 'physical' | 'mailing' | 'safe' = 'physical', by = maria) =>
  ground.as(by).perform(changeAddress, { use, address })
const press = async (...given: Parameters<typeof change>) => {
  const result = await change(...given)
  assert.ok(result.ok, JSON.stringify(result))
  return result.output.press ?? ''
}
const officer = async () => ground.as(await clearedStaff(ground))
const onCase = async (receiptNumber: string) => (await (await officer()).read(caseForOffice, { receiptNumber }))?.addresses ?? []
const owner = () => {
  const pool = ground.database.pools.owner
  if (!pool) throw new Error('the test database has an owner')
  return pool
}
const decide = async (receiptNumber: string) => (await officer()).perform(changeStatus, { receiptNumber, status: 'closed', reason: 'They gave it up.' })

describe('a change of address', () => {
  it('changes the account and every pending case in one step, and says which, on the page and in the mail', async () => {
    const [one, two, decided] = [await open(), await open({ form: 'n-400' }), await open()]
    assert.equal((await decide(decided.receiptNumber)).ok, true)
    const id = await press(home)
    assert.deepEqual((await ground.as(maria).read(ownAddresses, {}))?.physical, home)
    for (const { receiptNumber } of [one, two]) assert.deepEqual((await onCase(receiptNumber))[0]?.physical, home)
    assert.deepEqual(await onCase(decided.receiptNumber), [])
    const shown = await ground.as(maria).read(addressPress, { press: id })
    assert.deepEqual(
      shown?.changed.map(({ receiptNumber, form }) => `${receiptNumber} ${form}`).toSorted(),
      [`${one.receiptNumber} i-90`, `${two.receiptNumber} n-400`].toSorted(),
    )
    assert.deepEqual(shown?.decided.map(({ receiptNumber }) => receiptNumber), [decided.receiptNumber])
    const [mail] = (await ground.mailsTo(email())).filter(({ kind }) => kind === 'portal.address-changed')
    assert.equal(mail?.values.cases, 2)
    for (const { receiptNumber } of [one, two]) assert.ok(String(mail?.values.endings).includes(receiptNumber.slice(-4)))
    assert.doesNotMatch(JSON.stringify(mail), /Elm|Albany|IOE/)
  })

  it('stands in the history of each case, the newest first, none written over', async () => {
    const { receiptNumber } = await open()
    await press(home)
    ground.services.clock.advance({ minutes: 1 })
    await press(elsewhere, 'mailing')
    ground.services.clock.advance({ minutes: 1 })
    await press(null, 'mailing')
    const given = await onCase(receiptNumber)
    assert.deepEqual(given.map(({ mailing }) => mailing), [null, elsewhere, null])
    assert.deepEqual(given.map(({ physical }) => physical), [home, home, home])
    assert.equal((await ground.as(maria).read(caseFor, { receiptNumber }))?.addressChangedAt.length, 3)
  })

  it('is all or nothing: where one case cannot be changed, neither account nor any case is, and no mail leaves', async () => {
    const [one, two] = [await open(), await open()]
    await sql`create function cases.fail_one() returns trigger language plpgsql as $$ begin
      if new."case" = ${sql.lit(two.caseId)} then raise exception 'this case fails'; end if; return new; end $$`.execute(owner())
    await sql`create trigger fail_one before insert on cases.address_change for each row execute function cases.fail_one()`.execute(owner())
    await assert.rejects(change(home), /this case fails/)
    await sql`drop trigger fail_one on cases.address_change`.execute(owner())
    await sql`drop function cases.fail_one`.execute(owner())
    assert.equal((await ground.as(maria).read(ownAddresses, {}))?.physical, null)
    assert.deepEqual([await onCase(one.receiptNumber), await onCase(two.receiptNumber)], [[], []])
    assert.deepEqual(await ground.mailsTo(email()), [])
  })

  it('needs a factor of the last five minutes', async () => {
    ground.services.clock.advance({ minutes: 6 })
    assert.deepEqual(await change(home), { ok: false, refusal: 'no-recent-proof' })
  })

  it('leaves a protected case as it is and says so; of a protected person it changes the account alone, quietly', async () => {
    const [open1, guarded] = [await open(), await open({ isProtected: true })]
    const id = await press(home)
    const shown = await ground.as(maria).read(addressPress, { press: id })
    assert.deepEqual(shown?.guarded.map(({ receiptNumber }) => receiptNumber), [guarded.receiptNumber])
    assert.deepEqual(shown?.changed.map(({ receiptNumber }) => receiptNumber), [open1.receiptNumber])
    assert.deepEqual(await onCase(guarded.receiptNumber), [])
    await owner().updateTable('accounts.account').set({ protected_at: ground.services.clock.now() }).where('id', '=', String(maria.id)).execute()
    ground.services.clock.advance({ minutes: 1 })
    assert.equal(await press(elsewhere), '')
    assert.deepEqual((await onCase(open1.receiptNumber)).map(({ physical }) => physical), [home])
    assert.deepEqual((await ground.as(maria).read(ownAddresses, {}))?.physical, elsewhere)
    const quiet = (await ground.mailsTo(email())).at(-1)
    assert.deepEqual(quiet, { kind: 'portal.contact-changed', values: {} })
  })

  it('to a safe address touches no case and tells no mailbox', async () => {
    const { receiptNumber } = await open()
    assert.equal(await press(elsewhere, 'safe'), '')
    assert.deepEqual([await onCase(receiptNumber), await ground.mailsTo(email())], [[], []])
    assert.deepEqual((await ground.as(maria).read(ownAddresses, {}))?.safe, elsewhere)
  })

  it('of a representative is not that of the cases they represent somebody in', async () => {
    const { receiptNumber } = await open({ role: 'representative' })
    const shown = await ground.as(maria).read(addressPress, { press: await press(home) })
    assert.deepEqual([shown?.changed, await onCase(receiptNumber)], [[], []])
  })

  it('of another person is seen by nobody else: neither the press nor the address', async () => {
    await open()
    const id = await press(home)
    const stranger = await ground.newAccount(`stranger-${people}@example.test`)
    assert.equal(await ground.as(stranger).read(addressPress, { press: id }), null)
    assert.deepEqual(await ground.as(stranger).read(ownAddresses, {}), { physical: null, mailing: null, safe: null })
  })

  it('more than twenty times a day is refused', async () => {
    for (let time = 0; time < 20; time += 1) await press(home)
    assert.deepEqual(await change(home), { ok: false, refusal: 'too-many-attempts' })
  })
})

describe('at the same moment', () => {
  it('two presses leave account and cases with the same address, whichever came last', async () => {
    const cases = [await open(), await open(), await open()]
    const results = await Promise.all([change(home), change(elsewhere), change(home), change(elsewhere)])
    assert.ok(results.every(({ ok }) => ok))
    const kept = (await ground.as(maria).read(ownAddresses, {}))?.physical
    assert.ok(kept)
    for (const { receiptNumber } of cases) {
      const given = await onCase(receiptNumber)
      assert.equal(given.length, 4)
      assert.deepEqual(given[0]?.physical, kept)
    }
  })

  it('a press that comes while a case is being decided waits, and finds it decided', async () => {
    const { receiptNumber, caseId } = await open()
    const isWaiting = async () => {
      const { rows } = await sql<{ waiting: boolean }>`select exists (select from pg_locks where not granted) as waiting`.execute(owner())
      return rows[0]?.waiting || undefined
    }
    const pressing = await owner().transaction().execute(async (deciding) => {
      await deciding.updateTable('cases.case').set({ status: 'withdrawn' }).where('id', '=', caseId).execute()
      const pressed = change(home)
      await eventually('a press that waits', isWaiting)
      return { pressed }
    })
    const changed = await pressing.pressed
    assert.ok(changed.ok)
    const shown = await ground.as(maria).read(addressPress, { press: changed.output.press ?? '' })
    assert.deepEqual(shown?.decided.map((its) => its.receiptNumber), [receiptNumber])
    assert.deepEqual(await onCase(receiptNumber), [])
  })

  it('a case decided meanwhile is either changed before the decision or not at all, and the page says which', async () => {
    for (let round = 0; round < 8; round += 1) {
      ground.services.clock.advance({ seconds: 10 })
      const { receiptNumber } = await open()
      const [changed, decided] = await Promise.all([change(home), decide(receiptNumber)])
      assert.ok(changed.ok && decided.ok)
      const shown = await ground.as(maria).read(addressPress, { press: changed.output.press ?? '' })
      const isChanged = shown?.changed.some((its) => its.receiptNumber === receiptNumber) ?? false
      const isDecided = shown?.decided.some((its) => its.receiptNumber === receiptNumber) ?? false
      assert.notEqual(isChanged, isDecided)
      assert.equal((await onCase(receiptNumber)).length, isChanged ? 1 : 0)
    }
  })
})

it('what a database administrator reads of an address is no address', async () => {
  await open()
  await press(home)
  const { rows } = await sql<{ row: string }>`
    select row_to_json(a)::text as row from profile.address a union all select row_to_json(c)::text from cases.address_change c`.execute(owner())
  assert.ok(rows.length >= 2)
  for (const { row } of rows) {
    const bytes = [...row.matchAll(/\\\\x([0-9a-f]+)/g)].map(([, hex = '']) => Buffer.from(hex, 'hex').toString('latin1')).join('')
    assert.doesNotMatch(row + bytes, /Elm Street|Albany|Juárez/)
  }
})
