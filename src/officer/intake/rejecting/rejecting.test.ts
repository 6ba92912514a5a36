import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import type { PortalBrowser } from '../../../../test/cast/portal-browser.ts'
import { type PrintingGround, printingGround } from '../../../../test/cast/printing-ground.ts'
import { typedForm } from '../../../../test/cast/typed-form.ts'
import { forgetRejectionsChore } from '../../../cases/paper-link/rejecting/forget-rejections.ts'
import { newId } from '../../../platform/ids.ts'
import { performerFor } from '../../../platform/operation.ts'
import { officePaths } from '../../../platform/paths.ts'
import { checksOf } from '../by-hand/plan.ts'
import { officeVisits } from '../../sessions/visit.ts'
import { amendRejection, rejectForm } from './reject-acts.ts'
import { rejectionField } from './rejection-field.ts'
import { rejectionList, rejectionOnDesk } from './rejection-desk.ts'

let ground: PrintingGround
let intake: PortalBrowser
before(async () => {
  ground = await printingGround()
  await ground.enrol('intake')
  intake = await ground.signedIn('intake')
})
after(() => ground.end())

const rejections = () => ground.owner.selectFrom('cases.paper_rejection').selectAll().orderBy('typed_at').orderBy('id').execute()
const cases = async () => (await ground.owner.selectFrom('cases.case').select('id').execute()).length

const filled = (about: Record<string, string> = {}): Record<string, string> => ({
  ...{ name: 'Carla Mendez', country: 'US', street: '7 Quay Street', city: 'Springfield', state: 'IL', postal_code: '62701' },
  ...{ form: 'i-90', 'received_on-month': '2', 'received_on-day': '20', 'received_on-year': '2026', fee_cents: '465.00', fee_return: 'returned', reasons: 'unsigned' },
  ...about,
})

async function typed(about: Record<string, string> = {}) {
  await intake.open(officePaths.rejectForm())
  return intake.press('Read the letter', filled(about))
}

async function deskOf(browser: PortalBrowser) {
  const { actor } = await officeVisits(ground.parts)(browser.cookies.get('portolan_office') ?? null)
  return performerFor(ground.parts, actor, { id: null, network: null })
}

async function colleague(role: 'intake' | 'supervisor', number = 1) {
  await ground.enrol(role, number)
  ground.services.clock.advance({ minutes: 1 })
  return ground.signedIn(role, number)
}

const faults: readonly [about: Record<string, string>, control: string, words: RegExp][] = [
  [{ name: '' }, 'name', /Enter the name/],
  [{ name: '---' }, 'name', /no letters here/],
  [{ name: 'x'.repeat(151) }, 'name', /150/],
  [{ name: 'Car\u202ela' }, 'name', /hidden characters/],
  [{ form: 'x' }, 'form', /Choose the form/],
  [{ 'received_on-year': '2199' }, 'received_on-month', /in the future/],
  [{ 'received_on-day': '31' }, 'received_on-month', /no such day/],
  [{ postal_code: '1' }, 'postal_code', /zeros at the front may be missing|written otherwise/],
  [{ street: '' }, 'street', /Enter street and number/],
  [{ country: 'XX' }, 'country', /Choose a country/],
  [{ fee_cents: 'much' }, 'fee_cents', /in dollars/],
  [{ fee_cents: '' }, 'fee_cents', /Enter the fee that came with it/],
  [{ fee_cents: '0' }, 'fee_cents', /Enter the fee that came with it/],
  [{ fee_return: '' }, 'fee_return', /Choose what becomes of the fee/],
  [{ fee_return: 'none' }, 'fee_return', /You entered a fee/],
  [{ fee_return: 'burnt' }, 'fee_return', /Choose what becomes of the fee/],
  [{ reasons: '' }, 'reasons', /Mark at least one reason/],
  [{ reasons: 'no-such-reason' }, 'reasons', /Mark at least one reason/],
]

