import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type AccountsGround, accountsGround } from '../../../test/cast/accounts-ground.ts'
import { addPasskeyIn, answerOf, askPasskey, passkeyForm, personWithPasskey, usePasskeyIn } from '../../../test/cast/passkeys-in-browser.ts'
import type { PortalBrowser } from '../../../test/cast/portal-browser.ts'
import { goodPassword, signInBy } from '../../../test/cast/sign-up-in-browser.ts'
import { type SoftwareAuthenticator, softwareAuthenticator, type Twist } from '../../../test/cast/software-authenticator.ts'
import { page, recordsNothing } from '../../platform/http/page.ts'
import { paths } from '../../platform/paths.ts'
import { signedIn } from '../sessions/access.ts'

const origin = 'http://portal.test'
const [email, neighbour] = ['pass@example.test', 'pass-neighbour@example.test']
const signInButton = 'Sign in with a passkey'
const refused = /This passkey did not sign you in. Try again, or sign in with your password/

let ground: AccountsGround
let device: SoftwareAuthenticator
let theirDevice: SoftwareAuthenticator

before(async () => {
  ground = await accountsGround([
    page({ path: paths.front, access: signedIn, audit: recordsNothing('a test'), view: () => ({ title: 'front', body: 'front' }) }),
    page({ path: paths.account, access: signedIn, audit: recordsNothing('a test'), view: () => ({ title: 'home', body: 'home' }) }),
  ])
  ;[device, theirDevice] = [await personWithPasskey(ground, email), await personWithPasskey(ground, neighbour)]
})
after(async () => {
  assert.deepEqual(ground.faults, [], 'no page ended in a fault')
  await ground.end()
})

/** Hours after the test before: what was counted then counts no more. */
async function atSignIn(at = '/sign-in', address?: string): Promise<PortalBrowser> {
  ground.services.clock.advance({ hours: 1 })
  const browser = ground.browser(address)
  await browser.open(at)
  return browser
}

const owner = () => {
  const { owner: pool } = ground.database.pools
  if (!pool) throw new Error('the test database has an owner')
  return pool
}
const entries = (operation: string) =>
  owner().selectFrom('audit.entry').select(['outcome', 'refusal', 'account']).where('operation', '=', operation).orderBy('at', 'desc').execute()
const liveSessions = () =>
  owner().selectFrom('accounts.session').selectAll().where('ended_at', 'is', null).orderBy('begun_at', 'desc').execute()
const isIn = async (browser: PortalBrowser) => (await browser.open('/account/security')).url === '/account/security'

test('a passkey signs in without password and code, wholly, under a new session, to where the person was going', async () => {
  const browser = await atSignIn('/sign-in?next=%2Faccount%2Fsecurity')
  const seen = await usePasskeyIn(browser, signInButton, device)
  assert.equal(seen.url, '/account/security')
  const [session] = await liveSessions()
  assert.equal(session?.stage, 'full')
  assert.equal(session?.proved_by, 'passkey')
  assert.match(browser.cookies.get('portolan_portal') ?? '', /^[\w-]{22}$/)
  assert.partialDeepStrictEqual((await entries('accounts.sign-in-with-passkey'))[0], { outcome: 'done', account: session?.account })
  assert.equal((await browser.open('/account/security/passkeys')).url, '/account/security/passkeys', 'a factor of this moment')
  assert.doesNotMatch(browser.seen.text, /Not used yet/)
})

test('after a right password it stands in for the code, and the half session is over', async () => {
  const browser = await atSignIn()
  await browser.press('Sign In', { email, password: goodPassword })
  const half = browser.cookies.get('portolan_portal')
  await browser.open(/href="([^"]*)">Use your passkey instead/.exec(browser.seen.html)?.[1] ?? '')
  assert.equal((await usePasskeyIn(browser, signInButton, device)).url, '/account')
  assert.notEqual(browser.cookies.get('portolan_portal'), half)
})

test('new terms are put to who signs in with a passkey as to everyone', async () => {
  await owner().updateTable('accounts.account').set({ terms_version: 'older' }).execute()
  const browser = await atSignIn()
  assert.equal((await usePasskeyIn(browser, signInButton, device)).url, '/sign-up/terms')
  assert.equal((await browser.press('I Agree')).url, '/account')
  await owner().updateTable('accounts.account').set({ terms_version: ground.services.agency.terms.version }).execute()
})

