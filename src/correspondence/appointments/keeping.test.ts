import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { type AppointmentsGround, appointmentsGround, type Expected, fingerprintsOffice } from '../../../test/cast/appointments-ground.ts'
import { systemActor } from '../../platform/actor.ts'
import { newId } from '../../platform/ids.ts'
import { askIdentity } from '../identity/office-identity.ts'
import { cancelAppointment, noteArrival, recordOutcome } from './keep-appointment.ts'
import { closeDay, closeTime, reopenDay } from './keep-times.ts'
import { remindOfAppointments } from './remind.ts'

let ground: AppointmentsGround
let day = Temporal.PlainDate.from('2027-06-01')
let its: Expected & { email: string }
before(async () => {
  ground = await appointmentsGround()
})
after(() => ground.end())

const setClock = (to: Temporal.Instant) => ground.services.clock.advance({ milliseconds: to.since(ground.services.clock.now()).total('milliseconds') })
const starts = async (of: Expected = its) => (await ground.read(of))?.appointment.startsAt as Temporal.Instant
const stateOf = async (of: Expected = its) => (await ground.read(of))?.appointment.state
const slotsOf = async (on: Temporal.PlainDate) => (await ground.slots(fingerprintsOffice, 'fingerprints')).filter(({ starts_at }) => starts_at.toZonedDateTimeISO('America/New_York').toPlainDate().equals(on))
const task = (of: Expected) => ground.owner().selectFrom('cases.task').select(['starts_at', 'ended_how']).where('subject', '=', of.appointment).executeTakeFirst()

beforeEach(async () => {
  setClock(Temporal.Instant.from('2026-11-23T15:00:00Z'))
  day = day.add({ days: 14 })
  await ground.openDays(fingerprintsOffice, 'fingerprints', `${day}`)
  const [slot] = await slotsOf(day)
  its = await ground.booked(slot?.id as string)
})

describe('a day that the office closes', () => {
  it('moves whoever is booked to the next free time, which is no change of theirs, and tells them once with why', async () => {
    const later = day.add({ days: 1 })
    await ground.openDays(fingerprintsOffice, 'fingerprints', `${later}`)
    const others = await Promise.all((await slotsOf(day)).slice(0, 3).map(({ id }) => ground.booked(id)))
    const closed = await ground.asOffice((context) => closeDay(context, { office: fingerprintsOffice, day, why: 'weather' }))
    assert.ok(typeof closed !== 'string')
    assert.deepEqual([closed.moved, closed.waiting], [4, 0])
    for (const each of [its, ...others]) {
      const now = (await ground.read(each))?.appointment
      assert.ok(now?.startsAt.toZonedDateTimeISO('America/New_York').toPlainDate().equals(later))
      assert.deepEqual([now?.changes, now?.why], [0, 'weather'])
      assert.equal((await ground.mailsTo(each.email)).length, 2, 'of the booking, and of the new time')
      assert.equal(`${(await task(each))?.starts_at}`, `${now?.startsAt}`)
    }
    assert.deepEqual(await ground.miscounted(), [])
    assert.ok((await slotsOf(day)).every(({ taken, closed_at }) => taken === 0 && closed_at !== null))
  })

  it('lets them wait and choose themselves where no time is free, and tells them not to come', async () => {
    const closed = await ground.asOffice((context) => closeDay(context, { office: fingerprintsOffice, day, why: 'equipment' }))
    assert.ok(typeof closed !== 'string')
    assert.deepEqual([closed.moved, closed.waiting, await stateOf()], [0, 1, 'to-rebook'])
    assert.equal((await task(its))?.starts_at, null)
    const notices = await ground.owner().selectFrom('correspondence.notice').select('kind').where('case', '=', its.caseId).where('ended_as', 'is', null).execute()
    assert.deepEqual(notices, [{ kind: 'appointment-off' }])
    const later = day.add({ days: 2 })
    await ground.openDays(fingerprintsOffice, 'fingerprints', `${later}`)
    const [free] = await slotsOf(later)
    assert.equal((await ground.change(its, free?.id as string)).ok, true)
    assert.deepEqual([await stateOf(), (await ground.read(its))?.appointment.changes], ['booked', 0])
    assert.equal(`${(await task(its))?.starts_at}`, `${free?.starts_at}`)
  })

  it('takes nobody any more, also of those who press at the same moment, until it is opened again', async () => {
    const [slot] = (await slotsOf(day)).slice(1)
    const late = await ground.newCase()
    const [closed, booked] = await Promise.all([
      ground.asOffice((context) => closeTime(context, { office: fingerprintsOffice, slot: slot?.id as string, why: 'staff' })),
      ground.book(late, slot?.id as string),
    ])
    assert.ok(typeof closed !== 'string')
    if (typeof booked !== 'string') assert.equal(closed.moved + closed.waiting, 1)
    assert.equal(await ground.book(await ground.newCase(), slot?.id as string), 'slot-taken')
    assert.deepEqual(await ground.miscounted(), [])
    assert.deepEqual(await ground.asOffice((context) => reopenDay(context, { office: fingerprintsOffice, day })), { opened: 1 })
    assert.ok(typeof (await ground.book(await ground.newCase(), slot?.id as string)) !== 'string')
  })

  it('is not closed without a reason of the list, nor over the heads of people whose case cannot be seen', async () => {
    const close = (why: string) => ground.asOffice((context) => closeDay(context, { office: fingerprintsOffice, day, why }))
    assert.equal(await close('because'), 'unknown-reason')
    await ground.owner().updateTable('cases.case').set({ protected: true }).where('id', '=', its.caseId).execute()
    const closed = await close('weather')
    assert.equal(closed, 'hidden-from-you')
  })
})

