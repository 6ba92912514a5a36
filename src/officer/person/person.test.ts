import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { clearRole } from '../../../test/cast/cleared-staff.ts'
import { type OfficeGround, officeGround } from '../../../test/cast/office-ground.ts'
import { type PortalGround, portalGround } from '../../../test/cast/portal-ground.ts'
import { newTrackingNumber, showTrackingNumber } from '../../accounts/support/support-request.ts'
import type { Actor } from '../../platform/actor.ts'
import { newId } from '../../platform/ids.ts'
import { officePaths, paths } from '../../platform/paths.ts'
import { portalRoutes } from '../../portal/index.ts'
import { setNames } from '../../profile/person/set-names.ts'

let office: OfficeGround
let portal: PortalGround
let vera: Actor
let receiptNumber = ''
const tracking = newTrackingNumber()
const names = { given: 'Vera', family: 'Lindqvist', order: 'given-first' as const, ownScript: '', called: '', others: ['Vera Berg'] }
before(async () => {
  office = await officeGround()
  portal = await portalGround(office, portalRoutes())
  for (const role of ['officer', 'supervisor', 'support', 'intake', 'admin'] as const) await office.enrol(role)
  vera = await office.newAccount('vera@example.test')
  await office.as(vera).perform(setNames, names)
  ;({ receiptNumber } = await office.openCase({ account: String(vera.id) }))
  const { owner } = office.database.pools
  const asked = { topic: 'lost-phone', account: String(vera.id), message_sealed: Buffer.from('sealed'), language: 'en', sent_at: office.services.clock.now() }
  await owner?.insertInto('accounts.support_request').values({ id: newId(), tracking_number: tracking, key_id: 'test', token_hash: 'a'.repeat(44), ...asked }).execute()
})
after(async () => {
  await portal.close()
  await office.end()
})

const address = () => officePaths.person({ account: String(vera.id) })
const newlyIn = async (role: 'officer' | 'supervisor' | 'support' | 'intake' | 'admin') => {
  office.services.clock.advance({ minutes: 1 })
  return office.signedIn(role)
}

describe('the office’s page of a person', () => {
  it('is told only after a reason, in every sign-in; the person reads role and reason, and the record who', async () => {
    const browser = await newlyIn('officer')
    assert.match((await browser.open(address())).text, /Reason for opening/)
    assert.doesNotMatch(browser.seen.text, /Lindqvist/)
    assert.ok(!browser.seen.html.includes(receiptNumber))
    assert.equal((await browser.press('Open page', { reason: '', note: '' })).status, 422)
    assert.equal((await browser.press('Open page', { reason: 'other', note: '' })).status, 422, 'another reason is said')
    await browser.press('Open page', { reason: 'answer-inquiry', note: 'They called us' })
    assert.match(browser.seen.text, /Vera Lindqvist.*Vera Berg/)
    assert.ok(browser.seen.html.includes(officePaths.case({ receiptNumber })))
    assert.match(browser.seen.text, new RegExp(`${showTrackingNumber(tracking)} I lost my phone`))
    assert.match((await browser.open(officePaths.case({ receiptNumber }))).text, /Reason for opening/, 'the file of a case asks for its own')
    assert.match((await (await newlyIn('officer')).open(address())).text, /Reason for opening/)
    const told = (await portal.get(paths.fileOpenings(), vera)).body.replace(/<[^>]+>/g, ' ')
    assert.match(told, /The office’s page about you.*Officer\s+Because you asked about it/s)
    assert.doesNotMatch(told, /They called us|officer@example/)
    const entries = await office.database.pools.owner?.selectFrom('audit.entry').select(['outcome']).where('operation', '=', 'officer.open-person').where('subject', '=', String(vera.id)).execute()
    assert.deepEqual(entries?.map(({ outcome }) => outcome), ['done'])
  })

  it('is reached from a file and from a search by account number', async () => {
    const browser = await newlyIn('officer')
    await browser.open(officePaths.case({ receiptNumber }))
    await browser.press('Open file', { reason: 'work-on-case', note: '' })
    assert.ok(browser.seen.html.includes(`href="${address()}"`))
    const row = await office.database.pools.owner?.selectFrom('accounts.account').select('online_account_number').where('id', '=', String(vera.id)).executeTakeFirst()
    await browser.open(officePaths.people())
    await browser.press('Search', { receiptNumber: String(row?.online_account_number) })
    assert.ok(browser.seen.html.includes(`href="${address()}"`))
  })

  it('is not there for a role that works no cases', async () => {
    for (const role of ['support', 'intake', 'admin'] as const) assert.doesNotMatch((await (await newlyIn(role)).open(address())).text, /Reason for opening|Lindqvist/, role)
  })

  it('is absent, opened before or not, where the person is protected and who asks may not know it', async () => {
    const browser = await newlyIn('officer')
    await browser.open(address())
    await browser.press('Open page', { reason: 'work-on-case', note: '' })
    const mark = (at: Temporal.Instant | null) => office.database.pools.owner?.updateTable('accounts.account').set({ protected_at: at }).where('id', '=', String(vera.id)).execute()
    const form = await browser.open(officePaths.person({ account: String((await office.newAccount('other@example.test')).id) }))
    assert.match(form.text, /Reason for opening/)
    const { hidden } = browser.formOf('Open page')
    await mark(office.services.clock.now())
    const nobody = await browser.ask('GET', officePaths.person({ account: newId() }))
    assert.equal(nobody.status, 404)
    assert.equal((await browser.ask('GET', address())).status, 404)
    assert.equal((await browser.ask('POST', address(), { ...hidden, reason: 'work-on-case', note: '' })).status, 404)
    assert.match((await (await newlyIn('supervisor')).open(address())).text, /Reason for opening/)
    await clearRole(office, 'officer')
    assert.match((await (await newlyIn('officer')).open(address())).text, /Reason for opening/)
    await clearRole(office, 'officer', false)
    await mark(null)
  })
})
