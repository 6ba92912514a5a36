import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type AccountsGround, accountsGround } from '../../../test/cast/accounts-ground.ts'
import { addPasskeyIn, askPasskey, passkeyForm } from '../../../test/cast/passkeys-in-browser.ts'
import type { PortalBrowser } from '../../../test/cast/portal-browser.ts'
import { readyPerson } from '../../../test/cast/ready-person.ts'
import { signInBy } from '../../../test/cast/sign-up-in-browser.ts'
import { softwareAuthenticator, type Twist } from '../../../test/cast/software-authenticator.ts'
import { page, recordsNothing } from '../../platform/http/page.ts'
import { paths } from '../../platform/paths.ts'
import { signedIn } from '../sessions/access.ts'
import { addPasskey, passkeysMost, takeRegistration } from './add-passkey.ts'
import { removePasskey } from './remove-passkey.ts'
import { renamePasskey } from './rename-passkey.ts'

const origin = 'http://portal.test'
const listAt = '/account/security/passkeys'
const [email, neighbour] = ['passkeys@example.test', 'passkeys-neighbour@example.test']

let ground: AccountsGround
before(async () => {
  ground = await accountsGround([
    page({ path: paths.front, access: signedIn, audit: recordsNothing('a test'), view: () => ({ title: 'front', body: 'front' }) }),
    page({ path: paths.account, access: signedIn, audit: recordsNothing('a test'), view: () => ({ title: 'home', body: 'home' }) }),
  ])
  for (const each of [email, neighbour]) await readyPerson(ground, each)
})
after(async () => {
  assert.deepEqual(ground.faults, [], 'no page ended in a fault')
  await ground.end()
})

/** Signed in a moment ago, days after the test before, at the list of passkeys. */
async function atTheList(who = email): Promise<PortalBrowser> {
  ground.services.clock.advance({ hours: 48 })
  const browser = ground.browser()
  await signInBy(ground, browser, who, listAt)
  assert.equal((await browser.open(listAt)).url, listAt)
  return browser
}

const rows = async () => (await ground.database.pools.owner?.selectFrom('accounts.passkey').selectAll().orderBy('added_at').execute()) ?? []
const told = async (who = email) => (await ground.mails(who)).filter(({ kind }) => kind === 'accounts.passkey-changed').length

/** Follows the list's link to the passkey of this name. */
async function openOne(browser: PortalBrowser, name: string) {
  const row = (await rows()).find((each) => each.name === name && !each.removed_at)
  assert.ok(row, `no passkey “${name}”`)
  await browser.open(`${listAt}/${row.id}`)
  return row
}

test('a passkey is made to verify its person and to find itself, without attestation, for this site alone', async () => {
  const browser = await atTheList()
  const { options } = await askPasskey(browser, 'Add a passkey')
  assert.partialDeepStrictEqual(options, {
    rp: { id: 'portal.test' },
    authenticatorSelection: { userVerification: 'required', residentKey: 'required' },
    attestation: 'none',
    pubKeyCredParams: [-8, -7, -257].map((alg) => ({ alg, type: 'public-key' })),
  })
  const [challenge, handle] = [options.challenge, options.user.id]
  assert.equal(Buffer.from(challenge, 'base64url').length, 32)
  assert.equal(Buffer.from(handle, 'base64url').length, 32, 'a random name for the account, neither its id nor its address')
})

test('added with a name it stands in the list, and every address is told', async () => {
  const browser = await atTheList()
  const before = await told()
  const seen = await addPasskeyIn(browser, softwareAuthenticator(origin), 'Blue key')
  assert.equal(seen.url, `${listAt}?done=added`)
  assert.match(seen.text, /Your passkey was added.*Blue key.*Not used yet.*On one device only/)
  assert.equal(await told(), before + 1)
})

test('without a name it is called by its day; a synced one says so', async () => {
  const browser = await atTheList()
  const seen = await addPasskeyIn(browser, softwareAuthenticator(origin, { counts: false, synced: true }))
  assert.match(seen.text, /Passkey of [A-Z][a-z]+ \d+, 2026.*Synced to your devices/)
})

test('an authenticator that has a passkey of this account is told so, and keeps the account under one name', async () => {
  const browser = await atTheList()
  const device = softwareAuthenticator(origin)
  await addPasskeyIn(browser, device, 'Known')
  const { options } = await askPasskey(browser, 'Add a passkey')
  assert.ok(options.excludeCredentials?.some(({ id }) => id === device.passkeys[0]?.credentialId))
  assert.equal(options.user.id, device.passkeys[0]?.userHandle)
})