describe('what became of an appointment', () => {
  it('is said once: whoever came has fingerprints taken, and nothing is asked of them any more', async () => {
    const said = (outcome: 'attended' | 'missed') => ground.asOffice((context) => recordOutcome(context, { ...its, outcome }))
    assert.equal(await said('missed'), 'not-yet')
    assert.equal(await ground.asOffice((context) => noteArrival(context, its)), 'not-yet')
    setClock((await starts()).subtract({ minutes: 10 }))
    assert.deepEqual(await ground.asOffice((context) => noteArrival(context, its)), { caseId: its.caseId })
    assert.equal(await ground.asOffice((context) => noteArrival(context, its)), 'done-before')
    assert.deepEqual(await said('attended'), { caseId: its.caseId })
    assert.deepEqual([await said('attended'), await said('missed')], ['done-before', 'not-open'])
    assert.equal(await ground.statusOf(its.caseId), 'biometrics-taken')
    assert.equal((await task(its))?.ended_how, 'done')
  })

  it('is missed only once it has begun, and changes no status', async () => {
    setClock(await starts())
    assert.deepEqual(await ground.asOffice((context) => recordOutcome(context, { ...its, outcome: 'missed' })), { caseId: its.caseId })
    assert.deepEqual([await stateOf(), await ground.statusOf(its.caseId), (await task(its))?.ended_how], ['missed', 'biometrics-scheduled', 'lapsed'])
  })

  it('of a check of who somebody is says whether it is them, and of others does not', async () => {
    assert.equal(await ground.asOffice((context) => recordOutcome(context, { ...its, outcome: 'confirmed' })), 'unknown-outcome')
    await ground.openDays(fingerprintsOffice, 'identity', `${day}`)
    const slots = await ground.slots(fingerprintsOffice, 'identity')
    const seen = await ground.booked(slots.at(-1)?.id as string)
    assert.equal(await ground.statusOf(seen.caseId), 'received', 'it has no status of its own')
    setClock(await starts(seen))
    assert.deepEqual(await ground.asOffice((context) => recordOutcome(context, { ...seen, outcome: 'not-confirmed' })), { caseId: seen.caseId })
    assert.equal((await ground.read(seen))?.appointment.confirmed, false)
  })

  it('of a check of who somebody is settles what is asked of them on the case, and tells them once; whoever did not come is still asked', async () => {
    await ground.openDays(fingerprintsOffice, 'identity', `${day}`)
    const [first, other] = await ground.slots(fingerprintsOffice, 'identity').then((all) => all.filter(({ taken }) => taken === 0).slice(-2))
    const [seen, absent] = [await ground.booked(first?.id as string), await ground.booked(other?.id as string)]
    const asked = async (of: Expected) => {
      const press = newId()
      assert.equal(await ground.asOffice((context) => askIdentity(context, { caseId: of.caseId, receiptNumber: of.receiptNumber, reason: 'names-differ', press })), null)
      return { ...of, appointment: press }
    }
    const checks = [await asked(seen), await asked(absent)] as const
    const told = async () => (await ground.mailsTo(seen.email)).length
    const before = await told()
    setClock(await starts(absent))
    assert.deepEqual(await ground.asOffice((context) => recordOutcome(context, { ...seen, outcome: 'confirmed' })), { caseId: seen.caseId })
    assert.deepEqual(await ground.asOffice((context) => recordOutcome(context, { ...absent, outcome: 'missed' })), { caseId: absent.caseId })
    const found = (id: string) => ground.owner().selectFrom('correspondence.identity_check').select(['outcome', 'decided_by']).where('id', '=', id).executeTakeFirst()
    assert.deepEqual([await found(checks[0].appointment), (await task(checks[0]))?.ended_how, await told()], [{ outcome: 'confirmed', decided_by: ground.officer.id }, 'done', before + 1])
    assert.deepEqual([await found(checks[1].appointment), (await task(checks[1]))?.ended_how], [{ outcome: null, decided_by: null }, null])
  })

  it('is cancelled with a reason; its place is free, and its people are told', async () => {
    const cancel = (why: string) => ground.asOffice((context) => cancelAppointment(context, { ...its, why }))
    assert.equal(await cancel('because'), 'unknown-reason')
    assert.deepEqual(await cancel('not-needed'), { caseId: its.caseId })
    assert.equal(await cancel('not-needed'), 'done-before')
    assert.deepEqual([await stateOf(), (await task(its))?.ended_how, (await ground.mailsTo(its.email)).length], ['cancelled', 'withdrawn', 2])
    assert.deepEqual(await ground.miscounted(), [])
  })
})

