import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { type AppointmentsGround, appointmentsGround, type Expected, interviewOffice } from '../../../test/cast/appointments-ground.ts'
import { accountActor } from '../../../test/cast/cases-ground.ts'
import { newId } from '../../platform/ids.ts'
import { keepNeeds } from './change-appointment.ts'

let ground: AppointmentsGround
let free: string[] = []
let its: Expected & { email: string }
const first = Temporal.Instant.from('2027-03-01T14:00:00Z')
const begun = Temporal.Instant.from('2026-11-23T15:00:00Z')

before(async () => {
  ground = await appointmentsGround()
  await ground.openDays(interviewOffice, 'interview', '2027-03-01', '2027-04-30')
  free = (await ground.slots(interviewOffice, 'interview')).map(({ id }) => id)
})
after(() => ground.end())
beforeEach(async () => {
  setClock(begun)
  const slot = free.shift() as string
  const made = await ground.newCase()
  const done = await ground.book(made, slot)
  assert.ok(typeof done !== 'string', JSON.stringify(done))
  its = { ...made, ...done }
})
const setClock = (to: Temporal.Instant) => ground.services.clock.advance({ milliseconds: to.since(ground.services.clock.now()).total('milliseconds') })
const starts = async () => (await ground.read(its))?.appointment.startsAt as Temporal.Instant
const slotOf = async () => (await ground.read(its))?.appointment.slot as string
const takenIn = async (id: string) => (await ground.owner().selectFrom('correspondence.slot').select('taken').where('id', '=', id).executeTakeFirstOrThrow()).taken

