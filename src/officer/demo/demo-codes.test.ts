import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { type OfficeGround, officeGround, staffEmail, staffPassword } from '../../../test/cast/office-ground.ts'
import { visitor } from '../../platform/actor.ts'
import { performerFor } from '../../platform/operation.ts'
import { currentCodes, demoCodes } from './demo-codes.ts'
import { enrolDemoStaff } from './enrol-demo-staff.ts'

let office: OfficeGround
before(async () => {
  office = await officeGround()
  await office.enrol('officer')
  await office.enrol('admin')
})
after(() => office.end())

it('the demonstration shows each staff member’s code, six digits alone on a line, new in every step', async () => {
  office.services.clock.advance({ minutes: 1 })
  const first = await office.codes()
  const shown = first.map(({ channel, recipient }) => `${channel} ${recipient}`)
  assert.deepEqual(shown.toSorted(), [`app ${staffEmail('admin')}`, `app ${staffEmail('officer')}`])
  for (const { body_text } of first) assert.match(body_text, /^\d{6}$/m)
  office.services.clock.advance({ seconds: 30 })
  const second = await office.codes()
  assert.notDeepEqual(
    second.map(({ id }) => id),
    first.map(({ id }) => id),
  )
})

it('a code that was used is shown no more: the one after it signs in', async () => {
  office.services.clock.advance({ minutes: 1 })
  assert.equal((await office.signedIn('officer')).seen.url, '/queues?first=yes')
  assert.equal((await office.signedIn('officer')).seen.url, '/queues?first=yes')
})

it('outside the demonstration there are no codes to be had and no staff that enrols by itself', async () => {
  const parts = { ...office.parts, services: { ...office.services, mode: 'production' as const } }
  assert.deepEqual(await demoCodes(parts)(), [])
  const asSystem = performerFor(
    parts,
    { kind: 'system', id: 'demo', roles: [], sessionId: null },
    { id: null, network: null },
  )
  assert.deepEqual(await asSystem.read(currentCodes, {}), [])
  await assert.rejects(
    enrolDemoStaff(parts, { email: 'x@example.test', role: 'officer', password: staffPassword }),
    /demonstration/,
  )
})

it('only the system asks for the codes', async () => {
  const performer = performerFor(office.parts, visitor, { id: null, network: null })
  assert.equal(await performer.read(currentCodes, {}), null)
})
