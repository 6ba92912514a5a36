import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { sql } from 'kysely'
import { type OfficeGround, officeGround } from '../../../../test/cast/office-ground.ts'
import { lettersAbout, takeIn } from '../../../../test/cast/paper-case.ts'
import { workerOver } from '../../../../test/cast/printing-ground.ts'
import type { PortalBrowser } from '../../../../test/cast/portal-browser.ts'
import { paperRow } from '../../../../test/cast/intake-rows.ts'
import { typedForm, typedRepresentative } from '../../../../test/cast/typed-form.ts'
import { newId } from '../../../platform/ids.ts'
import { performerFor, type Performer } from '../../../platform/operation.ts'
import { officePaths } from '../../../platform/paths.ts'
import { sweepOffice } from '../../office-chores.ts'
import { officeVisits } from '../../sessions/visit.ts'
import { takeIntakeLock } from '../intake-store.ts'
import { checkRow } from '../file/check-row.ts'
import { isRefusedRow } from '../file/intake-row.ts'
import { entryToLookOver } from './entry-desk.ts'
import { dropEntry, keepEntry } from './keep-entry.ts'
import { checksOf } from './plan.ts'
import { takeEntry } from './take-entry.ts'
import { typedCells } from './typed-cells.ts'

let office: OfficeGround
let intake: PortalBrowser
let desk: Performer
before(async () => {
  office = await officeGround()
  await office.enrol('intake')
  intake = await office.signedIn('intake')
  desk = await deskOf(intake)
})
after(() => office.end())

const owner = () => office.database.pools.owner as NonNullable<OfficeGround['database']['pools']['owner']>
const deskOf = async (browser: PortalBrowser) => {
  const { actor } = await officeVisits(office.parts)(browser.cookies.get('portolan_office') ?? null)
  return performerFor(office.parts, actor, { id: null, network: null })
}

let people = 0
let name = ''
beforeEach(() => {
  people += 1
  name = `Person${'abcdefghijklmnopqrstuvwxyz'[people % 26]}${'x'.repeat(people / 26)}`
})

async function typed(about: Record<string, string> = {}) {
  await intake.open(officePaths.typeForm())
  return intake.press('Look it over', typedForm({ family_name: name, ...about }))
}

const count = async (table: 'cases.case' | 'accounts.account' | 'officer.intake' | 'cases.letter' | 'officer.intake_row' | 'officer.possible_duplicate') =>
  (await owner().selectFrom(table).select((eb) => eb.fn.countAll().as('n')).executeTakeFirstOrThrow()).n
const everything = async () => Promise.all((['cases.case', 'accounts.account', 'officer.intake', 'cases.letter', 'officer.intake_row', 'officer.possible_duplicate'] as const).map(count))

describe('a form that is looked over', () => {
  it('says what will happen before anything is written, and does it when it is taken in', async () => {
    const before = await everything()
    const seen = await typed({ ...typedRepresentative, receipt_number: 'IOE9012345677' })
    for (const words of [/An account is opened for Maria Person/, /receipt number IOE 9012 345 677/, /These letters are printed: Account Access Notice Maria Person.*Rosa Representative 9 Court Square/]) assert.match(seen.text, words)
    assert.deepEqual(await everything(), before)
    const done = await intake.press('Take it in')
    assert.match(done.text, /An account was opened.*IOE 9012 345 677.*Ends in \d{4}.*waits to be printed.*waits to be printed/)
    assert.deepEqual((await lettersAbout(office, 'IOE9012345677')).map(({ role }) => role).toSorted(), ['applicant', 'representative'])
    const row = await owner().selectFrom('officer.intake').selectAll().orderBy('ordinal', 'desc').executeTakeFirstOrThrow()
    assert.deepEqual([row.source, row.lines, row.taken, row.ended_at !== null, row.begun_by], ['office-form', 1, 1, true, desk.actor.id])
    const { sealed } = await owner().selectFrom('officer.intake_entry').selectAll().where('receipt_number', '=', 'IOE9012345677').executeTakeFirstOrThrow()
    assert.equal(sealed, null)
    const entries = await owner().selectFrom('audit.entry').select(['operation', 'actor_id']).where('operation', 'in', ['intake.take-entry', 'intake.take-case']).execute()
    assert.deepEqual(entries.map(({ operation, actor_id }) => [operation, actor_id]).toSorted(), [['intake.take-case', desk.actor.id], ['intake.take-entry', desk.actor.id]])
  })

  it('of a person who has an account joins it, and says by which digits its number ends', async () => {
    await typed()
    const first = /Ends in (\d{4})/.exec((await intake.press('Take it in')).text)?.[1]
    const seen = await typed({ form: 'i-765' })
    assert.match(seen.text, new RegExp(`goes into the account that this person has\\. Its Online Account Number ends in ${first}`))
    assert.match((await intake.press('Take it in')).text, new RegExp(`in the account that this person had.*Ends in ${first}`))
  })

  it('that may be of somebody waits, with the reasons in words, without an account and a letter', async () => {
    await typed()
    await intake.press('Take it in')
    const seen = await typed({ street: '1 Other Street' })
    assert.match(seen.text, /waits for somebody who says whose it is.*Name and date of birth are those of an account with another address.*No letter is printed/)
    const done = await intake.press('Take it in')
    assert.match(done.text, /waits for somebody.*Online Account Number None.*No letter is printed/)
    const [doubt] = await owner().selectFrom('officer.possible_duplicate').selectAll().orderBy('noted_at', 'desc').execute()
    assert.deepEqual(doubt?.reasons, ['name-and-birth'])
  })

  it('of a consulate has no account and the consulate’s letter', async () => {
    assert.match((await typed({ consular: 'yes' })).text, /without an account: a consulate handles it.*This letter is printed: Handled by a consulate/)
    assert.match((await intake.press('Take it in')).text, /Handled by a consulate: waits to be printed/)
  })

  it('that is in already says under which number, and cannot be taken in again', async () => {
    await typed()
    await intake.press('Take it in')
    const seen = await typed()
    assert.match(seen.text, /This form is in already.*receipt number is IOE/)
    assert.doesNotMatch(seen.html, />Take it in</)
  })
})