describe('another time, chosen by a person of the case', () => {
  it('is theirs at once and the old place is free in the same moment; then the status follows and everybody is told once, with a new notice', async () => {
    const old = await slotOf()
    const before = await takenIn(old)
    const next = free.at(-1) as string
    assert.deepEqual(await ground.change(its, next), { ok: true, output: { appointment: its.appointment } })
    assert.deepEqual([await slotOf(), await takenIn(old)], [next, before - 1])
    const mails = (await ground.mailsTo(its.email)).length
    const told = await ground.tellAll()
    assert.equal(told.length, 1)
    assert.equal(await ground.statusOf(its.caseId), 'interview-rescheduled')
    assert.equal((await ground.mailsTo(its.email)).length, mails + 1)
    const notices = await ground.owner().selectFrom('correspondence.notice').select(['kind', 'ended_as']).where('case', '=', its.caseId).orderBy('issued_at').orderBy('kind').execute()
    assert.deepEqual(notices, [{ kind: 'appointment', ended_as: 'replaced' }, { kind: 'appointment-changed', ended_as: null }])
    assert.equal(await ground.tellAll().then((again) => again.length), 0)
  })

  it('is taken once however often the press is sent', async () => {
    const [next, press] = [free.at(-2) as string, newId()]
    const all = await Promise.all([1, 2, 3].map(() => ground.change(its, next, { press })))
    assert.ok(all.every(({ ok }) => ok))
    assert.equal((await ground.read(its))?.appointment.changes, 1)
    assert.deepEqual(await ground.miscounted(), [])
  })

  it('can be taken twice and not three times', async () => {
    for (const next of [free.at(-3), free.at(-4)]) assert.equal((await ground.change(its, next as string)).ok, true)
    assert.deepEqual(await ground.change(its, free.at(-5) as string), { ok: false, refusal: 'moved-too-often' })
  })

  it('can be taken until twelve hours before, to the second', async () => {
    const last = (await starts()).subtract({ hours: 12 })
    setClock(last.add({ seconds: 1 }))
    assert.deepEqual(await ground.change(its, free.at(-6) as string), { ok: false, refusal: 'too-late' })
    setClock(last)
    assert.equal((await ground.change(its, free.at(-6) as string)).ok, true)
  })

  it('is twelve hours of the world before, also across a night in which the clock is changed', async () => {
    const afterChange = (await ground.slots(interviewOffice, 'interview')).find(({ starts_at }) => `${starts_at}` === '2027-03-15T13:00:00Z')
    assert.ok(afterChange, 'at eight by the clock of Chicago, in summer time')
    assert.equal((await ground.change(its, afterChange.id)).ok, true)
    setClock(Temporal.Instant.from('2027-03-15T01:00:01Z'))
    assert.deepEqual(await ground.change(its, free.at(-7) as string), { ok: false, refusal: 'too-late' })
  })

  it('is not taken once it has begun, was cancelled, or for no reason of the agency’s list', async () => {
    assert.deepEqual(await ground.change(its, free.at(-8) as string, { why: 'just-so' }), { ok: false, refusal: 'unknown-reason' })
    setClock(await starts())
    assert.deepEqual(await ground.change(its, free.at(-8) as string), { ok: false, refusal: 'in-the-past' })
    await ground.owner().updateTable('correspondence.appointment').set({ state: 'cancelled' }).where('id', '=', its.appointment).execute()
    assert.deepEqual(await ground.change(its, free.at(-8) as string), { ok: false, refusal: 'not-open' })
  })

  it('that somebody took just before is refused, and the old one stays; of two who want the last place one gets it', async () => {
    const last = free.at(-9) as string
    await ground.owner().updateTable('correspondence.slot').set({ capacity: 1 }).where('id', '=', last).execute()
    const other = await ground.booked(free.at(-10) as string)
    const both = await Promise.all([ground.change(its, last), ground.change(other, last)])
    assert.deepEqual(both.map(({ ok }) => ok).toSorted(), [false, true])
    assert.deepEqual(both.find(({ ok }) => !ok), { ok: false, refusal: 'slot-taken' })
    assert.deepEqual(await ground.miscounted(), [])
  })

  it('is not one of another office or kind, nor one so near that nobody could be told', async () => {
    await ground.openDays('field-office-newark', 'interview', '2027-03-02')
    const [elsewhere] = await ground.slots('field-office-newark', 'interview')
    assert.deepEqual(await ground.change(its, elsewhere?.id ?? ''), { ok: false, refusal: 'slot-taken' })
    const near = (await ground.slots(interviewOffice, 'interview')).find(({ starts_at }) => Temporal.Instant.compare(starts_at, first.add({ hours: 24 })) > 0)
    setClock(first.subtract({ hours: 13 }))
    assert.deepEqual(await ground.change(its, near?.id ?? ''), { ok: false, refusal: 'slot-taken' })
  })

  it('is taken by who represents them on the case, and by nobody else', async () => {
    const representative = await ground.newAccount(`rep-of-${its.email}`)
    const party = { id: newId(), case: its.caseId, account: String(representative.id), role: 'representative', from_at: ground.services.clock.now() }
    await ground.owner().insertInto('cases.party').values(party as never).execute()
    assert.deepEqual(await ground.change(its, free.at(-11) as string, { as: accountActor() }), { ok: false, refusal: 'unknown-appointment' })
    assert.equal((await ground.change(its, free.at(-11) as string, { as: representative })).ok, true)
    const [step] = await ground.owner().selectFrom('correspondence.appointment_step').select('side').where('appointment', '=', its.appointment).where('what', '=', 'moved').execute()
    assert.equal(step?.side, 'representative')
    await ground.tellAll()
    assert.equal((await ground.mailsTo(its.email)).length, 2, 'their client is told')
  })
})

describe('what somebody needs to be able to come', () => {
  it('is sealed for the case, kept as it was said last, and told by nobody but its people', async () => {
    const say = (needs: string, as = its.maria) => ground.as(as).perform(keepNeeds, { receiptNumber: its.receiptNumber, appointment: its.appointment, needs })
    assert.equal((await say('A ramp at the door')).ok, true)
    assert.equal((await ground.read(its))?.needs, 'A ramp at the door')
    const row = await ground.owner().selectFrom('correspondence.appointment').selectAll().where('id', '=', its.appointment).executeTakeFirstOrThrow()
    assert.ok(!row.needs_sealed?.toString('latin1').includes('ramp'))
    assert.deepEqual(await say('x', accountActor()), { ok: false, refusal: 'unknown-appointment' })
    assert.equal((await say('')).ok, true)
    assert.equal((await ground.read(its))?.needs, '')
  })
})