describe('a rejection that is typed with something wrong', () => {
  for (const [about, control, words] of faults)
    it(`says at ${control}: ${words.source}`, async () => {
      const seen = await typed(about)
      assert.equal(seen.status, 422)
      assert.match(seen.text, words)
      assert.match(seen.html, new RegExp(`href="#${control}"`))
      assert.match(seen.html, new RegExp(`id="${control}"`))
      assert.match(seen.html, 'name' in about ? /value="Springfield"/ : /value="Carla Mendez"/)
      assert.deepEqual(await rejections(), [])
    })
})

it('whatever is sent is a rejection or said to be wrong at controls of the page, and never throws', () => {
  const model = { agency: ground.services.agency, checks: checksOf({ services: ground.services, now: ground.services.clock.now() }) }
  const names = Object.keys(filled())
  const texts = fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.constantFrom('', 'US', 'MX', '2026', '0', 'none', 'kept', 'unsigned', '\ud800'))
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names), fc.array(texts, { maxLength: 3 })), (sent) => {
      const asFilled = Object.fromEntries(Object.entries(filled()).map(([name, value]) => [name, [value]]))
      const posted = new Map(Object.entries({ ...asFilled, ...sent }))
      const read = rejectionField.parse(posted, 'rejection', model)
      if (!read.ok) for (const { at } of read.errors) assert.ok(names.includes(at), at)
    }),
  )
})

