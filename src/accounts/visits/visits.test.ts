import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { sql } from 'kysely'
import { type AccountsGround, accountsGround } from '../../../test/cast/accounts-ground.ts'
import type { PortalBrowser } from '../../../test/cast/portal-browser.ts'
import { codeMailedTo, goodPassword, signInBy, signUpUntil } from '../../../test/cast/sign-up-in-browser.ts'
import { signedUp } from '../../../test/cast/signed-up.ts'
import { asActor } from '../../platform/db/transaction.ts'
import { newId } from '../../platform/ids.ts'
import { endSessionsOf, lockSession } from '../sessions/session-store.ts'

const phone = 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Mobile Safari/537.36'
const desk = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:125.0) Gecko/20100101 Firefox/125.0'

let ground: AccountsGround
let people = 0
let email = ''
let account = ''
before(async () => {
  ground = await accountsGround()
})
beforeEach(async () => {
  people += 1
  email = `visits-${people}@example.test`
  account = await signedUp(ground, email)
  ground.services.clock.advance({ hours: 1 })
})
after(async () => {
  assert.deepEqual(ground.faults, [], 'no page ended in a fault')
  await ground.end()
})

async function signedIn(address?: string, agent?: string): Promise<PortalBrowser> {
  const browser = ground.browser(address, agent)
  await signInBy(ground, browser, email)
  return browser
}

const isIn = async (browser: PortalBrowser) => (await browser.open('/account/security')).url === '/account/security'
const sessions = async () => (await ground.database.pools.owner?.selectFrom('accounts.session').selectAll().execute()) ?? []
/** The newest session that is signed in. */
const newest = async () =>
  (await sessions())
    .filter(({ stage, ended_at }) => stage === 'full' && ended_at === null)
    .sort((one, other) => Temporal.Instant.compare(one.begun_at, other.begun_at))
    .at(-1)
