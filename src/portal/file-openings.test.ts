import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { accountActor } from '../../test/cast/cases-ground.ts'
import { type OfficeGround, officeGround } from '../../test/cast/office-ground.ts'
import { type PortalGround, portalGround } from '../../test/cast/portal-ground.ts'
import type { Actor } from '../platform/actor.ts'
import { newTrackingNumber, showTrackingNumber } from '../accounts/support/support-request.ts'
import { openSupportRequest } from '../officer/support/open-request.ts'
import { asActor } from '../platform/db/transaction.ts'
import { newId } from '../platform/ids.ts'
import { performerFor } from '../platform/operation.ts'
import { portalRoutes } from './index.ts'

const path = '/account/security/openings'

let office: OfficeGround
let portal: PortalGround
let maria: Actor
let receiptNumber = ''
before(async () => {
  office = await officeGround()
  portal = await portalGround(office, portalRoutes())
  await office.enrol('officer')
  maria = await office.newAccount('maria@example.test')
  const opened = await office.openCase({ account: String(maria.id) })
  receiptNumber = opened.receiptNumber
})
after(async () => {
  await portal.close()
  await office.end()
})

const words = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

async function openFile(number: string, reason = 'answer-inquiry') {
  office.services.clock.advance({ minutes: 20 })
  const browser = await office.signedIn('officer')
  await browser.open(`/cases/${number}`)
  return browser.press('Open file', { reason, note: 'A word of the officer alone' })
}

test('nobody has looked yet: the page says what will stand there', async () => {
  assert.match((await portal.get(path, maria)).body, /Nobody has opened your file/)
})

test('a person sees office, role, reason and when, and nothing that leads to the officer', async () => {
  await openFile(receiptNumber)
  const { status, body } = await portal.get(path, maria)
  assert.equal(status, 200)
  assert.match(words(body), new RegExp(`November 23, 2026.*${receiptNumber} .* · Officer Because you asked about it`))
  const [opening] = (await office.database.pools.owner?.selectFrom('officer.file_opening').selectAll().execute()) ?? []
  for (const secret of ['officer@example.test', 'A word of the officer', String(opening?.staff), String(opening?.session), String(opening?.id)])
    assert.ok(!body.includes(secret), secret)
})

test('the office is the one of the day on which the file was opened', async () => {
  const before = words((await portal.get(path, maria)).body)
  await office.database.pools.owner?.updateTable('cases.case').set({ office: 'elsewhere' }).where('receipt_number', '=', receiptNumber).execute()
  assert.equal(words((await portal.get(path, maria)).body), before)
})

test('support’s looks at a request that named the account stand in the list, with role and reason, and in no other’s', async () => {
  await office.enrol('support')
  const number = newTrackingNumber()
  const now = office.services.clock.now()
  await office.database.pools.owner
    ?.insertInto('accounts.support_request')
    .values({
      id: newId(), tracking_number: number, key_id: 'test', token_hash: 'a'.repeat(44), topic: 'lost-phone', account: String(maria.id),
      message_sealed: Buffer.from('sealed'), language: 'en', sent_at: now,
    })
    .execute()
  assert.doesNotMatch((await portal.get(path, maria)).body, /Request to support/, 'nobody has opened it')
  const desk = performerFor({ ...office.parts }, { kind: 'staff', id: newId(), roles: ['support'], sessionId: newId() }, { id: null, network: null })
  assert.equal((await desk.perform(openSupportRequest, { trackingNumber: number, reason: 'complaint' })).ok, true)
  const shown = words((await portal.get(path, maria)).body)
  assert.match(shown, new RegExp(`Request to support ${showTrackingNumber(number)} Support desk Because of a complaint`))
  const [step] = (await office.database.pools.owner?.selectFrom('accounts.support_step').selectAll().execute()) ?? []
  assert.ok(step && !shown.includes(step.staff) && !shown.includes(step.session))
  assert.doesNotMatch((await portal.get(path, await office.newAccount('other@example.test'))).body, /Request to support/)
})

