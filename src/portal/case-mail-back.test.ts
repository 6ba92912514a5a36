import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { type CasesGround, casesGround, staffActor } from '../../test/cast/cases-ground.ts'
import { type PortalGround, portalGround } from '../../test/cast/portal-ground.ts'
import { changeStatus } from '../cases/index.ts'
import { visitor } from '../platform/actor.ts'
import { noteDeliveryReport } from '../platform/mail/events/mail-events.ts'
import { performerFor } from '../platform/operation.ts'
import { portalRoutes } from './index.ts'

let ground: CasesGround
let portal: PortalGround
before(async () => {
  ground = await casesGround()
  portal = await portalGround(ground, portalRoutes())
})
after(async () => {
  await portal.close()
  await ground.database.drop()
})

it('the page of a case says that emails to its reader come back, as home does, in the statements there were; to nobody else on it', async () => {
  const [sam, other] = [await ground.newAccount('sam@example.test'), await ground.newAccount('other@example.test')]
  const { receiptNumber, caseId } = await ground.openCase({ account: String(sam.id) })
  await ground.database.pools.owner?.insertInto('cases.party').values({ case: caseId, account: String(other.id), role: 'petitioner', from_at: ground.services.clock.now() }).execute()
  const path = `/cases/${receiptNumber}`
  assert.ok((await ground.as(staffActor('officer')).perform(changeStatus, { receiptNumber, status: 'actively-reviewed', reason: 'They came.' })).ok)
  assert.doesNotMatch((await portal.get(path, sam)).body, /Our emails to you come back/)
  const mail = await ground.database.pools.owner?.selectFrom('mail.queued').select('id').where('person', '=', String(sam.id)).executeTakeFirstOrThrow()
  const gate = performerFor({ pool: ground.database.pools.portal, services: ground.services, record: async () => undefined }, visitor, { id: null, network: null })
  assert.ok((await gate.perform(noteDeliveryReport, { mail: mail?.id ?? '', outcome: 'bounced', code: '5.1.1' })).ok)
  portal.statements()
  const { body } = await portal.get(path, sam)
  assert.ok(portal.statements() <= 5)
  assert.match(body, /Our emails to you come back[\s\S]*Give another address[\s\S]*Emails reach me here/)
  assert.match((await portal.get('/account', sam)).body, /Our emails to you come back/)
  assert.doesNotMatch((await portal.get(path, other)).body, /Our emails to you come back/)
})
