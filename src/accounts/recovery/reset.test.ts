import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type AccountsGround, accountsGround } from '../../../test/cast/accounts-ground.ts'
import {
  beginReset,
  chooseNewPassword,
  forgotten,
  newPassword,
  personWithCode,
  rightAnswers,
  upToNewPassword,
} from '../../../test/cast/reset-in-browser.ts'
import { backupCodeOn, codeMailedTo, goodPassword, signInBy, signUpWithBackupCode } from '../../../test/cast/sign-up-in-browser.ts'
import { newId } from '../../platform/ids.ts'
import { contactHash, sealContactAddress } from '../contact-points/contact-point.ts'
import { emailHash } from '../email-address.ts'

let ground: AccountsGround
before(async () => {
  ground = await accountsGround()
})
after(() => ground.end())

const owner = () => {
  const { owner: pool } = ground.database.pools
  if (!pool) throw new Error('the test database has an owner')
  return pool
}

const accountOf = (email: string) =>
  owner()
    .selectFrom('accounts.account')
    .selectAll()
    .where('email_hash', '=', emailHash(ground.services.keys, email))
    .executeTakeFirstOrThrow()

const openSessionsOf = async (email: string) =>
  owner()
    .selectFrom('accounts.session')
    .select(['id', 'stage'])
    .where('account', '=', (await accountOf(email)).id)
    .where('ended_at', 'is', null)
    .execute()

async function signInWith(email: string, password: string) {
  const browser = ground.browser()
  await browser.open('/sign-in')
  return browser.press('Sign In', { email, password })
}

test('with the link, the backup code and two answers a person whose only factor is that mailbox gets a new password', async () => {
  const email = 'reset@example.test'
  const code = await signUpWithBackupCode(ground, ground.browser(), email)
  const elsewhere = ground.browser()
  await signInBy(ground, elsewhere, email)
  const browser = ground.browser()
  assert.equal((await beginReset(ground, browser, email)).url, '/reset-password/backup-code')
  assert.equal((await browser.press('Submit', { code })).url, '/reset-password/questions')
  assert.equal((await browser.press('Submit', rightAnswers(ground, browser))).url, '/reset-password/new-password')
  const done = await chooseNewPassword(browser)
  assert.equal(done.url, '/reset-password/done')
  const fresh = backupCodeOn(browser)
  assert.notEqual(fresh, code)
  assert.equal((await elsewhere.open('/account/security')).url, '/sign-in?next=%2Faccount%2Fsecurity', 'every device is signed out')
  assert.match((await ground.lastMail(email, 'password-was-reset')).subject, /Your password was changed/)
  assert.equal((await browser.press('Proceed')).url, '/sign-in')
  assert.deepEqual(await openSessionsOf(email), [])
  assert.equal((await signInWith(email, goodPassword)).url, '/sign-in', 'the old password opens nothing')
  const back = ground.browser()
  await back.open('/sign-in')
  await back.press('Sign In', { email, password: newPassword })
  assert.equal((await back.press('Submit', { code: await codeMailedTo(ground, email) })).url, '/account')
})

test('the backup code is used up with the new password and not before; the new one signs in', async () => {
  const email = 'spent@example.test'
  const code = await personWithCode(ground, email)
  await upToNewPassword(ground, ground.browser(), email, code)
  const browser = ground.browser()
  await upToNewPassword(ground, browser, email, code)
  await chooseNewPassword(browser)
  const fresh = backupCodeOn(browser)
  await browser.press('Proceed')
  for (const [typed, at] of [[code, '/sign-in/backup-code'], [fresh, '/account/security/backup-code']] as const) {
    const back = ground.browser()
    await back.open('/sign-in')
    await back.press('Sign In', { email, password: newPassword })
    await back.open('/sign-in/backup-code')
    assert.equal((await back.press('Submit', { code: typed })).url, at)
  }
})

test('steps out of order lead to the step the reset is at, read and posted to alike', async () => {
  const email = 'jumps@example.test'
  const code = await personWithCode(ground, email)
  const browser = ground.browser()
  await beginReset(ground, browser, email)
  const { hidden } = browser.formOf('Submit')
  for (const step of ['verification-code', 'questions', 'new-password']) {
    assert.equal((await browser.open(`/reset-password/${step}`)).url, '/reset-password/backup-code', step)
    const values = { ...hidden, code: '123456', 'answer-1': 'a', 'answer-2': 'b', password: newPassword, confirm: newPassword }
    assert.equal((await browser.ask('POST', `/reset-password/${step}`, values)).location, '/reset-password/backup-code', step)
  }
  await browser.open('/reset-password/backup-code')
  await browser.press('Submit', { code })
  const early = { ...browser.formOf('Submit').hidden, password: newPassword, confirm: newPassword }
  assert.equal((await browser.ask('POST', '/reset-password/new-password', early)).location, '/reset-password/questions')
  assert.equal((await signInWith(email, goodPassword)).url, '/sign-in/verification-code', 'the password is as it was')
})

test('the session of a reset is nobody: it opens no page of the account, and without it no step opens', async () => {
  const email = 'nobody@example.test'
  await personWithCode(ground, email)
  const browser = ground.browser()
  await beginReset(ground, browser, email)
  for (const at of ['/account/security', '/account/security/backup-code', '/sign-in/verification-code', '/sign-up/terms'])
    assert.match((await browser.open(at)).url, /^\/sign-(in|up)/, at)
  for (const step of ['verification-code', 'backup-code', 'questions', 'new-password'])
    assert.match((await ground.browser().open(`/reset-password/${step}`)).url, forgotten, step)
})

