import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type AccountsGround, accountsGround } from '../../../test/cast/accounts-ground.ts'
import {
  backupCodeOn,
  codeMailedTo,
  goodPassword,
  signUpUntil,
  signUpWithBackupCode,
} from '../../../test/cast/sign-up-in-browser.ts'

let ground: AccountsGround
before(async () => {
  ground = await accountsGround()
})
after(() => ground.end())

const stored = () => ground.database.pools.owner?.selectFrom('accounts.backup_code').selectAll().execute() ?? []

const atTheBackupCode = async (email: string) => {
  const browser = ground.browser()
  await browser.open('/sign-in')
  await browser.press('Sign In', { email, password: goodPassword })
  await browser.open('/sign-in/backup-code')
  return browser
}

test('the code stands in one element in groups joined by dashes, and a reload shows the same until Proceed', async () => {
  const browser = ground.browser()
  await signUpUntil(ground, browser, 'shown@example.test', 'code')
  const code = backupCodeOn(browser)
  assert.match(code, /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/)
  await browser.open('/sign-up/backup-code')
  assert.equal(backupCodeOn(browser), code)
  await browser.press('Proceed')
  const seen = await browser.open('/sign-up/backup-code')
  assert.equal(seen.url, '/sign-up/reset-questions')
})

test('after Proceed nothing but a hash is left of it, and before it nothing readable', async () => {
  const browser = ground.browser()
  await signUpUntil(ground, browser, 'left@example.test', 'code')
  const code = backupCodeOn(browser).replaceAll('-', '')
  const texts = JSON.stringify((await stored()).map((row) => ({ ...row, sealed: row.sealed?.toString('latin1') })))
  assert.ok(!texts.includes(code))
  await browser.press('Proceed')
  const row = (await stored()).at(-1)
  assert.equal(row?.sealed, null)
  assert.deepEqual(await ground.services.passwords.verifyPassword(code, row?.hash ?? ''), { matches: true })
})

test('it signs in wholly and once; the new one waits, the old one is dead and the mailbox is told', async () => {
  const email = 'used@example.test'
  const code = await signUpWithBackupCode(ground, ground.browser(), email)
  const browser = await atTheBackupCode(email)
  const seen = await browser.press('Submit', { code })
  assert.equal(seen.url, '/account/security/backup-code')
  const fresh = backupCodeOn(browser)
  assert.notEqual(fresh, code)
  assert.ok(await ground.lastMail(email, 'backup-code-used'))
  assert.equal((await browser.press('Proceed')).url, '/account')
  assert.match((await browser.open('/account/security/backup-code')).text, /We cannot show it again/)
  const again = await atTheBackupCode(email)
  assert.match((await again.press('Submit', { code })).text, /That is not your backup code/)
  assert.equal((await again.press('Submit', { code: fresh })).url, '/account/security/backup-code')
})

test('small letters, spaces and look-alikes are forgiven', async () => {
  const email = 'typed-backup@example.test'
  const code = await signUpWithBackupCode(ground, ground.browser(), email)
  const browser = await atTheBackupCode(email)
  const typed = ` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')}`
  assert.equal((await browser.press('Submit', { code: typed })).url, '/account/security/backup-code')
})

test('of ten parallel uses one signs in', async () => {
  const email = 'parallel-backup@example.test'
  const code = await signUpWithBackupCode(ground, ground.browser(), email)
  const browser = await atTheBackupCode(email)
  const { hidden } = browser.formOf('Submit')
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => browser.ask('POST', '/sign-in/backup-code', { ...hidden, code })),
  )
  assert.equal(answers.filter(({ location }) => location === '/account/security/backup-code').length, 1)
})

test('of five sign-ins that use it at the same moment one is let in', async () => {
  const email = 'parallel-sign-ins@example.test'
  const code = await signUpWithBackupCode(ground, ground.browser(), email)
  const browsers = []
  for (let each = 0; each < 5; each += 1) browsers.push(await atTheBackupCode(email))
  const answers = await Promise.all(browsers.map((browser) => browser.ask('POST', '/sign-in/backup-code', { ...browser.formOf('Submit').hidden, code })))
  assert.equal(answers.filter(({ location }) => location === '/account/security/backup-code').length, 1)
})

test('five wrong ones end the sign-in, counted with its wrong codes, and the right one comes too late', async () => {
  const email = 'guessed@example.test'
  const code = await signUpWithBackupCode(ground, ground.browser(), email)
  const browser = await atTheBackupCode(email)
  const wrong = `${code.slice(0, -1)}${code.endsWith('Z') ? 'Y' : 'Z'}`
  for (let time = 0; time < 4; time += 1) {
    const seen = await browser.press('Submit', { code: wrong })
    assert.match(seen.text, /That is not your backup code/)
  }
  await browser.open('/sign-in/verification-code')
  const mailed = await codeMailedTo(ground, email)
  await browser.press('Submit', { code: mailed === '000000' ? '000001' : '000000' })
  await browser.open('/sign-in/backup-code')
  assert.match((await browser.press('Submit', { code })).text, /There were 5 wrong codes/)
})

test('what cannot be a backup code is not counted as a try', async () => {
  const email = 'format@example.test'
  const code = await signUpWithBackupCode(ground, ground.browser(), email)
  const browser = await atTheBackupCode(email)
  for (const typed of ['', 'ABCD', '1234-5678', `${code}-AAAA`, '<b>'.repeat(9), 'ABCD-EFGH-JKMN-PQR?'])
    assert.equal((await browser.press('Submit', { code: typed })).status, 422, typed)
  assert.equal((await browser.press('Submit', { code })).url, '/account/security/backup-code')
})

test('a stranger finds no backup-code page', async () => {
  assert.equal((await ground.browser().open('/sign-in/backup-code')).url, '/sign-in')
})
