import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type AppointmentsGround, appointmentsGround, type Expected, fingerprintsOffice } from '../../../../test/cast/appointments-ground.ts'
import { accountActor } from '../../../../test/cast/cases-ground.ts'
import { type PortalGround, portalGround } from '../../../../test/cast/portal-ground.ts'
import { paths } from '../../../platform/paths.ts'
import { portalRoutes } from '../../../portal/index.ts'
import { correspondenceRoutes } from '../../routes.ts'

let ground: AppointmentsGround
let portal: PortalGround
let its: Expected
let slots: string[] = []
before(async () => {
  ground = await appointmentsGround()
  portal = await portalGround(ground, [...portalRoutes(), ...correspondenceRoutes])
  await ground.openDays(fingerprintsOffice, 'fingerprints', '2027-01-05', '2027-01-15')
  slots = (await ground.slots(fingerprintsOffice, 'fingerprints')).map(({ id }) => id)
  its = await ground.booked(slots[0] as string)
})
after(async () => {
  await portal.close()
  await ground.end()
})

const fileOf = async () => (await portal.get(paths.appointmentCalendar(its), its.maria)).body

/** What a strict reader of calendars asks for: lines that end in CRLF and fit, and each property once. */
function read(file: string): Record<string, string> {
  assert.ok(file.endsWith('\r\n') && !/[^\r]\n/.test(file))
  for (const line of file.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line)
  const lines = file.replaceAll('\r\n ', '').trimEnd().split('\r\n')
  assert.deepEqual([lines[0], lines.at(-1)], ['BEGIN:VCALENDAR', 'END:VCALENDAR'])
  const event = lines.slice(lines.indexOf('BEGIN:VEVENT') + 1, lines.findIndex((line) => line === 'BEGIN:VALARM' || line === 'END:VEVENT'))
  const pairs = event.map((line) => /^([A-Z-]+)(?:;[^:]*)?:(.*)$/.exec(line)?.slice(1) as [string, string])
  assert.ok(pairs.every(Boolean))
  assert.equal(new Set(pairs.map(([name]) => name)).size, pairs.length)
  return { ...Object.fromEntries(pairs), method: String(lines.some((line) => line.startsWith('METHOD'))) }
}

describe('the pages of an appointment', () => {
  it('are there for its people, and for anybody else like those of no appointment', async () => {
    const stranger = accountActor()
    for (const path of [paths.appointment(its), paths.changeAppointment(its), paths.appointmentCalendar(its), paths.appointments(its)]) {
      assert.equal((await portal.get(path, its.maria)).status, 200, path)
      assert.equal((await portal.get(path, stranger)).status, 404, path)
    }
    assert.equal((await portal.get(paths.appointment({ ...its, appointment: 'no-id' }), its.maria)).status, 404)
  })

  it('tell the time by the clock of the office, and by the person’s own where that shows another', async () => {
    const { body } = await portal.get(paths.appointment(its), its.maria)
    assert.match(body, /Tuesday, January 5, 2027/)
    assert.match(body, /8:00\sAM EST/)
    assert.doesNotMatch(body, /In your time zone/)
  })

  it('of one whose person did not come lead to Ask about my case, with that chosen there already', async () => {
    const missed = await ground.booked(slots[5] as string)
    await ground.owner().updateTable('correspondence.appointment').set({ state: 'missed' }).where('id', '=', missed.appointment).execute()
    const { body } = await portal.get(paths.appointment(missed), missed.maria)
    const [, asking = ''] = /href="([^"]*\/inquiry\?reason=missed-appointment)"[^>]*>Tell us why and ask for another time/.exec(body) ?? []
    assert.doesNotMatch(body, new RegExp(`href="${paths.messages(missed)}"`))
    const page = await portal.get(asking, missed.maria)
    assert.match(page.body, /<input[^>]*value="missed-appointment"[^>]*checked|<input[^>]*checked[^>]*value="missed-appointment"/)
    assert.doesNotMatch((await portal.get(`${paths.inquiries(missed)}?reason=%3Cb%3E`, missed.maria)).body, /checked/)
  })

  it('ask the database no more than ten times, however many times are free', async () => {
    portal.statements()
    await portal.get(paths.changeAppointment(its), its.maria)
    assert.ok(portal.statements() <= 10)
  })

  it('show the newest free times when somebody took the one that was chosen', async () => {
    const gone = slots[1] as string
    await ground.owner().updateTable('correspondence.slot').set({ capacity: 1 }).where('id', '=', gone).execute()
    await ground.booked(gone)
    const answer = await portal.post(paths.changeAppointment(its), { slot: gone, why: 'illness' }, its.maria)
    assert.equal(answer.status, 422)
    assert.match(answer.body, /Somebody took this time just before you/)
    assert.ok(!answer.body.includes(`value="${gone}"`) && answer.body.includes(`value="${slots[2]}"`))
  })
})

describe('the calendar file of an appointment', () => {
  it('is one that calendars read: in UTC, under one name for ever, counted up with each change, and without the case in it', async () => {
    const before = read(await fileOf())
    assert.deepEqual([before.DTSTART, before.DTEND, before.SEQUENCE, before.STATUS, before.method], ['20270105T130000Z', '20270105T132000Z', '0', 'CONFIRMED', 'false'])
    assert.ok(!(await fileOf()).includes(its.receiptNumber))
    assert.equal((await ground.change(its, slots[5] as string)).ok, true)
    const moved = read(await fileOf())
    assert.deepEqual([moved.UID, moved.SEQUENCE, moved.DTSTART], [before.UID, '1', '20270105T144000Z'])
  })
})