describe('what was said is what happens', () => {
  it('in any order of forms of people who share names, days, addresses, numbers and marks', async () => {
    const numbers: string[] = []
    for (let each = 0; each < 40; each += 1) {
      const pick = <T>(...from: readonly T[]) => from[(each * 7 + Math.floor(each / 3) * 5 + from.length) % from.length] as T
      const about = {
        ...{ family_name: pick('Mixed', 'Mixed', 'Other'), 'date_of_birth-day': pick('14', '15'), street: pick('1 A Street', '2 B Street', '1 A Street') },
        ...{ a_number: pick('', 'A012345678', '', 'A012345679'), consular: pick('', '', '', '', 'yes'), form: pick('i-90', 'i-765', 'i-131') },
        ...(each % 5 === 3 ? typedRepresentative : {}),
        ...{ online_account_number: each % 6 === 5 ? (numbers[each % numbers.length] ?? '') : '', fee_cents: String(each) },
      }
      const entry = newId()
      const filing = checkRow({ line: 1, cells: typedCells(new Map(Object.entries(typedForm(about)).map(([at, text]) => [at, [text]]))), faults: [] }, checksOf({ services: office.services, now: office.services.clock.now() }))
      assert.ok(!isRefusedRow(filing))
      assert.ok((await desk.perform(keepEntry, { entry, filing })).ok)
      const told = await desk.read(entryToLookOver, { entry })
      assert.ok(told?.state === 'typed' && told.plan)
      const accounts = await count('accounts.account')
      assert.ok((await desk.perform(takeEntry, { entry, mark: told.plan.mark })).ok)
      const done = await desk.read(entryToLookOver, { entry })
      assert.ok(done?.state === 'taken')
      const { sorted, letters, endings } = told.plan
      assert.equal(done.whose, sorted.is)
      assert.equal(Number(await count('accounts.account')) - Number(accounts), sorted.is === 'new' ? 1 : 0)
      if (sorted.is === 'theirs') assert.equal(done.ending, endings[0])
      const printed = await lettersAbout(office, done.receiptNumber)
      assert.deepEqual(
        printed.map(({ kind, facts }) => [kind, facts.addressee.name, facts.addressee.address.street]).toSorted(),
        letters.map(({ name: kind, addressee }) => [kind, addressee.name, addressee.address.street]).toSorted(),
      )
      for (const { onlineAccountNumber } of printed) if (onlineAccountNumber) numbers.push(onlineAccountNumber)
    }
    const kinds = new Set((await owner().selectFrom('officer.intake_entry').select('whose').execute()).map(({ whose }) => whose))
    for (const kind of ['new', 'theirs', 'uncertain', 'consular']) assert.ok(kinds.has(kind), kind)
  })

  const changes: readonly [string, Record<string, string>, () => ReturnType<typeof paperRow>, RegExp][] = [
    ['an account is opened for the same person', {}, () => paperRow({ receiptNumber: null, form: 'i-765', person: { familyName: name, givenName: 'Maria', dateOfBirth: Temporal.PlainDate.from('1985-06-14') } }), /goes into the account that this person has/],
    ['another case gets the receipt number', { receipt_number: 'EAC2190000077' }, () => paperRow({ receiptNumber: 'EAC2190000077' }), /Another case has this receipt number already/],
    ['the same form comes in a file', {}, () => paperRow({ receiptNumber: null, person: { familyName: name, givenName: 'Maria', dateOfBirth: Temporal.PlainDate.from('1985-06-14') } }), /This form is in already/],
  ]
  for (const [what, about, row, words] of changes)
    it(`or nothing does: where ${what} in between, it says so and asks again`, async () => {
      await typed(about)
      await takeIn({ ...office, parts: office.parts }, row())
      const before = await everything()
      const seen = await intake.press('Take it in')
      assert.equal(seen.status, 422)
      assert.match(seen.text, /Something has changed since you looked.*Nothing was done/)
      assert.match(seen.text, words)
      assert.deepEqual(await everything(), before)
    })

  it('once it was looked over again', async () => {
    await typed()
    await takeIn({ ...office, parts: office.parts }, paperRow({ receiptNumber: null, form: 'i-765', person: { familyName: name, givenName: 'Maria', dateOfBirth: Temporal.PlainDate.from('1985-06-14') } }))
    await intake.press('Take it in')
    assert.match((await intake.press('Take it in')).text, /The case is in the account that this person had/)
  })

  it('never by a mark of another look, of what was typed before it was corrected, or by none', async () => {
    const { url } = await typed()
    const { hidden } = intake.formOf('Take it in')
    await intake.open(`${url}/correct`)
    await intake.press('Look it over', typedForm({ family_name: name, form: 'i-765' }))
    for (const mark of [hidden.mark ?? '', 'x', '']) assert.equal((await intake.press('Take it in', { mark })).status, 422)
  })
})