describe('reminders', () => {
  const remind = () => ground.as(systemActor('worker')).perform(remindOfAppointments, {})
  const reminders = async (email = its.email) => (await ground.mailsTo(email)).filter(({ kind }) => kind === 'appointments.soon')

  it('go out once at seven days and once at one, to the second, and say nothing of the case', async () => {
    const at = await starts()
    setClock(at.subtract({ hours: 24 * 7, seconds: 1 }))
    await remind()
    assert.equal((await reminders()).length, 0)
    for (const hours of [24 * 7, 24 * 6, 24, 23]) {
      setClock(at.subtract({ hours }))
      await Promise.all([remind(), remind()])
      assert.equal((await reminders()).length, hours > 24 ? 1 : 2, `${hours} hours before`)
    }
    assert.deepEqual((await reminders()).map(({ values }) => values), [{}, {}])
  })

  it('of both that came due while nobody ran is the nearest alone, and none goes to who was told just now', async () => {
    const at = await starts()
    setClock(at.subtract({ hours: 20 }))
    const just = await ground.booked((await slotsOf(day)).at(-1)?.id as string)
    await remind()
    assert.deepEqual([(await reminders()).length, (await reminders(just.email)).length], [1, 0])
    assert.ok((await ground.as(its.maria).perform(remindOfAppointments, {})).ok === false, 'by nobody but the worker')
  })
})