const twisted: Record<string, Twist> = {
  'of another site': { origin: 'http://portal.test.evil.test' },
  'from our page in a frame of another site': { crossOrigin: true },
  'that names a page above ours': { topOrigin: 'https://evil.test' },
  'bound to another name': { rpId: 'evil.test' },
  'to another challenge': { challenge: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' },
  'of a sign-in': { type: 'webauthn.get' },
  'without verification of the person': { userVerified: false },
  'without the person': { userPresent: false },
  'with an attestation nobody asked for': { attested: true },
  'with a key of another kind': { algorithm: -37 },
}

test('a new passkey’s answer that is wrong in one thing adds nothing, whichever it is', async () => {
  const browser = await atTheList()
  const before = await rows()
  for (const [what, twist] of Object.entries(twisted)) {
    const seen = await addPasskeyIn(browser, softwareAuthenticator(origin), 'Twisted', twist)
    assert.equal(seen.status, 422, what)
    assert.match(seen.text, /This passkey was not added/, what)
    assert.deepEqual(await rows(), before, what)
  }
})

test('an answer adds a passkey once, in its own session, within five minutes; a broken one spends the challenge', async () => {
  const browser = await atTheList()
  const device = softwareAuthenticator(origin)
  const { ticket, options } = await askPasskey(browser, 'Add a passkey')
  const answer = JSON.stringify(device.create(options))
  assert.equal((await browser.press('Add a passkey', { ticket, answer: '{"broken"' })).status, 422)
  assert.equal((await browser.press('Add a passkey', { ticket, answer })).status, 422, 'its challenge was spent')

  const asked = await askPasskey(browser, 'Add a passkey')
  const other = await atTheListBeside()
  assert.equal((await other.press('Add a passkey', { ticket: asked.ticket, answer: JSON.stringify(device.create(asked.options)) })).status, 422)

  ground.services.clock.advance({ minutes: 2 })
  const late = await askPasskey(browser, 'Add a passkey')
  const lateAnswer = JSON.stringify(device.create(late.options))
  await browser.open('/sign-in/again')
  const { ticket: stale } = late
  ground.services.clock.advance({ minutes: 5 })
  const seen = await browser.ask('POST', listAt, { csrf: passkeyCsrf(browser), ticket: stale, answer: lateAnswer })
  assert.equal(seen.location?.split('?')[0], '/sign-in/again', 'the proof is as old as the challenge')
  assert.ok(!(await rows()).some(({ credential_id }) => device.passkeys.some((made) => made.credentialId === credential_id)))
})

const passkeyCsrf = (browser: PortalBrowser) => /name="csrf" value="([^"]*)"/.exec(browser.seen.html)?.[1] ?? ''

/** Another browser of the same person, at the same time. */
async function atTheListBeside() {
  const browser = ground.browser()
  await signInBy(ground, browser, email, listAt)
  await browser.open(listAt)
  return browser
}

test('ten parallel presses with one answer add one passkey', async () => {
  const browser = await atTheList()
  const { action, csrf } = passkeyForm(browser, 'Add a passkey')
  const { ticket, options } = await askPasskey(browser, 'Add a passkey')
  const posted = { csrf, name: 'Ten', ticket, answer: JSON.stringify(softwareAuthenticator(origin).create(options)) }
  const answers = await Promise.all(Array.from({ length: 10 }, () => browser.ask('POST', action, posted)))
  assert.deepEqual(answers.map(({ status }) => status).sort(), [303, ...Array(9).fill(422)])
  assert.equal((await rows()).filter(({ name }) => name === 'Ten').length, 1)
})

test('a credential that another account has is taken by nobody else', async () => {
  const device = softwareAuthenticator(origin)
  const mine = await atTheList()
  await addPasskeyIn(mine, device, 'Mine')
  const stolen = device.passkeys[0]?.credentialId ?? ''
  const theirs = await atTheList(neighbour)
  const { ticket, options } = await askPasskey(theirs, 'Add a passkey')
  const copy = softwareAuthenticator(origin)
  const seen = await theirs.press('Add a passkey', { ticket, answer: JSON.stringify(copy.create(options, { credentialId: stolen })) })
  assert.match(seen.text, /This passkey belongs to an account already/)
})

test('it gets another name, told to every address; the same name again is no news', async () => {
  const browser = await atTheList()
  await addPasskeyIn(browser, softwareAuthenticator(origin), 'Old name')
  const before = await told()
  await openOne(browser, 'Old name')
  assert.match((await browser.press('Rename', { name: '' })).text, /Enter a name for this passkey/)
  assert.match((await browser.press('Rename', { name: '  سهم \u0645 ' })).text, /has a new name.*سهم م/)
  assert.equal(await told(), before + 1)
  await openOne(browser, 'سهم م')
  await browser.press('Rename', { name: 'سهم م' })
  assert.equal(await told(), before + 1)
})