describe('a form that is taken in', () => {
  it('by two presses at once is one case, and both lead to it', async () => {
    await typed()
    const before = Number(await count('cases.case'))
    const answers = await owner().transaction().execute(async (tx) => {
      await takeIntakeLock(tx)
      const pressed = [intake.press('Take it in'), intake.press('Take it in')]
      const waiting = sql<{ n: string }>`select count(*) as n from pg_locks where not granted`
      while (Number((await waiting.execute(tx)).rows[0]?.n) < 2) {}
      return { pressed }
    })
    for (const { text, status } of await Promise.all(answers.pressed)) assert.deepEqual([status, /The form is taken in/.test(text)], [200, true])
    assert.equal(Number(await count('cases.case')), before + 1)
  })

  it('from one page sent twice is one entry', async () => {
    await intake.open(officePaths.typeForm())
    const both = await Promise.all([1, 2].map(() => intake.press('Look it over', typedForm({ family_name: name }))))
    assert.equal(both[0]?.url, both[1]?.url)
  })

  it('cannot be corrected, nor thrown away, any more', async () => {
    const { url } = await typed()
    const entry = url.split('/').at(-1) ?? ''
    await intake.press('Take it in')
    assert.match((await intake.open(`${url}/correct`)).text, /The form is taken in/)
    assert.deepEqual(await desk.perform(dropEntry, { entry }), { ok: false, refusal: 'taken-already' })
    assert.match((await intake.open(url)).text, /The form is taken in/)
  })

  it('is nobody’s but its typist’s: to others of the office, and to made-up addresses, there is none', async () => {
    const { url } = await typed()
    const entry = url.split('/').at(-1) ?? ''
    const { hidden } = intake.formOf('Take it in')
    await office.enrol('supervisor')
    office.services.clock.advance({ minutes: 1 })
    const other = await deskOf(await office.signedIn('supervisor'))
    for (const asked of [entry, newId(), 'x', '../..']) assert.deepEqual(await other.perform(takeEntry, { entry: asked, mark: hidden.mark ?? '' }), { ok: false, refusal: 'no-entry' })
    assert.equal(await other.read(entryToLookOver, { entry }), null)
  })
})

it('what was typed and left goes after seven days, the row of what was taken in after thirty, and the case stays', async () => {
  await typed()
  const cases = await count('cases.case')
  const states = async () => (await owner().selectFrom('officer.intake_entry').select('taken_at').execute()).map(({ taken_at }) => taken_at !== null)
  assert.ok((await states()).includes(false) && (await states()).includes(true))
  office.services.clock.advance({ hours: 24 * 7 + 1 })
  await sweepOffice.run(workerOver(office))
  assert.ok(!(await states()).includes(false) && (await states()).includes(true))
  office.services.clock.advance({ hours: 24 * 23 })
  await sweepOffice.run(workerOver(office))
  assert.deepEqual([await states(), await count('cases.case')], [[], cases])
})
