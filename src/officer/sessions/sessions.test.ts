import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { type OfficeGround, officeGround, staffEmail, staffPassword } from '../../../test/cast/office-ground.ts'
import { portalVisits } from '../../accounts/index.ts'
import { systemActor } from '../../platform/actor.ts'
import { asActor } from '../../platform/db/transaction.ts'
import { openLog } from '../../platform/log.ts'
import { performerFor } from '../../platform/operation.ts'
import { sweepOffice } from '../index.ts'
import { officeVisits } from './visit.ts'

let office: OfficeGround
before(async () => {
  office = await officeGround()
  await office.enrol('officer')
})
after(() => office.end())
beforeEach(() => office.services.clock.advance({ hours: 1 }))

const cookie = 'portolan_office'

describe('a session of the office', () => {
  it('ends after 15 minutes without a sign of life, and not before', async () => {
    const browser = await office.signedIn('officer')
    office.services.clock.advance({ minutes: 14, seconds: 59 })
    assert.equal((await browser.open('/queues')).url, '/queues')
    office.services.clock.advance({ minutes: 15, seconds: 1 })
    assert.match((await browser.open('/queues')).url, /^\/sign-in/)
  })

  it('ends after 12 hours however busy it is', async () => {
    const browser = await office.signedIn('officer')
    for (let i = 0; i < 71; i += 1) {
      office.services.clock.advance({ minutes: 10 })
      await browser.open('/cases')
    }
    assert.equal(browser.seen.url, '/cases')
    office.services.clock.advance({ minutes: 10 })
    assert.match((await browser.open('/cases')).url, /^\/sign-in/)
  })

  it('half-way ends after half an hour however busy it is, and not before', async () => {
    for (const [seconds, shown] of [[30 * 60 - 1, /^\/sign-in\/verification-code/], [30 * 60, /^\/sign-in(\?|$)/]] as const) {
      const browser = office.browser()
      await browser.open('/sign-in')
      await browser.press('Sign In', { email: staffEmail('officer'), password: staffPassword })
      for (const minutes of [14, 14]) {
        office.services.clock.advance({ minutes })
        await browser.open('/sign-in/verification-code')
      }
      office.services.clock.advance({ seconds: seconds - 28 * 60 })
      assert.match((await browser.open('/sign-in/verification-code')).url, shown)
    }
  })

  it('is kept alive by one press', async () => {
    const browser = await office.signedIn('officer')
    const csrf = /name="csrf" value="([^"]*)"/.exec(browser.seen.html)?.[1] ?? ''
    office.services.clock.advance({ minutes: 14 })
    assert.equal((await browser.ask('POST', '/session/extend', { csrf })).status, 200)
    office.services.clock.advance({ minutes: 14 })
    assert.equal((await browser.open('/queues')).url, '/queues')
  })

  it('ends with Sign Out, also for whoever kept the cookie', async () => {
    const browser = await office.signedIn('officer')
    const kept = browser.cookies.get(cookie) ?? ''
    await browser.press('Sign Out')
    assert.equal(browser.seen.url, '/sign-in')
    browser.cookies.set(cookie, kept)
    assert.match((await browser.open('/queues')).url, /^\/sign-in/)
  })

  it('is nothing to the portal, and the portal’s cookie is nothing to the office', async () => {
    const browser = await office.signedIn('officer')
    const secret = browser.cookies.get(cookie) ?? ''
    const { services, database } = office
    assert.notEqual((await officeVisits(office.parts)(secret)).session, null)
    assert.equal((await portalVisits({ services, pool: database.pools.portal })(secret)).session, null)
    const stranger = office.browser()
    stranger.cookies.set('portolan_portal', secret)
    assert.match((await stranger.open('/queues')).url, /^\/sign-in/)
  })

  it('that waits for its code is nobody’s', async () => {
    const browser = office.browser()
    await browser.open('/sign-in')
    await browser.press('Sign In', { email: staffEmail('officer'), password: staffPassword })
    const visit = await officeVisits(office.parts)(browser.cookies.get(cookie) ?? '')
    assert.equal(visit.actor.kind, 'visitor')
    assert.deepEqual(visit.actor.roles, [])
  })
})

describe('the tables of the staff', () => {
  it('are closed to the portal, also at its gate', async () => {
    const { pools } = office.database
    const read = (tx: typeof pools.portal) => tx.selectFrom('officer.staff').select('id').execute()
    await assert.rejects(asActor(pools.portal, systemActor('test'), {}, read), /permission denied/)
    assert.deepEqual(await asActor(pools.portal, systemActor('test'), { gate: true }, read), [])
    assert.equal((await asActor(pools.office, systemActor('test'), { gate: true }, read)).length, 1)
  })

  it('never show a secret to signed-in staff', async () => {
    const visit = await officeVisits(office.parts)((await office.signedIn('officer')).cookies.get(cookie) ?? '')
    for (const column of ['password_hash', 'totp_sealed', 'totp_last_step'] as const)
      await assert.rejects(
        asActor(office.database.pools.office, visit.actor, {}, (tx) =>
          tx.selectFrom('officer.staff').select(column).execute(),
        ),
        /permission denied/,
      )
  })

  it('are swept of what they do not keep: links after 30 days, sessions after 90', async () => {
    const { services, database } = office
    const { pools } = database
    const count = async (table: 'officer.staff_session' | 'officer.enrolment_link') =>
      (await pools.owner?.selectFrom(table).select('id').execute())?.length
    assert.ok(((await count('officer.staff_session')) ?? 0) > 0)
    services.clock.advance({ hours: 24 * 91 })
    const actor = systemActor('officer.sweep')
    const performer = performerFor({ ...office.parts, pool: pools.worker }, actor, { id: null, network: null })
    await sweepOffice.run({ ...performer, services, pool: pools.worker, log: openLog('silent') })
    assert.deepEqual([await count('officer.staff_session'), await count('officer.enrolment_link')], [0, 0])
  })
})