test('removed it is gone from the list, and every address is told', async () => {
  const browser = await atTheList()
  await addPasskeyIn(browser, softwareAuthenticator(origin), 'Goes')
  const before = await told()
  const { id } = await openOne(browser, 'Goes')
  const seen = await browser.press('Remove this passkey')
  assert.match(seen.text, /Your passkey was removed/)
  assert.doesNotMatch(seen.text, /Goes/)
  assert.equal(await told(), before + 1)
  assert.equal((await browser.open(`${listAt}/${id}`)).status, 404)
  assert.ok((await rows()).some((row) => row.id === id && row.removed_at))
})

test('another person’s passkey, an unknown one and no id at all are one page: not found; and none is touched', async () => {
  const browser = await atTheList()
  await addPasskeyIn(browser, softwareAuthenticator(origin), 'Untouched')
  const { id } = await openOne(browser, 'Untouched')
  const other = await atTheList(neighbour)
  const csrf = passkeyCsrf(other)
  for (const each of [id, '00000000-0000-4000-8000-000000000000', 'x', '%00']) {
    assert.equal((await other.open(`${listAt}/${each}`)).status, 404)
    assert.equal((await other.ask('POST', `${listAt}/${each}`, { csrf, name: 'Stolen' })).status, 404)
    const removed = await other.ask('POST', `${listAt}/${each}/remove`, { csrf })
    assert.ok(removed.location === listAt || removed.status === 404)
  }
  assert.ok((await rows()).some((row) => row.id === id && row.name === 'Untouched' && !row.removed_at))
})

test('every page and every press asks for a factor of the last five minutes', async () => {
  const browser = await atTheList()
  await addPasskeyIn(browser, softwareAuthenticator(origin), 'Guarded')
  const { id } = await openOne(browser, 'Guarded')
  const csrf = passkeyCsrf(browser)
  ground.services.clock.advance({ minutes: 5 })
  for (const at of [listAt, `${listAt}/${id}`]) assert.match((await browser.ask('GET', at)).location ?? '', /^\/sign-in\/again\?next=/)
  for (const at of [listAt, `${listAt}/challenge`, `${listAt}/${id}`, `${listAt}/${id}/remove`])
    assert.match((await browser.ask('POST', at, { csrf, name: 'Late' })).location ?? '', /^\/sign-in\/again/)
  assert.ok((await rows()).some((row) => row.id === id && row.name === 'Guarded' && !row.removed_at))
})

test('the operations ask for it themselves, whatever page they are reached from', async () => {
  const browser = await atTheList()
  await addPasskeyIn(browser, softwareAuthenticator(origin), 'Asked by the operation')
  const { id: passkey, account } = await openOne(browser, 'Asked by the operation')
  const session = await ground.database.pools.owner?.selectFrom('accounts.session').select('id').where('account', '=', account).where('ended_at', 'is', null).orderBy('begun_at', 'desc').executeTakeFirstOrThrow()
  const by = ground.as({ kind: 'account', id: account, roles: ['applicant'], sessionId: session?.id ?? null })
  ground.services.clock.advance({ minutes: 5 })
  const late = { ok: false, refusal: 'proof-not-recent' }
  assert.deepEqual(await by.perform(takeRegistration, { ticket: 'x' }), late)
  assert.deepEqual(await by.perform(addPasskey, { name: 'Late', userHandle: 'h'.repeat(43), registered: null }), late)
  assert.deepEqual(await by.perform(renamePasskey, { passkey, name: 'Late' }), late)
  assert.deepEqual(await by.perform(removePasskey, { passkey }), late)
})

test('twenty passkeys are enough: the next one is refused in words', async () => {
  const browser = await atTheList(neighbour)
  const device = softwareAuthenticator(origin)
  for (let held = 0; held < passkeysMost; held += 1) await addPasskeyIn(browser, device, `Key ${held}`)
  assert.match((await addPasskeyIn(browser, device, 'One more')).text, /You have 20 passkeys, which is the most/)
})

test('thirty changes a day, and no more mails than that', async () => {
  const browser = await atTheList(neighbour)
  const { id } = await openOne(browser, 'Key 0')
  const csrf = passkeyCsrf(browser)
  const before = await told(neighbour)
  for (let change = 0; change < 31; change += 1) await browser.ask('POST', `${listAt}/${id}`, { csrf, name: `Name ${change}` })
  assert.equal(await told(neighbour), before + 30)
  assert.ok((await rows()).some((row) => row.id === id && row.name === 'Name 29'))
})

test('the page says what it cannot do without JavaScript', async () => {
  const browser = await atTheList()
  assert.match(browser.seen.html, /<noscript><p class="usa-hint">Adding a passkey needs JavaScript/)
})
