import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { type CasesGround, casesGround, staffActor } from '../../test/cast/cases-ground.ts'
import { type PortalGround, portalGround } from '../../test/cast/portal-ground.ts'
import { contactHash, sealContactAddress } from '../accounts/contact-points/contact-point.ts'
import { changeStatus } from '../cases/index.ts'
import { type Actor, visitor } from '../platform/actor.ts'
import { newId } from '../platform/ids.ts'
import { performerFor } from '../platform/operation.ts'
import { noteDeliveryReport } from '../platform/mail/events/mail-events.ts'
import { notificationsRoutes } from './index.ts'
import { mailReachesMe } from './mail-reaches-me.ts'

let ground: CasesGround
let portal: PortalGround
let sam: Actor
let people = 0
before(async () => {
  ground = await casesGround()
  portal = await portalGround(ground, notificationsRoutes)
})
after(async () => {
  await portal.close()
  await ground.database.drop()
})
beforeEach(async () => {
  people += 1
  ground.services.clock.advance({ minutes: 1 })
  sam = await ground.newAccount(`sam-${people}@example.test`)
})

const email = () => `sam-${people}@example.test`
const owner = () => {
  const pool = ground.database.pools.owner
  if (!pool) throw new Error('the test database has an owner')
  return pool
}
const mails = () => owner().selectFrom('mail.queued').select('id').where('person', '=', String(sam.id)).orderBy('queued_at', 'desc').execute()
const texts = async () => (await owner().selectFrom('sms.queued').select('kind').where('person', '=', String(sam.id)).execute()).map(({ kind }) => kind)

async function news() {
  ground.services.clock.advance({ minutes: 1 })
  const { receiptNumber } = await ground.openCase({ account: sam.id })
  assert.ok((await ground.as(staffActor('officer')).perform(changeStatus, { receiptNumber, status: 'actively-reviewed', reason: 'They came.' })).ok)
}

/** The newest mail to them comes back: there is no such mailbox. */
async function comesBack() {
  const [newest] = await mails()
  const gate = performerFor({ pool: ground.database.pools.portal, services: ground.services, record: async () => undefined }, visitor, { id: null, network: null })
  assert.ok((await gate.perform(noteDeliveryReport, { mail: newest?.id ?? '', outcome: 'bounced', code: '5.1.1' })).ok)
}

async function addPhone() {
  const [id, now, { keys }] = [newId(), ground.services.clock.now(), ground.services]
  const address_sealed = sealContactAddress(keys, String(sam.id), id, '+12025550199')
  await owner()
    .insertInto('accounts.contact_point')
    .values({ id, account: String(sam.id), kind: 'phone', purpose: 'codes', address_hash: contactHash(keys, '+12025550199'), address_sealed, added_at: now, proven_at: now })
    .execute()
}

describe('a person whose mail comes back', () => {
  it('gets their news by text message instead, whatever they had chosen, and no more mail', async () => {
    await addPhone()
    await news()
    assert.deepEqual([(await mails()).length, await texts()], [1, []])
    await comesBack()
    await news()
    assert.deepEqual([(await mails()).length, await texts()], [1, ['notifications.news']])
  })

  it('is mailed to all the same where there is no other way, so that the day it arrives is noticed', async () => {
    await news()
    await comesBack()
    await news()
    assert.equal((await mails()).length, 2)
  })

  it('reads so on their page with what came back, says that mail reaches them, twice for once, and gets mail again', async () => {
    await addPhone()
    await news()
    assert.doesNotMatch((await portal.get('/account/notifications', sam)).body, /Our emails to you come back/)
    await comesBack()
    const shown = await portal.get('/account/notifications', sam)
    assert.match(shown.body, /Our emails to you come back[\s\S]*Give another address[\s\S]*Emails reach me here/)
    assert.match(shown.body, />Came back</)
    assert.ok(!shown.body.includes(email()))
    const stranger = await ground.newAccount(`stranger-${people}@example.test`)
    await ground.as(stranger).perform(mailReachesMe, {})
    assert.match((await portal.get('/account/notifications', sam)).body, /Our emails to you come back/)
    await ground.as(sam).perform(mailReachesMe, {})
    await ground.as(sam).perform(mailReachesMe, {})
    assert.match((await portal.get('/account/notifications?reached=yes', sam)).body, /We send our next news to your email address again/)
    await news()
    assert.equal((await mails()).length, 2)
  })
})