const rowsOf = (html: string, caption: string) => {
  const table = (html.match(/<table.*?<\/table>/gs) ?? []).find((each) => each.includes(`<caption>${caption}</caption>`)) ?? ''
  return (table.match(/<tbody>.*<\/tbody>/s)?.[0].match(/<tr>.*?<\/tr>/gs) ?? []).map((row) => row.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ').trim())
}

test('a sign-in is listed with when, kind of device, rough place and how; this visit is marked', async () => {
  email = `visits-by-pages-${people}@example.test`
  await signUpUntil(ground, ground.browser(), email)
  ground.services.clock.advance({ hours: 1 })
  await signedIn('8.8.8.8', phone)
  ground.services.clock.advance({ minutes: 2 })
  const here = await signedIn('192.168.1.4', desk)
  const { html } = await here.open('/account/security/history')
  const [mine, other, opened, ...more] = rowsOf(html, 'Sign-ins of the last 90 days')
  assert.match(mine ?? '', /this visit Firefox on Windows Not known Password and a code by email/)
  assert.match(other ?? '', /November \d+, 2026.* Chrome on Android United States Password and a code by email/)
  assert.doesNotMatch(other ?? '', /this visit/)
  assert.match(opened ?? '', /You opened the account/)
  assert.deepEqual(more, [])
})

test('a step-up changes the session and not the visit: one row before and after, with its chosen length', async () => {
  const here = await signedIn()
  await here.open('/account/security')
  await here.press('Save', { minutes: '30' })
  ground.services.clock.advance({ seconds: 1 })
  await here.open('/sign-in/again?next=/account/security')
  const secret = here.cookies.get('portolan_portal')
  await here.press('Submit', { code: await codeMailedTo(ground, email) })
  assert.notEqual(here.cookies.get('portolan_portal'), secret)
  assert.equal(rowsOf(here.seen.html, 'Browsers in which you are signed in').length, 1)
  assert.match(here.seen.html, /value="30" checked/)
  assert.equal(rowsOf((await here.open('/account/security/history')).html, 'Sign-ins of the last 90 days').length, 1)
})

test('a right password without a code is shown as that, and is no sign-in', async () => {
  const stranger = ground.browser('8.8.8.8', phone)
  await stranger.open('/sign-in')
  await stranger.press('Sign In', { email, password: goodPassword })
  ground.services.clock.advance({ minutes: 1 })
  const here = await signedIn()
  const rows = rowsOf((await here.open('/account/security/history')).html, 'Sign-ins of the last 90 days')
  assert.match(rows[1] ?? '', /Chrome on Android United States Right password, no code: nobody got in/)
  assert.equal(rowsOf((await here.open('/account/security')).html, 'Browsers in which you are signed in').length, 1)
})

test('the history goes back 90 days, twenty to a page, and has nobody else’s sign-ins', async () => {
  const mine = email
  const now = ground.services.clock.now()
  const past = Array.from({ length: 30 }, (_, index) => {
    const begun = now.subtract({ hours: 24 * (index * 4 + 1) })
    const times = { begun_at: begun, last_seen_at: begun, ends_at: begun.add({ hours: 12 }) }
    return { id: newId(), account, stage: 'full', secret_hash: newId() + newId(), proved_by: 'app', device: 'Opera/Linux', ...times }
  })
  await ground.database.pools.owner?.insertInto('accounts.session').values(past).execute()
  email = `visits-other-${people}@example.test`
  await signedUp(ground, email)
  await signedIn('8.8.8.8', phone)
  email = mine
  const here = await signedIn(undefined, desk)
  const first = rowsOf((await here.open('/account/security/history')).html, 'Sign-ins of the last 90 days')
  const second = rowsOf((await here.open('/account/security/history?page=2')).html, 'Sign-ins of the last 90 days')
  assert.equal(first.length, 20)
  assert.equal(first.length + second.length, 1 + 23, 'this visit, and 23 of the 30 are younger than 90 days')
  assert.ok(![...first, ...second].some((row) => /Android/.test(row)))
  assert.match((await here.open('/account/security/history?page=x')).text, /this visit/)
})

test('Sign out ends one other browser at its next request, and leaves the rest', async () => {
  const [other, third, here] = [await signedIn('8.8.8.8', phone), await signedIn(), await signedIn(undefined, desk)]
  await here.open('/account/security')
  assert.equal(rowsOf(here.seen.html, 'Browsers in which you are signed in').length, 3)
  const form = (here.seen.html.match(/<form\b.*?<\/form>/gs) ?? []).find((each) => each.includes('of Chrome on Android')) ?? ''
  const visit = /name="visit" value="([^"]+)"/.exec(form)?.[1] ?? ''
  const { hidden } = here.formOf('Sign out everywhere')
  assert.equal(await isIn(other), true)
  const done = await here.ask('POST', '/account/security/sign-out', { ...hidden, visit })
  assert.equal(done.location, '/account/security?done=visit')
  assert.deepEqual([await isIn(other), await isIn(third), await isIn(here)], [false, true, true])
  const again = await here.ask('POST', '/account/security/sign-out', { ...hidden, visit })
  assert.equal(again.location, '/account/security?done=gone')
})

test('nobody signs another person out by the id of a visit', async () => {
  const victim = await signedIn()
  const visit = (await newest())?.visit ?? ''
  email = `visits-thief-${people}@example.test`
  await signedUp(ground, email)
  const thief = await signedIn()
  await thief.open('/account/security')
  const { hidden } = thief.formOf('Sign out everywhere')
  const turned = await thief.ask('POST', '/account/security/sign-out', { ...hidden, visit })
  assert.equal(turned.location, '/account/security?done=gone')
  assert.equal(await isIn(victim), true)
})

test('Sign out everywhere else leaves this browser, Sign out everywhere none; half-way sign-ins end too', async () => {
  const [other, here] = [await signedIn(), await signedIn()]
  const halfWay = ground.browser()
  await halfWay.open('/sign-in')
  await halfWay.press('Sign In', { email, password: goodPassword })
  await here.open('/account/security')
  assert.match((await here.press('Sign out everywhere else')).text, /All other browsers are signed out/)
  assert.deepEqual([await isIn(other), await isIn(here)], [false, true])
  assert.equal((await halfWay.open('/sign-in/verification-code')).url, '/sign-in')
  const back = await signedIn()
  await back.open('/account/security')
  const left = await back.press('Sign out everywhere')
  assert.equal(left.url, '/sign-in')
  assert.equal(back.cookies.has('portolan_portal'), false)
  assert.deepEqual([await isIn(here), await isIn(back)], [false, false])
})