test('each look at a single document, and a paper that intake took in or scanned, stands in the list too; what was refused does not', async () => {
  const owner = office.database.pools.owner as NonNullable<typeof office.database.pools.owner>
  const officer = await owner.selectFrom('officer.staff').select('id').where('role', '=', 'officer').executeTakeFirstOrThrow()
  const intake = await office.enrol('intake')
  const { id: subject } = await owner.selectFrom('cases.case').select('id').where('receipt_number', '=', receiptNumber).executeTakeFirstOrThrow()
  const done = (operation: string, actor: string, outcome = 'done') => ({ operation, actor_kind: 'staff', actor_id: actor, subject, outcome, at: office.services.clock.now(), detail: JSON.stringify({ file: 'a-secret-id' }) })
  await owner
    .insertInto('audit.entry')
    .values([done('officer.look-at-file', officer.id), done('officer.look-at-file', officer.id, 'refused'), done('officer.record-scan', intake), done('officer.take-later-paper', intake), done('officer.keep-note', officer.id)] as never)
    .execute()
  const { body } = await portal.get(path, maria)
  const shown = words(body)
  assert.equal(shown.split('To read one of your documents').length - 1, 1)
  assert.match(shown, /Intake To scan your paper into the case/)
  assert.match(shown, /Intake To take in a paper that came for it/)
  for (const secret of [officer.id, intake, 'a-secret-id', 'keep-note']) assert.ok(!body.includes(secret), secret)
  assert.doesNotMatch((await portal.get(path, await office.newAccount('elsewhere@example.test'))).body, /To read one of your documents/)
  await owner.deleteFrom('audit.entry').where('subject', '=', subject).where('operation', 'in', ['officer.look-at-file', 'officer.record-scan', 'officer.take-later-paper', 'officer.keep-note']).execute()
})

test('of another person’s file nobody sees anything, and who is not signed in is led to sign in', async () => {
  const stranger = await office.newAccount('stranger@example.test')
  assert.match((await portal.get(path, stranger)).body, /Nobody has opened your file/)
  assert.equal((await portal.get(path)).status, 303)
})

test('the list has twenty to a page, the newest first', async () => {
  const [first] = (await office.database.pools.owner?.selectFrom('officer.file_opening').selectAll().execute()) ?? []
  assert.ok(first)
  const more = Array.from({ length: 25 }, (_, index) => ({
    ...first,
    id: `00000000-0000-4000-8000-0000000000${String(index + 10)}`,
    reason: 'second-review',
    at: first.at.add({ minutes: index + 1 }),
  }))
  await office.database.pools.owner?.insertInto('officer.file_opening').values(more).execute()
  const page = async (number: number) => words((await portal.get(`${path}?page=${number}`, maria)).body)
  const count = (text: string, sought: string) => text.split(sought).length - 1
  assert.equal(count(await page(1), 'To check it a second time'), 20)
  assert.deepEqual([count(await page(2), 'To check it a second time'), count(await page(2), 'Because you asked')], [5, 1])
})

test('the database shows the portal’s role the openings of the actor’s own file through one function, and no staff', async () => {
  const ask = (actor: Actor) =>
    asActor(office.database.pools.portal, actor, {}, async (tx) => {
      const { rows } = await sql<Record<string, unknown>>`select * from officer_public.openings_of_own_file(100, 0)`.execute(tx)
      return rows
    })
  const mine = await ask(maria)
  assert.equal(mine.length, 27)
  assert.deepEqual(Object.keys(mine[0] ?? {}).sort(), ['at', 'kind', 'named', 'office', 'reason', 'role', 'total'])
  assert.deepEqual(await ask(accountActor()), [])
  assert.deepEqual(await ask({ kind: 'visitor', id: null, roles: [], sessionId: null }), [])
  await assert.rejects(
    asActor(office.database.pools.portal, maria, {}, (tx) => tx.selectFrom('officer.file_opening').selectAll().execute()),
    /permission denied/,
  )
})

test('who is no longer a party of a case no longer sees who opens it', async () => {
  await office.database.pools.owner?.updateTable('cases.party').set({ until_at: office.services.clock.now() }).where('account', '=', String(maria.id)).execute()
  assert.doesNotMatch((await portal.get(path, maria)).body, new RegExp(receiptNumber))
})