describe('a form that is not accepted', () => {
  it('has its letter shown word for word before anything is done; then it is recorded with the letter, and no case is opened', async () => {
    const before = await cases()
    const seen = await typed()
    for (const words of [/Carla Mendez 7 Quay Street/, /could not accept your Form I-90/, /no valid signature/, /file it again/, /is not your filing day/, /\$465\.00\. It goes back/]) assert.match(seen.text, words)
    assert.deepEqual(await ground.letters(), [])
    const done = await intake.press('Reject the form')
    assert.match(done.text, /The form is rejected.*waits to be printed/)
    const [row] = await rejections()
    assert.deepEqual([row?.form, row?.reasons, row?.fee_cents, row?.fee_returned, row?.rejected_at !== null], ['i-90', ['unsigned'], 46_500, true, true])
    assert.doesNotMatch(String(row?.sealed), /Carla|Quay/)
    const [letter] = await ground.letters()
    assert.deepEqual([letter?.case, letter?.rejection, letter?.kind], [null, row?.id, 'filing-rejected'])
    assert.equal(await cases(), before)
    const entry = await ground.owner.selectFrom('audit.entry').selectAll().where('operation', '=', 'officer.reject-form').executeTakeFirstOrThrow()
    assert.deepEqual([entry.subject, entry.detail], [`rejection:${row?.id}`, { form: 'i-90', reasons: 'unsigned' }])
  })

  it('is printed in a batch like every letter, and nothing readable of the letter stays', async () => {
    await ground.make()
    const [letter] = await ground.letters()
    assert.ok(letter?.batch)
    await intake.open(officePaths.printBatch({ batch: letter.batch }))
    await intake.press('Confirm printed', { counted: '1' })
    assert.deepEqual((await ground.letters()).map(({ sealed, printed_at }) => [sealed, printed_at !== null]), [[null, true]])
    assert.match((await intake.open(officePaths.rejections())).text, /Carla Mendez is printed/)
  })

  it('with a name that no font draws is printed by hand, from a list where it has no case', async () => {
    await typed({ name: '王' })
    await intake.press('Reject the form')
    await ground.make()
    assert.match((await intake.open(officePaths.printing())).text, /No case: the filing was rejected Filing not accepted/)
    const letter = (await ground.letters()).find(({ apart_at }) => apart_at)
    assert.equal((await intake.ask('GET', officePaths.letterByHand({ letter: letter?.id ?? '' }))).headers['content-type'], 'application/pdf')
  })

  it('by two presses at once is rejected once, with one letter', async () => {
    await typed({ name: 'Pressed Twice' })
    const before = (await ground.letters()).length
    const { pressed } = await ground.owner.transaction().execute(async (tx) => {
      await sql`select from cases.paper_rejection where rejected_at is null for update`.execute(tx)
      const both = [intake.press('Reject the form'), intake.press('Reject the form')]
      const waiting = sql<{ n: string }>`select count(*) as n from pg_locks where not granted`
      while (Number((await waiting.execute(tx)).rows[0]?.n) < 2) {}
      return { pressed: both }
    })
    for (const { text, status } of await Promise.all(pressed)) assert.deepEqual([status, /The form is rejected/.test(text)], [200, true])
    assert.equal((await ground.letters()).length, before + 1)
  })

  it('from one page sent twice is one, and can be corrected and thrown away until it is rejected', async () => {
    const before = (await rejections()).length
    await intake.open(officePaths.rejectForm())
    const [one, other] = await Promise.all([1, 2].map(() => intake.press('Read the letter', filled({ name: 'Once' }))))
    assert.equal(one?.url, other?.url)
    const form = await intake.open(`${one?.url}/correct`)
    for (const value of ['Once', '7 Quay Street', '465.00']) assert.match(form.html, new RegExp(`value="${value}"`))
    assert.match((await intake.press('Read the letter', filled({ name: 'Corrected', reasons: 'pages-missing' }))).text, /Corrected 7 Quay Street.*Pages of it were missing/)
    await intake.press('Throw away what I typed')
    assert.equal((await rejections()).length, before)
  })

  it('is not rejected by a mark of what was typed before it was corrected', async () => {
    const { url } = await typed()
    const { hidden } = intake.formOf('Reject the form')
    await intake.open(`${url}/correct`)
    await intake.press('Read the letter', filled({ reasons: 'old-edition' }))
    for (const mark of [hidden.mark ?? '', 'x', '']) {
      const seen = await intake.press('Reject the form', { mark })
      assert.deepEqual([seen.status, /has changed since you read the letter/.test(seen.text)], [422, true])
    }
    await intake.press('Throw away what I typed')
  })

  it('once rejected is neither corrected nor rejected anew', async () => {
    const [row] = await rejections()
    const desk = await deskOf(intake)
    const rejection = { form: 'i-90', receivedOn: Temporal.PlainDate.from('2026-02-20'), reasons: ['unsigned'], fee: null, sender: { name: 'Other', address: { country: 'US' } } }
    assert.deepEqual(await desk.perform(amendRejection, { id: row?.id ?? '', rejection }), { ok: false, refusal: 'rejected-already' })
    assert.match((await intake.open(`${officePaths.rejection({ rejection: row?.id ?? '' })}/correct`)).text, /The form is rejected/)
    for (const id of [newId(), 'x']) assert.deepEqual(await desk.perform(rejectForm, { id, mark: 'x' }), { ok: false, refusal: 'no-rejection' })
  })

  it('that was typed to be taken in is not typed again, and cannot be taken in any more', async () => {
    await intake.open(officePaths.typeForm())
    const { url } = await intake.press('Look it over', typedForm({ family_name: 'Unsigned' }))
    const entry = url.split('/').at(-1) ?? ''
    const seen = await intake.open(`${officePaths.rejectForm()}?entry=${entry}`)
    for (const value of ['Maria Unsigned', '12 Harbor Street', '465.00']) assert.match(seen.html, new RegExp(`value="${value}"`))
    const kept = { country: 'US', street: '12 Harbor Street', city: 'Springfield', state: 'IL', postal_code: '62701' }
    assert.match((await intake.press('Read the letter', { ...filled(), ...kept, name: 'Maria Unsigned' })).text, /Maria Unsigned 12 Harbor Street/)
    assert.equal((await intake.open(url)).status, 404)
    await intake.open(officePaths.rejection({ rejection: (await rejections()).find(({ rejected_at }) => rejected_at === null)?.id ?? '' }))
    await intake.press('Throw away what I typed')
  })

  it('that was taken in meanwhile is not sent back; of somebody else’s typing nothing is told', async () => {
    await intake.open(officePaths.typeForm())
    const { url } = await intake.press('Look it over', typedForm({ family_name: 'Meanwhile' }))
    const entry = url.split('/').at(-1) ?? ''
    await intake.open(`${officePaths.rejectForm()}?entry=${entry}`)
    const { hidden } = intake.formOf('Read the letter')
    await intake.open(url)
    await intake.press('Take it in')
    await intake.open(officePaths.rejectForm())
    const seen = await intake.press('Read the letter', { ...filled(), entry: hidden.entry ?? '' })
    assert.deepEqual([seen.status, /has been taken in meanwhile/.test(seen.text)], [422, true])
    for (const other of [newId(), 'x', entry]) assert.doesNotMatch((await intake.open(`${officePaths.rejectForm()}?entry=${other}`)).html, /name="entry" value="[^"]/)
  })

  it('stands in nobody’s way when it is filed again', async () => {
    await intake.open(officePaths.typeForm())
    const { name: _name, fee_return: _fee, reasons: _reasons, ...form } = filled({ family_name: 'Mendez', given_name: 'Carla', 'date_of_birth-month': '1', 'date_of_birth-day': '2', 'date_of_birth-year': '1980' })
    await intake.press('Look it over', form)
    assert.match((await intake.press('Take it in')).text, /An account was opened/)
  })
})

