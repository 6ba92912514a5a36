import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Client } from 'pg'
import { type AccountsGround, accountsGround } from '../../../test/cast/accounts-ground.ts'
import { testRequest } from '../../../test/cast/services.ts'
import { codeMailedTo, goodPassword, signInBy, signUpUntil } from '../../../test/cast/sign-up-in-browser.ts'
import { visitor } from '../../platform/actor.ts'
import { performerFor } from '../../platform/operation.ts'
import { signIn } from './give-code.ts'

let ground: AccountsGround
before(async () => {
  ground = await accountsGround()
  await signUpUntil(ground, ground.browser(), email)
})
after(async () => {
  assert.deepEqual(ground.faults, [], 'no page ended in a fault')
  await ground.end()
})

const email = 'sign-in@example.test'

/** One person for all, who comes back days later for each rule: what was counted before counts no more. */
const rule = (title: string, prove: () => Promise<void>) =>
  test(title, async () => {
    daysLaterAt(15, 0)
    await prove()
  })

/** Moves on two days, to a time in UTC; the pages show that of New York. */
function daysLaterAt(hour: number, minute: number) {
  const { clock } = ground.services
  const day = clock.now().toZonedDateTimeISO('UTC').add({ days: 2 })
  clock.set(day.with({ hour, minute, second: 0, millisecond: 0 }).toInstant())
}

const atTheCode = async () => {
  const browser = ground.browser()
  await browser.open('/sign-in')
  await browser.press('Sign In', { email, password: goodPassword })
  assert.equal(browser.seen.url, '/sign-in/verification-code')
  return browser
}

const otherThan = (code: string, by = 1) => String((Number(code) + by) % 1_000_000).padStart(6, '0')

rule('password and mailed code sign in, and lead to where the person was going', async () => {
  const browser = ground.browser()
  assert.equal((await signInBy(ground, browser, email, '/account/security')).url, '/account/security')
})

rule('after a password alone nothing of the account opens', async () => {
  const browser = await atTheCode()
  assert.equal((await browser.open('/account/security')).url, '/sign-in/verification-code?next=%2Faccount%2Fsecurity')
})

rule('the session changes its id with the code', async () => {
  const browser = await atTheCode()
  const before = browser.cookies.get('portolan_portal')
  await browser.press('Submit', { code: await codeMailedTo(ground, email) })
  assert.notEqual(browser.cookies.get('portolan_portal'), before)
})

rule('a way on is only ever to a page of ours', async () => {
  for (const next of ['//evil.test/', 'https://evil.test/', '/\\evil.test', '/..//evil.test/', '/%2e//evil.test/', '/sign-out', 'account']) {
    const browser = ground.browser()
    await signInBy(ground, browser, email, `/sign-in?next=${encodeURIComponent(next)}`)
    assert.equal(browser.seen.url, '/account', next)
  }
})

rule('the message and the page say when the code was sent', async () => {
  daysLaterAt(15, 42)
  const { seen } = await atTheCode()
  assert.match(seen.text, /the code sent at 10:42/)
  const mail = await ground.lastMail(email, 'one-time-password')
  assert.match(mail.paragraphs.join(' '), /the code sent at 10:42/)
  assert.doesNotMatch(mail.subject, /\d/)
})

rule('a code typed with spaces, dashes or full-width digits is accepted', async () => {
  const writings = [
    (code: string) => ` ${code.slice(0, 3)} ${code.slice(3)} `,
    (code: string) => `${code.slice(0, 3)}-${code.slice(3)}`,
    (code: string) => code.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
    (code: string) => code.replace(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit))),
  ]
  for (const write of writings) {
    const browser = await atTheCode()
    assert.equal((await browser.press('Submit', { code: write(await codeMailedTo(ground, email)) })).url, '/account')
    ground.services.clock.advance({ seconds: 1 })
  }
})

rule('a code works once', async () => {
  const browser = await atTheCode()
  const code = await codeMailedTo(ground, email)
  const { hidden } = browser.formOf('Submit')
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => browser.ask('POST', '/sign-in/verification-code', { ...hidden, code })),
  )
  assert.equal(answers.filter(({ location }) => location === '/account').length, 1)
})

rule('a sign-in waits for who tries a code of its account, and is not waited for: both end', async () => {
  await atTheCode()
  const trying = new Client(ground.database.urls.superuser)
  await trying.connect()
  const { rows } = await trying.query('select account, session, sends, channel from accounts.code_challenge order by sent_at desc limit 1')
  const [{ account, session, sends, channel }] = rows
  await trying.query('begin')
  await trying.query('select from accounts.account where id = $1 for no key update', [account])
  const look = { fits: true, app: null, wasUsed: false, send: sends, channel }
  const signing = performerFor(ground.parts, { ...visitor, sessionId: session }, testRequest).perform(signIn, { look, next: undefined })
  const waits = async () =>
    (await trying.query("select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")).rowCount === 1
  for (let looks = 0; looks < 5000 && !(await waits()); looks += 1);
  await trying.query('select from accounts.code_challenge where session = $1 for update', [session])
  await trying.query('commit')
  await trying.end()
  assert.equal((await signing).ok, true)
})

rule('a code lives ten minutes', async () => {
  const browser = await atTheCode()
  const code = await codeMailedTo(ground, email)
  ground.services.clock.advance({ minutes: 10 })
  const seen = await browser.press('Submit', { code })
  assert.equal(seen.status, 422)
  assert.match(seen.text, /This code is too old/)
})

