import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type AccountsGround, accountsGround } from '../../../test/cast/accounts-ground.ts'
import { codeMailedTo, goodPassword, signInBy, signUpUntil } from '../../../test/cast/sign-up-in-browser.ts'

let ground: AccountsGround
before(async () => {
  ground = await accountsGround()
})
after(async () => {
  assert.deepEqual(ground.faults, [], 'no page ended in a fault')
  await ground.end()
})

/** Each test has people of its own, and an hour in which no code of theirs was sent. */
const person = async (name: string) => {
  const email = `${name}@example.test`
  const browser = ground.browser()
  await signUpUntil(ground, browser, email)
  ground.services.clock.advance({ hours: 1 })
  return { email, browser }
}

const atTheCode = async (email: string, address?: string) => {
  const browser = ground.browser(address)
  await browser.open('/sign-in')
  await browser.press('Sign In', { email, password: goodPassword })
  assert.equal(browser.seen.url, '/sign-in/verification-code')
  return browser
}

const otherThan = (code: string, by = 1) => String((Number(code) + by) % 1_000_000).padStart(6, '0')

test('password and mailed code sign in, and lead to where the person was going', async () => {
  const { email } = await person('in')
  const browser = ground.browser()
  assert.equal((await signInBy(ground, browser, email, '/account/security')).url, '/account/security')
})

test('after a password alone nothing of the account opens', async () => {
  const { email } = await person('half')
  const browser = await atTheCode(email)
  assert.equal((await browser.open('/account/security')).url, '/sign-in/verification-code?next=%2Faccount%2Fsecurity')
})

test('the session changes its id with the code', async () => {
  const { email } = await person('fixed')
  const browser = await atTheCode(email)
  const before = browser.cookies.get('portolan_portal')
  await browser.press('Submit', { code: await codeMailedTo(ground, email) })
  assert.notEqual(browser.cookies.get('portolan_portal'), before)
})

test('a way on is only ever to a page of ours', async () => {
  const { email } = await person('next')
  for (const next of ['//evil.test/', 'https://evil.test/', '/\\evil.test', '/sign-out', 'account']) {
    const browser = ground.browser()
    await signInBy(ground, browser, email, `/sign-in?next=${encodeURIComponent(next)}`)
    assert.equal(browser.seen.url, '/account', next)
  }
})

test('the message and the page say when the code was sent', async () => {
  const { email } = await person('sent')
  ground.services.clock.set('2026-12-01T15:42:00Z')
  const { seen } = await atTheCode(email)
  assert.match(seen.text, /the code sent at 10:42/)
  const mail = await ground.lastMail(email, 'one-time-password')
  assert.match(mail.paragraphs.join(' '), /the code sent at 10:42/)
  assert.doesNotMatch(mail.subject, /\d/)
})

test('a code typed with spaces, dashes or full-width digits is accepted', async () => {
  const { email } = await person('typed')
  const writings = [
    (code: string) => ` ${code.slice(0, 3)} ${code.slice(3)} `,
    (code: string) => `${code.slice(0, 3)}-${code.slice(3)}`,
    (code: string) => code.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
    (code: string) => code.replace(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit))),
  ]
  for (const write of writings) {
    const browser = await atTheCode(email)
    assert.equal((await browser.press('Submit', { code: write(await codeMailedTo(ground, email)) })).url, '/account')
    ground.services.clock.advance({ seconds: 1 })
  }
})

test('a code works once', async () => {
  const { email } = await person('once')
  const browser = await atTheCode(email)
  const code = await codeMailedTo(ground, email)
  const { hidden } = browser.formOf('Submit')
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => browser.ask('POST', '/sign-in/verification-code', { ...hidden, code })),
  )
  assert.equal(answers.filter(({ location }) => location === '/account').length, 1)
})

test('a code lives ten minutes', async () => {
  const { email } = await person('old')
  const browser = await atTheCode(email)
  const code = await codeMailedTo(ground, email)
  ground.services.clock.advance({ minutes: 10 })
  const seen = await browser.press('Submit', { code })
  assert.equal(seen.status, 422)
  assert.match(seen.text, /This code is too old/)
})

test('a code belongs to the sign-in it was sent for', async () => {
  const { email } = await person('bound')
  const first = await atTheCode(email)
  const code = await codeMailedTo(ground, email)
  ground.services.clock.advance({ seconds: 1 })
  const second = await atTheCode(email)
  assert.match((await second.press('Submit', { code })).text, /That is not the newest code/)
  assert.equal((await first.press('Submit', { code })).url, '/account')
})

