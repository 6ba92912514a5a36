import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type AppointmentsGround, appointmentsGround, fingerprintsOffice, interviewOffice } from '../../../test/cast/appointments-ground.ts'
import { accountActor } from '../../../test/cast/cases-ground.ts'
import { newId } from '../../platform/ids.ts'
import { ownAppointments } from './own-appointments.ts'

let ground: AppointmentsGround
let days = 0
before(async () => {
  ground = await appointmentsGround()
})
after(() => ground.end())

/** A free time of a day that no other test uses, for so many people. */
async function freshSlot(capacity: number, office: string = fingerprintsOffice, kind = 'fingerprints') {
  const on = Temporal.PlainDate.from('2027-01-05').add({ days: 7 * days })
  days += 1
  await ground.openDays(office, kind, `${on}`)
  const all = await ground.slots(office, kind)
  const slot = all.find(({ starts_at }) => `${starts_at.toZonedDateTimeISO('America/New_York').toPlainDate()}` === `${on}`)
  if (!slot) throw new Error(`no times on ${on}`)
  await ground.owner().updateTable('correspondence.slot').set({ capacity }).where('id', '=', slot.id).execute()
  return slot.id
}
const taken = async (slot: string) => (await ground.owner().selectFrom('correspondence.slot').select('taken').where('id', '=', slot).executeTakeFirstOrThrow()).taken

describe('opened days', () => {
  it('hold the times of the office’s hours for as many people as it takes, none on holidays, and once however often they are opened', async () => {
    const opened = await ground.openDays(interviewOffice, 'interview', '2026-12-23', '2026-12-28')
    const slots = await ground.slots(interviewOffice, 'interview')
    assert.deepEqual(opened, { opened: 21 })
    assert.ok(slots.every(({ capacity, minutes }) => capacity === 4 && minutes === 60))
    assert.ok(!slots.some(({ starts_at }) => `${starts_at}`.startsWith('2026-12-25')))
    assert.deepEqual(await ground.openDays(interviewOffice, 'interview', '2026-12-23', '2026-12-28'), { opened: 0 })
  })

  it('are not opened where the office does not hold the kind, nor more than three months at once, nor in the past', async () => {
    assert.equal(await ground.openDays(fingerprintsOffice, 'interview', '2026-12-23'), 'not-held-there')
    assert.equal(await ground.openDays('nowhere', 'interview', '2026-12-23'), 'not-held-there')
    assert.equal(await ground.openDays(interviewOffice, 'interview', '2026-12-23', '2027-12-23'), 'too-long')
    assert.equal(await ground.openDays(interviewOffice, 'interview', '2026-12-23', '2026-12-22'), 'too-long')
    assert.deepEqual(await ground.openDays(interviewOffice, 'interview', '2026-01-05'), { opened: 0 })
  })
})

describe('an appointment', () => {
  it('is booked: the case has its status, its people are told once, and its place is taken', async () => {
    const slot = await freshSlot(1)
    const its = await ground.booked(slot)
    assert.equal(await ground.statusOf(its.caseId), 'biometrics-scheduled')
    assert.equal((await ground.mailsTo(its.email)).length, 1)
    assert.equal(await taken(slot), 1)
    const task = await ground.owner().selectFrom('cases.task').selectAll().where('subject', '=', its.appointment).executeTakeFirst()
    assert.equal(task?.kind, 'appointment')
    assert.equal(`${task?.starts_at}`, `${(await ground.read(its))?.appointment.startsAt}`)
  })

  it('is booked once however often the press is sent', async () => {
    const slot = await freshSlot(5)
    const its = await ground.newCase()
    const press = newId()
    const all = await Promise.all([1, 2, 3].map(() => ground.book(its, slot, press)))
    assert.deepEqual(all.map((each) => (typeof each === 'string' ? each : 'booked')).toSorted(), ['booked', 'booked-before', 'booked-before'])
    assert.equal(await taken(slot), 1)
  })

  it('of twenty who want the last place at once is one', async () => {
    const slot = await freshSlot(1)
    const cases = await Promise.all(Array.from({ length: 20 }, () => ground.newCase()))
    const all = await Promise.all(cases.map((its) => ground.book(its, slot)))
    assert.equal(all.filter((each) => typeof each !== 'string').length, 1)
    assert.equal(all.filter((each) => each === 'slot-taken').length, 19)
    assert.equal(await taken(slot), 1)
    assert.deepEqual(await ground.miscounted(), [])
  })

  it('never makes a time hold more than it takes, whatever writes it', async () => {
    const slot = await freshSlot(1)
    await ground.booked(slot)
    const other = await ground.booked(await freshSlot(1))
    const { starts_at } = await ground.owner().selectFrom('correspondence.slot').select('starts_at').where('id', '=', slot).executeTakeFirstOrThrow()
    const forced = ground.owner().updateTable('correspondence.appointment').set({ slot, starts_at }).where('id', '=', other.appointment).execute()
    await assert.rejects(forced, /slot_check|check constraint/)
    const wrong = ground.owner().updateTable('correspondence.appointment').set({ slot: await freshSlot(1) }).where('id', '=', other.appointment).execute()
    await assert.rejects(wrong, /not its own/)
  })

  it('is one of a kind: a case with an open one gets no second, also of two who book at once at two offices', async () => {
    const its = await ground.newCase()
    const slots = [await freshSlot(3), await freshSlot(3, 'support-center-south')]
    const both = await Promise.all(slots.map((slot) => ground.book(its, slot)))
    assert.deepEqual(both.map((each) => (typeof each === 'string' ? each : 'booked')).toSorted(), ['booked', 'has-one-already'])
    assert.deepEqual(await ground.miscounted(), [])
  })

  it('is not booked on a case that has ended or whose status does not lead to it', async () => {
    const [slot, interview] = [await freshSlot(3), await freshSlot(3, interviewOffice, 'interview')]
    for (const status of ['withdrawn', 'closed', 'denied', 'approved', 'card-mailed', 'received-payment-pending']) assert.equal(await ground.book(await ground.newCase(status), slot), 'status-does-not-allow', status)
    assert.equal(await ground.book(await ground.newCase('evidence-requested'), interview), 'status-does-not-allow')
    assert.equal(await taken(slot), 0)
  })

  it('is seen by who is on its case now and by nobody else', async () => {
    const its = await ground.booked(await freshSlot(2))
    const stranger = accountActor()
    assert.equal(await ground.read(its, stranger), null)
    assert.equal(await ground.as(stranger).read(ownAppointments, its), null)
    assert.equal((await ground.as(its.maria).read(ownAppointments, its))?.appointments.length, 1)
    await ground.owner().updateTable('cases.party').set({ until_at: ground.services.clock.now() }).where('case', '=', its.caseId).execute()
    assert.equal(await ground.read(its), null)
  })
})