rule('a code belongs to the sign-in it was sent for', async () => {
  const first = await atTheCode()
  const code = await codeMailedTo(ground, email)
  ground.services.clock.advance({ seconds: 1 })
  const second = await atTheCode()
  assert.match((await second.press('Submit', { code })).text, /That is not the newest code/)
  assert.equal((await first.press('Submit', { code })).url, '/account')
})

rule('another code kills the one before it and keeps the count of wrong tries', async () => {
  const browser = await atTheCode()
  const old = await codeMailedTo(ground, email)
  for (const by of [1, 2, 3]) await browser.press('Submit', { code: otherThan(old, by) })
  ground.services.clock.advance({ seconds: 1 })
  assert.match((await browser.press('request a new one-time password')).text, /A new code is on its way/)
  assert.match((await browser.press('Submit', { code: old })).text, /That is not the newest code/)
  const fresh = await codeMailedTo(ground, email)
  await browser.press('Submit', { code: otherThan(fresh) })
  assert.match((await browser.press('Submit', { code: fresh })).text, /There were 5 wrong codes/)
})

rule('of forty parallel wrong codes exactly five are looked at', async () => {
  const browser = await atTheCode()
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

rule('thirty wrong codes in a day make codes wait an hour, on every sign-in of the account', async () => {
  for (let wrong = 0; wrong < 6; wrong += 1) {
    const browser = await atTheCode()
    const code = await codeMailedTo(ground, email)
    for (const by of [1, 2, 3, 4, 5]) await browser.press('Submit', { code: otherThan(code, by) })
    ground.services.clock.advance({ minutes: 20 })
  }
  ground.services.clock.advance({ minutes: 39 })
  const waiting = await atTheCode()
  const refused = await waiting.press('Submit', { code: await codeMailedTo(ground, email) })
  assert.match(refused.text, /Codes work again in an hour\. Your backup code works now/)
  ground.services.clock.advance({ minutes: 1 })
  const browser = await atTheCode()
  assert.equal((await browser.press('Submit', { code: await codeMailedTo(ground, email) })).url, '/account')
})

rule('wrong codes count for a day from the first of them, to the second', async () => {
  const isLetIn = async () => {
    const browser = await atTheCode()
    return (await browser.press('Submit', { code: await codeMailedTo(ground, email) })).url === '/account'
  }
  for (const [secondsOfThirtieth, letsIn] of [[86_399, false], [86_400, true]] as const) {
    const begun = ground.services.clock.now()
    for (let wrong = 0; wrong < 6; wrong += 1) {
      const browser = await atTheCode()
      const code = await codeMailedTo(ground, email)
      for (const by of [1, 2, 3, 4, 5].slice(wrong === 5 ? 1 : 0)) await browser.press('Submit', { code: otherThan(code, by) })
      ground.services.clock.advance({ minutes: 20 })
    }
    ground.services.clock.set(begun.add({ seconds: secondsOfThirtieth }))
    const thirtieth = await atTheCode()
    await thirtieth.press('Submit', { code: otherThan(await codeMailedTo(ground, email)) })
    ground.services.clock.advance({ seconds: 1 })
    assert.equal(await isLetIn(), letsIn)
    ground.services.clock.advance({ hours: 48 })
  }
})

rule('five unredeemed codes an hour are sent; a sixth sign-in still reaches its page and says that none was', async () => {
  const sentBefore = (await ground.mails(email)).length
  for (let sent = 0; sent < 5; sent += 1) {
    await atTheCode()
    ground.services.clock.advance({ seconds: 1 })
  }
  const sixth = await atTheCode()
  assert.equal((await ground.mails(email)).length, sentBefore + 5)
  assert.match(sixth.seen.text, /No code has been sent yet/)
  assert.match((await sixth.press('request a new one-time password')).text, /several are still unused/)
  assert.equal((await ground.mails(email)).length, sentBefore + 5)
  ground.services.clock.advance({ hours: 1 })
  const later = await atTheCode()
  assert.match(later.seen.text, /the code sent at/)
})

rule('a code used rightly gives its send back', async () => {
  for (let used = 0; used < 8; used += 1) {
    const browser = ground.browser()
    assert.equal((await signInBy(ground, browser, email)).url, '/account')
    ground.services.clock.advance({ seconds: 1 })
  }
})

rule('an address has twenty unredeemed codes a day', async () => {
  daysLaterAt(0, 0)
  const sentBefore = (await ground.mails(email)).length
  for (let hour = 0; hour < 6; hour += 1) {
    for (let sent = 0; sent < 4; sent += 1) {
      await atTheCode()
      ground.services.clock.advance({ seconds: 1 })
    }
    ground.services.clock.advance({ hours: 1 })
  }
  assert.equal((await ground.mails(email)).length, sentBefore + 20)
})

rule('the code is in no row of the database', async () => {
  await atTheCode()
  const code = await codeMailedTo(ground, email)
  const rows = await ground.database.pools.owner?.selectFrom('accounts.code_challenge').selectAll().execute()
  const texts = (rows ?? []).flatMap((row) => Object.values(row).map(String))
  assert.ok(!texts.includes(code))
})

rule('a person who is signed in is led past Sign In and Sign Up', async () => {
  const browser = ground.browser()
  await signInBy(ground, browser, email)
  for (const path of ['/sign-in', '/sign-up', '/sign-in/verification-code']) assert.equal((await browser.open(path)).url, '/account')
  assert.equal((await browser.open('/sign-in?next=%2Faccount%2Fsecurity')).url, '/account/security')
})