describe('who a form came from', () => {
  it('is told to who rejected it and to supervisors, to nobody else, and a typed one to its typist alone', async () => {
    const { url } = await typed({ name: 'Typed Only' })
    const waiting = url.split('/').at(-1) ?? ''
    const row = (await rejections()).find(({ rejected_at }) => rejected_at !== null)
    const [other, supervisor] = [await colleague('intake', 2), await colleague('supervisor')]
    const list = async (browser: PortalBrowser) => (await browser.open(officePaths.rejections())).text
    assert.match(await list(intake), /Carla Mendez/)
    assert.match(await list(supervisor), /Carla Mendez/)
    assert.doesNotMatch(await list(other), /Carla Mendez|Typed Only/)
    assert.match(await list(other), /no valid signature.*Not shown/)
    const seen = async (browser: PortalBrowser, rejection: string) => (await (await deskOf(browser)).read(rejectionOnDesk, { rejection })) !== null
    assert.deepEqual([await seen(intake, row?.id ?? ''), await seen(supervisor, row?.id ?? ''), await seen(other, row?.id ?? '')], [true, true, false])
    assert.deepEqual([await seen(intake, waiting), await seen(supervisor, waiting), await seen(other, waiting)], [true, false, false])
    for (const browser of [other, supervisor]) assert.deepEqual(await (await deskOf(browser)).perform(rejectForm, { id: waiting, mark: 'x' }), { ok: false, refusal: 'no-rejection' })
  })

  it('is counted by reason for thirty days, gone after two years while reason and day stay; what was typed and left goes in a week', async () => {
    const own = await deskOf(intake)
    const list = () => own.read(rejectionList, { page: 1 })
    assert.deepEqual((await list())?.counted, [{ reason: 'unsigned', rejections: 3 }])
    ground.services.clock.advance({ hours: 24 * 8 })
    await forgetRejectionsChore.run(ground.worker)
    assert.deepEqual((await rejections()).map(({ rejected_at, sealed }) => [rejected_at !== null, sealed !== null]), [[true, true], [true, true], [true, true]])
    ground.services.clock.advance({ hours: 24 * 724 })
    await forgetRejectionsChore.run(ground.worker)
    assert.deepEqual((await rejections()).map(({ sealed, reasons }) => [sealed, reasons]), [[null, ['unsigned']], [null, ['unsigned']], [null, ['unsigned']]])
    const desk = await list()
    assert.deepEqual([desk?.counted, desk?.total, desk?.rejections.map(({ name }) => name)], [[], 3, [null, null, null]])
  })
})