test('another code kills the one before it and keeps the count of wrong tries', async () => {
  const { email } = await person('another')
  const browser = await atTheCode(email)
  const old = await codeMailedTo(ground, email)
  for (const by of [1, 2, 3]) await browser.press('Submit', { code: otherThan(old, by) })
  ground.services.clock.advance({ seconds: 1 })
  assert.match((await browser.press('request a new one-time password')).text, /A new code is on its way/)
  assert.match((await browser.press('Submit', { code: old })).text, /That is not the newest code/)
  const fresh = await codeMailedTo(ground, email)
  await browser.press('Submit', { code: otherThan(fresh) })
  assert.match((await browser.press('Submit', { code: fresh })).text, /There were 5 wrong codes/)
})

test('of forty parallel wrong codes exactly five are looked at', async () => {
  const { email } = await person('forty')
  const browser = await atTheCode(email)
  const code = await codeMailedTo(ground, email)
  const { hidden } = browser.formOf('Submit')
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, by) =>
      browser.ask('POST', '/sign-in/verification-code', { ...hidden, code: otherThan(code, by + 1) }),
    ),
  )
  assert.equal(answers.filter(({ text }) => /That is not the newest code/.test(text)).length, 5)
  assert.equal(answers.filter(({ text }) => /There were 5 wrong codes/.test(text)).length, 35)
  const right = await browser.ask('POST', '/sign-in/verification-code', { ...hidden, code })
  assert.match(right.text, /There were 5 wrong codes/)
})

test('thirty wrong codes in a day make codes wait an hour, on every sign-in of the account', async () => {
  const { email } = await person('thirty')
  for (let wrong = 0; wrong < 6; wrong += 1) {
    const browser = await atTheCode(email)
    const code = await codeMailedTo(ground, email)
    for (const by of [1, 2, 3, 4, 5]) await browser.press('Submit', { code: otherThan(code, by) })
    ground.services.clock.advance({ minutes: 20 })
  }
  ground.services.clock.advance({ minutes: 39 })
  const waiting = await atTheCode(email)
  const refused = await waiting.press('Submit', { code: await codeMailedTo(ground, email) })
  assert.match(refused.text, /Codes work again in an hour\. Your backup code works now/)
  ground.services.clock.advance({ minutes: 1 })
  const browser = await atTheCode(email)
  assert.equal((await browser.press('Submit', { code: await codeMailedTo(ground, email) })).url, '/account')
})

test('five unredeemed codes an hour are sent; a sixth sign-in still reaches its page and says that none was', async () => {
  const { email } = await person('five')
  const sentBefore = (await ground.mails(email)).length
  for (let sent = 0; sent < 5; sent += 1) {
    await atTheCode(email)
    ground.services.clock.advance({ seconds: 1 })
  }
  const sixth = await atTheCode(email)
  assert.equal((await ground.mails(email)).length, sentBefore + 5)
  assert.match(sixth.seen.text, /No code has been sent yet/)
  assert.match((await sixth.press('request a new one-time password')).text, /several are still unused/)
  assert.equal((await ground.mails(email)).length, sentBefore + 5)
  ground.services.clock.advance({ hours: 1 })
  const later = await atTheCode(email)
  assert.match(later.seen.text, /the code sent at/)
})

test('a code used rightly gives its send back', async () => {
  const { email } = await person('back')
  for (let used = 0; used < 8; used += 1) {
    const browser = ground.browser()
    assert.equal((await signInBy(ground, browser, email)).url, '/account')
    ground.services.clock.advance({ seconds: 1 })
  }
})

test('an address has twenty unredeemed codes a day', async () => {
  const { email } = await person('twenty')
  ground.services.clock.set('2026-12-05T00:00:00Z')
  const sentBefore = (await ground.mails(email)).length
  for (let hour = 0; hour < 6; hour += 1) {
    for (let sent = 0; sent < 4; sent += 1) {
      await atTheCode(email)
      ground.services.clock.advance({ seconds: 1 })
    }
    ground.services.clock.advance({ hours: 1 })
  }
  assert.equal((await ground.mails(email)).length, sentBefore + 20)
})

test('the code is in no row of the database', async () => {
  const { email } = await person('stored')
  await atTheCode(email)
  const code = await codeMailedTo(ground, email)
  const rows = await ground.database.pools.owner?.selectFrom('accounts.code_challenge').selectAll().execute()
  const texts = (rows ?? []).flatMap((row) => Object.values(row).map(String))
  assert.ok(!texts.includes(code))
})

test('a person who is signed in is led past Sign In and Sign Up', async () => {
  const { email, browser } = await person('past')
  await signInBy(ground, browser, email)
  for (const path of ['/sign-in', '/sign-up', '/sign-in/verification-code']) assert.equal((await browser.open(path)).url, '/account')
  assert.equal((await browser.open('/sign-in?next=%2Faccount%2Fsecurity')).url, '/account/security')
})
