import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type AccountsGround, accountsGround } from '../../../test/cast/accounts-ground.ts'
import { personWith } from '../../../test/cast/given-factors.ts'
import { beginReset, chooseNewPassword, rightAnswers } from '../../../test/cast/reset-in-browser.ts'
import { codeMailedTo } from '../../../test/cast/sign-up-in-browser.ts'
import { appCode, codeTextedTo, otherThan, phoneOf } from '../../../test/cast/ways-in-browser.ts'

let ground: AccountsGround
before(async () => {
  ground = await accountsGround()
})
after(() => ground.end())

test('with the code of the app and two answers a new password is set, and the backup code stays as it was', async () => {
  const person = await personWith(ground, 'app@example.test', { app: true })
  const browser = ground.browser()
  assert.equal((await beginReset(ground, browser, person.email)).url, '/reset-password/verification-code')
  assert.match(browser.seen.text, /Open your authentication app/)
  const code = appCode(ground, person.key)
  assert.match((await browser.press('Submit', { code: otherThan(code) })).text, /not the code your app shows/)
  assert.equal((await browser.press('Submit', { code })).url, '/reset-password/questions')
  assert.equal((await browser.press('Submit', rightAnswers(ground, browser))).url, '/reset-password/new-password')
  const done = await chooseNewPassword(browser)
  assert.equal(done.url, '/reset-password/done')
  assert.doesNotMatch(done.html, /<code/)
})

test('a text message counts, and no code goes to the mailbox that got the link, even where both are preferred', async () => {
  const phone = phoneOf(51)
  const person = await personWith(ground, 'text@example.test', { phone, channel: 'email-and-sms' })
  const browser = ground.browser()
  await beginReset(ground, browser, person.email)
  assert.ok(!(await ground.mails(person.email)).some(({ kind }) => kind === 'accounts.one-time-password'))
  assert.equal((await browser.press('Submit', { code: await codeTextedTo(ground, phone) })).url, '/reset-password/questions')
})

test('the mailed code of a sign-in is worth nothing in a reset, nor can a code by mail be asked for there', async () => {
  const person = await personWith(ground, 'mailed@example.test', { app: true })
  const signIn = ground.browser()
  await signIn.open('/sign-in')
  await signIn.press('Sign In', { email: person.email, password: 'Portolan!demo1' })
  const browser = ground.browser()
  await beginReset(ground, browser, person.email)
  const mailed = await codeMailedTo(ground, person.email)
  assert.equal((await browser.press('Submit', { code: mailed })).status, 422)
  const { hidden } = browser.formOf('Submit')
  const before = (await ground.mails(person.email)).length
  await browser.ask('POST', '/reset-password/verification-code/way', { ...hidden, way: 'email' })
  await browser.ask('POST', '/reset-password/verification-code/again', hidden)
  assert.equal((await ground.mails(person.email)).length, before)
})

test('who has the phone and not the answers shows the backup code beside it', async () => {
  const person = await personWith(ground, 'forgot@example.test', { app: true })
  const browser = ground.browser()
  await beginReset(ground, browser, person.email)
  await browser.press('Submit', { code: appCode(ground, person.key) })
  assert.match((await browser.open('/reset-password/backup-code')).text, /stands in for them/)
  assert.equal((await browser.press('Submit', { code: person.backupCode })).url, '/reset-password/new-password')
})

test('where the phone is not at hand the backup code stands in for it, beside two answers', async () => {
  const person = await personWith(ground, 'nophone@example.test', { app: true })
  const browser = ground.browser()
  await beginReset(ground, browser, person.email)
  await browser.open('/reset-password/backup-code')
  assert.equal((await browser.press('Submit', { code: person.backupCode })).url, '/reset-password/questions')
})

test('where the deployment asks no questions, the link and one factor are enough, and the mailbox alone is not', async () => {
  const services = ground.services as { agency: (typeof ground)['services']['agency'] }
  const before = services.agency
  const person = await personWith(ground, 'plain@example.test', { app: true })
  const bare = await personWith(ground, 'bare@example.test', {})
  services.agency = { ...before, resetQuestions: [] }
  try {
    const browser = ground.browser()
    await beginReset(ground, browser, person.email)
    assert.equal((await browser.press('Submit', { code: appCode(ground, person.key) })).url, '/reset-password/new-password')
    const other = ground.browser()
    assert.equal((await beginReset(ground, other, bare.email)).url, '/reset-password/backup-code')
    assert.equal((await browser.open('/reset-password/questions')).url, '/reset-password/new-password')
    assert.equal((await other.press('Submit', { code: bare.backupCode })).url, '/reset-password/new-password')
  } finally {
    services.agency = before
  }
})

test('five wrong codes end their use in this reset, and the backup code still helps', async () => {
  const person = await personWith(ground, 'five@example.test', { app: true })
  const browser = ground.browser()
  await beginReset(ground, browser, person.email)
  const code = appCode(ground, person.key)
  for (let time = 1; time < 6; time += 1) await browser.press('Submit', { code: otherThan(code, time) })
  assert.match((await browser.press('Submit', { code })).text, /There were 5 wrong codes/)
  await browser.open('/reset-password/backup-code')
  assert.equal((await browser.press('Submit', { code: person.backupCode })).url, '/reset-password/questions')
})