const twisted: Record<string, Twist> = {
  'signed by another key': { forged: true },
  'of another site': { origin: 'https://portal.test' },
  'from our page in a frame of another site': { crossOrigin: true },
  'that names a page above ours': { topOrigin: 'https://evil.test' },
  'bound to another name': { rpId: 'evil.test' },
  'to another challenge': { challenge: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' },
  'of a registration': { type: 'webauthn.create' },
  'without verification of the person': { userVerified: false },
  'without the person': { userPresent: false },
  'that names nobody': { userHandle: null },
  'that names somebody else': { userHandle: 'A'.repeat(43) },
  'that may suddenly be copied': { backupEligible: true },
}

test('an answer that is wrong in one thing signs nobody in, and which thing it was nobody is told', async () => {
  const before = await liveSessions()
  const { account } = await owner().selectFrom('accounts.passkey').select('account').where('credential_id', '=', device.passkeys[0]?.credentialId ?? '').executeTakeFirstOrThrow()
  for (const [what, twist] of Object.entries(twisted)) {
    const browser = await atSignIn()
    const seen = await usePasskeyIn(browser, signInButton, device, twist)
    assert.equal(seen.status, 422, what)
    assert.match(seen.text, refused, what)
    assert.equal(await isIn(browser), false, what)
    assert.partialDeepStrictEqual((await entries('accounts.sign-in-with-passkey'))[0], { outcome: 'refused', refusal: 'passkey-refused', account })
  }
  assert.deepEqual(await liveSessions(), before)
})

test('wrong, unknown and removed passkeys, replayed, late, foreign and broken answers get one page, byte for byte', async () => {
  const stranger = softwareAuthenticator(origin)
  const removed = softwareAuthenticator(origin)
  const mine = ground.browser()
  await signInBy(ground, mine, email, '/account/security/passkeys')
  stranger.create((await askPasskey(mine, 'Add a passkey')).options)
  await addPasskeyIn(mine, removed, 'Removed')
  const row = await owner().selectFrom('accounts.passkey').select('id').where('name', '=', 'Removed').executeTakeFirstOrThrow()
  await mine.open(`/account/security/passkeys/${row.id}`)
  await mine.press('Remove this passkey')

  const posting: Record<string, (browser: PortalBrowser) => Promise<{ ticket: string; answer: string }>> = {
    forged: async (browser) => answerOf(browser, (options) => device.get(options, { forged: true })),
    unknown: async (browser) => answerOf(browser, (options) => stranger.get(options)),
    removed: async (browser) => answerOf(browser, (options) => removed.get(options)),
    'a passkey under another’s id': async (browser) =>
      answerOf(browser, (options) => {
        const id = theirDevice.passkeys[0]?.credentialId ?? ''
        return { ...device.get(options), id, rawId: id }
      }),
    late: async (browser) => {
      const posted = await answerOf(browser, (options) => device.get(options))
      ground.services.clock.advance({ minutes: 5 })
      return posted
    },
    'of another browser': async () => {
      const other = ground.browser()
      await other.open('/sign-in')
      return answerOf(other, (options) => device.get(options))
    },
    'with a ticket of nobody’s': async (browser) => ({ ...(await answerOf(browser, (options) => device.get(options))), ticket: 'x' }),
    'with an altered ticket': async (browser) => {
      const { ticket, answer } = await answerOf(browser, (options) => device.get(options))
      return { ticket: ticket.replace(/\.(\d+)\.$/, (_, at: string) => `.${Number(at) - 1}.`), answer }
    },
    empty: async (browser) => ({ ...(await answerOf(browser, () => ({}))), answer: '' }),
    'not JSON': async (browser) => ({ ...(await answerOf(browser, () => ({}))), answer: '{"id":' }),
    oversized: async (browser) => ({ ...(await answerOf(browser, () => ({}))), answer: JSON.stringify({ id: 'A'.repeat(100_000) }) }),
  }
  const pages = new Map<string, string>()
  for (const [what, post] of Object.entries(posting)) {
    const browser = await atSignIn()
    const posted = await post(browser)
    const seen = await browser.press(signInButton, posted)
    assert.equal(seen.status, 422, what)
    pages.set(seen.html.replace(/name="csrf" value="[^"]*"/g, ''), what)
    assert.equal(await isIn(browser), false, what)
  }
  assert.equal(pages.size, 1, [...pages.values()].join(', '))
  assert.match([...pages.keys()][0] ?? '', refused)
})

test('a challenge lives five minutes and not a second more', async () => {
  const inTime = await atSignIn()
  const posted = await answerOf(inTime, (options) => device.get(options))
  ground.services.clock.advance({ minutes: 4, seconds: 59 })
  assert.equal((await inTime.press(signInButton, posted)).url, '/account')
  const late = await atSignIn()
  const postedLate = await answerOf(late, (options) => device.get(options))
  ground.services.clock.advance({ minutes: 5 })
  assert.match((await late.press(signInButton, postedLate)).text, refused)
})

test('an answer is good once; a wrong one spends its challenge too', async () => {
  const browser = await atSignIn()
  const { ticket, options } = await askPasskey(browser, signInButton)
  const [wrong, right] = [device.get(options, { forged: true }), device.get(options)].map((each) => JSON.stringify(each)) as [string, string]
  await browser.press(signInButton, { ticket, answer: wrong })
  assert.match((await browser.press(signInButton, { ticket, answer: right })).text, refused)

  const again = await askPasskey(browser, signInButton)
  const posted = { ticket: again.ticket, answer: JSON.stringify(device.get(again.options)) }
  const form = passkeyForm(browser, signInButton)
  assert.equal((await browser.ask('POST', form.action, { csrf: form.csrf, ...posted })).status, 303)
  assert.equal((await browser.ask('POST', form.action, { csrf: form.csrf, ...posted })).status, 303, 'signed in: led on')
  const thief = ground.browser()
  thief.cookies.set('portolan_portal_visitor', browser.cookies.get('portolan_portal_visitor') ?? '')
  assert.match((await thief.ask('POST', form.action, { csrf: form.csrf, ...posted })).text, refused)
})

test('of ten parallel uses of one answer one opens a session', async () => {
  // One that does not count, so that its counter cannot be what stops the other nine.
  const synced = softwareAuthenticator(origin, { counts: false, synced: true })
  const mine = ground.browser()
  await signInBy(ground, mine, email, '/account/security/passkeys')
  await addPasskeyIn(mine, synced, 'Ten at once')
  const browser = await atSignIn()
  const before = (await liveSessions()).length
  const { action, csrf } = passkeyForm(browser, signInButton)
  const posted = { csrf, ...(await answerOf(browser, (options) => synced.get(options))) }
  const twins = Array.from({ length: 10 }, () => {
    const twin = ground.browser()
    for (const [name, value] of browser.cookies) twin.cookies.set(name, value)
    return twin
  })
  const answers = await Promise.all(twins.map((twin) => twin.ask('POST', action, posted)))
  assert.deepEqual(answers.map(({ status }) => status).sort(), [303, ...Array(9).fill(422)])
  assert.equal((await liveSessions()).length, before + 1)
})

test('failed ones are counted for the network with failed passwords: twenty a minute; right ones are not', async () => {
  const address = '198.51.100.20'
  const browser = await atSignIn('/sign-in', address)
  for (let times = 0; times < 3; times += 1) {
    const right = ground.browser(address)
    await right.open('/sign-in')
    assert.equal((await usePasskeyIn(right, signInButton, theirDevice)).url, '/account')
  }
  for (let times = 0; times < 20; times += 1) assert.match((await browser.press(signInButton, { ticket: 'x', answer: '' })).text, refused)
  const seen = await usePasskeyIn(browser, signInButton, theirDevice)
  assert.doesNotMatch(seen.text, refused)
  assert.equal(await isIn(browser), false)
  await browser.open('/sign-in')
  assert.match((await browser.press('Sign In', { email, password: goodPassword })).text, /wait/i, 'the password waits with it')
  const elsewhere = await ground.browser('203.0.113.9')
  await elsewhere.open('/sign-in')
  assert.equal((await usePasskeyIn(elsewhere, signInButton, theirDevice)).url, '/account', 'nobody is locked out from elsewhere')
})

test('thirty wrong codes make codes wait, and no passkey', async () => {
  const waits = ground.services.clock.now().add({ hours: 3 })
  await owner().updateTable('accounts.account').set({ codes_wait_until: waits }).execute()
  assert.equal((await usePasskeyIn(await atSignIn(), signInButton, device)).url, '/account')
  await owner().updateTable('accounts.account').set({ codes_wait_until: null }).execute()
})

test('a look at the sign-in page and a question for its challenge leave no row behind', async () => {
  const count = async () => (await owner().selectFrom('accounts.passkey_challenge').select('id').execute()).length
  const before = await count()
  const browser = await atSignIn()
  for (let asks = 0; asks < 5; asks += 1) await askPasskey(browser, signInButton)
  assert.equal(await count(), before)
})

test('a challenge is asked for by our own pages alone', async () => {
  const browser = await atSignIn()
  assert.equal((await browser.ask('POST', '/sign-in/passkey/challenge', { csrf: 'forged' })).status, 403)
  assert.equal((await browser.ask('GET', '/sign-in/passkey/challenge')).status, 404)
})

test('without JavaScript both pages say that it needs it, and lead to the password', async () => {
  const browser = await atSignIn()
  assert.match(browser.seen.html, /<noscript><p class="usa-hint">Signing in with a passkey needs JavaScript/)
  const seen = await browser.open('/sign-in/passkey?next=%2Faccount%2Fsecurity')
  assert.match(seen.html, /<a href="\/sign-in\?next=%2Faccount%2Fsecurity">Sign in with your password instead/)
})
