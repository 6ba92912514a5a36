import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { clearedStaff } from '../../test/cast/cleared-staff.ts'
import { contactHash, sealContactAddress } from '../accounts/contact-points/contact-point.ts'
import { type CasesGround, casesGround, staffActor } from '../../test/cast/cases-ground.ts'
import { type PortalGround, portalGround } from '../../test/cast/portal-ground.ts'
import { changeStatus } from '../cases/index.ts'
import type { Actor } from '../platform/actor.ts'
import { newId } from '../platform/ids.ts'
import { textOf } from '../platform/i18n/text.ts'
import { openTextMessage } from '../platform/sms/queue-text-message.ts'
import { chooseChannels } from './choose-channels.ts'
import { notificationsRoutes } from './index.ts'
import { mailKinds, textMessageKinds } from './message-kinds.ts'
import { ownNotifications } from './own-notifications.ts'
import type { Choice, Choices } from './topic.ts'

const phone = '+12025550143'
let ground: CasesGround
let portal: PortalGround
let maria: Actor
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
  maria = await ground.newAccount(`maria-${people}@example.test`)
})

const email = () => `maria-${people}@example.test`
const owner = () => {
  const pool = ground.database.pools.owner
  if (!pool) throw new Error('the test database has an owner')
  return pool
}
const all = (choice: Choice): Choices => ({ 'case-news': choice, deadlines: choice, messages: choice })
const choose = (choice: Choice) => ground.as(maria).perform(chooseChannels, all(choice))

async function addPhone(account = maria) {
  const [id, now, { keys }] = [newId(), ground.services.clock.now(), ground.services]
  const address_sealed = sealContactAddress(keys, String(account.id), id, phone)
  await owner()
    .insertInto('accounts.contact_point')
    .values({ id, account: String(account.id), kind: 'phone', purpose: 'codes', address_hash: contactHash(keys, phone), address_sealed, added_at: now, proven_at: now })
    .execute()
}

/** An officer moves a case of Maria's: news. */
async function news(officer = staffActor('officer')): Promise<string> {
  const { receiptNumber } = await ground.openCase({ account: maria.id })
  const changed = await ground.as(officer).perform(changeStatus, { receiptNumber, status: 'actively-reviewed', reason: 'They came.' })
  assert.ok(changed.ok, JSON.stringify(changed))
  return receiptNumber
}

const mails = async () => (await ground.mailsTo(email())).map(({ kind }) => kind)
const texts = async () => {
  const rows = await owner().selectFrom('sms.queued').selectAll().where('person', '=', String(maria.id)).execute()
  return rows.map((row) => ({ kind: row.kind, ...openTextMessage(ground.services.keys, row) }))
}

describe('news on a case', () => {
  it('comes by mail to who chose nothing', async () => {
    await news()
    assert.deepEqual([await mails(), await texts()], [['cases.news'], []])
  })

  it('comes by text message alone, by both, or by none and is then on the page only', async () => {
    await addPhone()
    assert.equal((await choose({ email: false, text: true })).ok, true)
    await news()
    assert.deepEqual([await mails(), (await texts()).map(({ kind, to }) => `${kind} ${to}`)], [[], [`notifications.news ${phone}`]])
    await choose({ email: true, text: true })
    await news()
    assert.deepEqual([(await mails()).length, (await texts()).length], [1, 2])
    await choose({ email: false, text: false })
    await news()
    assert.deepEqual([(await mails()).length, (await texts()).length], [1, 2])
  })

  it('goes by no text message once the phone is gone', async () => {
    await addPhone()
    await choose({ email: true, text: true })
    await owner().updateTable('accounts.contact_point').set({ removed_at: ground.services.clock.now() }).where('account', '=', String(maria.id)).execute()
    await news()
    assert.deepEqual([await mails(), await texts()], [['cases.news'], []])
  })

  it('says of a protected person’s nothing that another reader would understand', async () => {
    await addPhone()
    await choose({ email: true, text: true })
    await owner().updateTable('accounts.account').set({ protected_at: ground.services.clock.now() }).where('id', '=', String(maria.id)).execute()
    const receiptNumber = await news(await clearedStaff(ground))
    const [mail] = await ground.mailsTo(email())
    assert.deepEqual(mail, { kind: 'notifications.quiet', values: {} })
    const t = textOf('en', 'UTC')
    const rendering = { t, values: {}, services: ground.services, queuedAt: ground.services.clock.now() }
    const said = JSON.stringify([mailKinds[0]?.render(rendering), textMessageKinds[0]?.render(rendering)])
    for (const word of [receiptNumber.slice(-4), 'case', 'USCIS', 'immigra', 'status', 'http', 'account']) assert.ok(!said.toLowerCase().includes(word.toLowerCase()), word)
  })
})

describe('choosing', () => {
  it('text messages without a proven phone is refused, and nothing is kept', async () => {
    assert.deepEqual(await choose({ email: false, text: true }), { ok: false, refusal: 'no-phone' })
    assert.deepEqual((await ground.as(maria).read(ownNotifications, {}))?.choices['case-news'], { email: true, text: false })
  })

  it('is on the page: text messages offered only with a phone, the safety of the account not at all', async () => {
    const without = await portal.get('/account/notifications', maria)
    assert.doesNotMatch(without.body, /value="text"/)
    assert.match(without.body, /add a phone under/)
    assert.match(without.body, /cannot be switched off/)
    await addPhone()
    assert.match((await portal.get('/account/notifications', maria)).body, /value="text"/)
    const posted = await portal.post('/account/notifications', { messages: 'text', deadlines: 'email' }, maria)
    assert.equal(posted.headers.location, '/account/notifications?done=yes')
    const { choices } = (await ground.as(maria).read(ownNotifications, {})) ?? {}
    assert.deepEqual(choices, { 'case-news': { email: false, text: false }, deadlines: { email: true, text: false }, messages: { email: false, text: true } })
  })

  it('is one’s own: another person’s choices are neither read nor changed', async () => {
    const other = await ground.newAccount(`other-${people}@example.test`)
    await choose({ email: false, text: false })
    assert.deepEqual((await ground.as(other).read(ownNotifications, {}))?.choices['case-news'], { email: true, text: false })
  })
})

describe('what was sent', () => {
  it('is listed with when, about what, how and how it stands, and with nothing of what it said', async () => {
    await addPhone()
    await choose({ email: true, text: true })
    const receiptNumber = await news()
    await owner().updateTable('mail.queued').set({ sent_at: ground.services.clock.now() }).where('person', '=', String(maria.id)).execute()
    const { body } = await portal.get('/account/notifications', maria)
    const rows = [...body.matchAll(/<tr[\s\S]*?<\/tr>/g)].map(([row]) => row.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' '))
    assert.ok(rows.some((row) => /News on a case .*Email .*Sent/.test(row)), rows.join('\n'))
    assert.ok(rows.some((row) => /News .*Text message .*Waiting to leave/.test(row)), rows.join('\n'))
    assert.ok(!body.includes(receiptNumber.slice(-4)) && !body.includes(phone) && !body.includes('example.test'))
  })

  it('to somebody else is not', async () => {
    await news()
    const other = await ground.newAccount(`curious-${people}@example.test`)
    assert.deepEqual((await ground.as(other).read(ownNotifications, {}))?.deliveries, [])
  })
})