test('what was ended is on record, and in the person’s own list of changes', async () => {
  const here = await signedIn()
  await here.open('/account/security')
  await here.press('Sign out everywhere')
  const entries = await ground.database.pools.owner?.selectFrom('audit.entry').selectAll().where('operation', '=', 'accounts.sign-out-everywhere').execute()
  const last = entries?.at(-1)
  assert.deepEqual([last?.actor_kind, last?.account], ['account', last?.actor_id])
  ground.services.clock.advance({ minutes: 1 })
  const { text } = await (await signedIn()).open('/account/security/history')
  assert.match(text, /Changes to how you sign in .*All browsers were signed out/)
})

test('a session that is just being replaced does not outlive Sign out everywhere', async () => {
  await signedIn()
  const session = await newest()
  assert.ok(session)
  const actor = { kind: 'account', id: session.account, roles: [], sessionId: session.id } as const
  const { portal } = ground.database.pools
  const at = ground.services.clock.now()
  const next = newId()
  let ending: Promise<void> | undefined
  await asActor(portal, actor, {}, async (tx) => {
    await lockSession(tx, session.id)
    ending = asActor(portal, actor, {}, (other) => endSessionsOf(other, session.account, 'signed-out-elsewhere', at))
    await waitsForLock()
    await tx.updateTable('accounts.session').set({ ended_at: at, ended_by: 'replaced' }).where('id', '=', session.id).execute()
    await tx.insertInto('accounts.session').values({ ...session, id: next, secret_hash: newId() + newId() }).execute()
  })
  await ending
  const row = (await sessions()).find(({ id }) => id === next)
  assert.equal(row?.ended_by, 'signed-out-elsewhere')
})

/** Until the database says that somebody waits for a row that another transaction holds. */
async function waitsForLock(): Promise<void> {
  const { owner } = ground.database.pools
  assert.ok(owner)
  for (;;) {
    const { rows } = await sql`select from pg_locks l join pg_stat_activity a on a.pid = l.pid
      where not l.granted and a.datname = current_database()`.execute(owner)
    if (rows.length > 0) return
  }
}

test('thirty or sixty minutes can be chosen for this visit, and are what ends it; twelve hours stay', async () => {
  const [here, other] = [await signedIn(), await signedIn()]
  await here.open('/account/security')
  const saved = await here.press('Save', { minutes: '60' })
  assert.match(saved.text, /If you do nothing for 60 minutes, you are signed out/)
  ground.services.clock.advance({ minutes: 59 })
  assert.deepEqual([await isIn(other), await isIn(here)], [false, true])
  ground.services.clock.advance({ minutes: 60 })
  assert.equal(await isIn(here), false)
  const long = await signedIn()
  await long.open('/account/security')
  await long.press('Save', { minutes: '60' })
  for (let hours = 0; hours < 15; hours += 1) {
    ground.services.clock.advance({ minutes: 47 })
    assert.equal(await isIn(long), true)
  }
  ground.services.clock.advance({ minutes: 20 })
  assert.equal(await isIn(long), false)
})

test('no other length can be posted', async () => {
  const here = await signedIn()
  await here.open('/account/security')
  for (const minutes of ['14', '61', '720', '-1', '']) assert.equal((await here.press('Save', { minutes })).status, 200)
  assert.match(here.seen.html, /value="15" checked/)
})

test('neither the agent string nor the address of a network is kept', async () => {
  await signedIn('8.8.8.8', phone)
  const kept = JSON.stringify(await sessions())
  assert.doesNotMatch(kept, /Mozilla|AppleWebKit|8\.8\.8\.8/)
})