test('a reset left for 15 minutes has ended, and one that takes longer than 30', async () => {
  const email = 'late@example.test'
  const code = await personWithCode(ground, email)
  const idle = ground.browser()
  await beginReset(ground, idle, email)
  ground.services.clock.advance({ minutes: 15 })
  const ended = await idle.press('Submit', { code })
  assert.match(ended.url, forgotten)
  assert.match(ended.text, /This reset has ended/)
  const slow = ground.browser()
  await beginReset(ground, slow, email)
  for (const minutes of [14, 14]) {
    ground.services.clock.advance({ minutes })
    assert.equal((await slow.open('/reset-password/backup-code')).url, '/reset-password/backup-code')
  }
  ground.services.clock.advance({ minutes: 2 })
  assert.match((await slow.open('/reset-password/backup-code')).url, forgotten)
})

test('a second reset of the account ends the first one half-way', async () => {
  const email = 'two@example.test'
  const code = await personWithCode(ground, email)
  const first = ground.browser()
  await beginReset(ground, first, email)
  await beginReset(ground, ground.browser(), email)
  assert.match((await first.press('Submit', { code })).url, forgotten)
})

test('the new password: every broken rule at once, not the address, not the old one', async () => {
  const email = 'rules@example.test'
  const browser = ground.browser()
  await upToNewPassword(ground, browser, email, await personWithCode(ground, email))
  const weak = await chooseNewPassword(browser, 'aaa')
  assert.equal(weak.status, 422)
  assert.match(weak.text, /at least 8 characters.*Add an uppercase letter.*Add a special character/)
  assert.equal((await chooseNewPassword(browser, 'Rules@example.test1')).status, 422)
  const old = await chooseNewPassword(browser, goodPassword)
  assert.match(old.text, /not the one you had/)
  assert.doesNotMatch(old.html, new RegExp(goodPassword))
  assert.equal((await chooseNewPassword(browser)).url, '/reset-password/done')
})

test('of five parallel presses of the last button one sets the password, and one mail a mailbox tells of it', async () => {
  const email = 'pressed@example.test'
  const browser = ground.browser()
  await upToNewPassword(ground, browser, email, await personWithCode(ground, email))
  const { hidden } = browser.formOf('Submit')
  const values = { ...hidden, password: newPassword, confirm: newPassword }
  const answers = await Promise.all(Array.from({ length: 5 }, () => browser.ask('POST', '/reset-password/new-password', values)))
  assert.equal(answers.filter(({ location }) => location === '/reset-password/done').length, 1)
  assert.equal((await ground.mails(email)).filter(({ kind }) => kind === 'accounts.password-was-reset').length, 1)
})

test('a backup code that was used elsewhere meanwhile sets no password', async () => {
  const email = 'gone@example.test'
  const code = await personWithCode(ground, email)
  const browser = ground.browser()
  await upToNewPassword(ground, browser, email, code)
  const other = ground.browser()
  await other.open('/sign-in')
  await other.press('Sign In', { email, password: goodPassword })
  await other.open('/sign-in/backup-code')
  await other.press('Submit', { code })
  assert.match((await chooseNewPassword(browser)).text, /was used somewhere else/)
  assert.equal((await signInWith(email, goodPassword)).url, '/sign-in/verification-code')
})

test('every address is told: the user name, the recovery address, and one that was replaced', async () => {
  const email = 'told@example.test'
  const code = await personWithCode(ground, email)
  const { id: account } = await accountOf(email)
  const { keys, clock } = ground.services
  for (const purpose of ['recovery', 'former'] as const) {
    const id = newId()
    const address = `${purpose}-told@example.test`
    await owner()
      .insertInto('accounts.contact_point')
      .values({
        id,
        account,
        kind: 'email',
        purpose,
        address_hash: contactHash(keys, address),
        address_sealed: sealContactAddress(keys, account, id, address),
        added_at: clock.now(),
        proven_at: clock.now(),
        tell_until: purpose === 'former' ? clock.now().add({ hours: 72 }) : null,
      })
      .execute()
  }
  const browser = ground.browser()
  await upToNewPassword(ground, browser, email, code)
  await chooseNewPassword(browser)
  for (const to of [email, 'recovery-told@example.test', 'former-told@example.test'])
    assert.ok((await ground.mails(to)).some(({ kind }) => kind === 'accounts.password-was-reset'), to)
})

test('a mail about a reset names nobody: no address, number, password or code in its subject or words', async () => {
  const email = 'quiet@example.test'
  const code = await personWithCode(ground, email)
  const browser = ground.browser()
  await upToNewPassword(ground, browser, email, code)
  await chooseNewPassword(browser)
  const { online_account_number: number } = await accountOf(email)
  for (const mail of (await ground.mails(email)).filter(({ kind }) => /password/.test(kind) && kind !== 'accounts.one-time-password')) {
    const words = JSON.stringify({ ...mail, to: '' })
    for (const secret of [email, String(number), newPassword, code]) assert.ok(!words.includes(secret), `${mail.kind}: ${secret}`)
  }
})
