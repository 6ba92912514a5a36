import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { type AccountsGround, accountsGround } from '../../../test/cast/accounts-ground.ts'
import { codeMailedTo, goodPassword, signUpWithBackupCode } from '../../../test/cast/sign-up-in-browser.ts'

const email = 'recorded@example.test'
let ground: AccountsGround
let since: string
let backupCode: string

before(async () => {
  ground = await accountsGround()
  backupCode = await signUpWithBackupCode(ground, ground.browser(), email)
})
after(() => ground.end())

const entries = () => ground.database.pools.owner?.selectFrom('audit.entry').selectAll().orderBy('ordinal').execute() ?? Promise.resolve([])
const entriesSince = async () => (await entries()).filter(({ ordinal }) => BigInt(ordinal) > BigInt(since))

beforeEach(async () => {
  const known = await entries()
  since = String(known.at(-1)?.ordinal ?? 0)
})

async function passwordGiven(password = goodPassword) {
  ground.services.clock.advance({ minutes: 2 })
  const browser = ground.browser()
  await browser.open('/sign-in')
  await browser.press('Sign In', { email, password })
  return browser
}

/** Of an operation since the test began: whose, how it ended, with which factor. */
const recorded = async (operation: string) =>
  (await entriesSince())
    .filter((entry) => entry.operation === operation)
    .map(({ account: whose, outcome, refusal, detail }) => ({ known: whose !== null, outcome, refusal, detail }))

describe('the record of signing in', () => {
  it('has a wrong password as a refusal of that account, with its factor', async () => {
    await passwordGiven('Wrong!password1')
    assert.deepEqual(await recorded('accounts.accept-password'), [
      { known: true, outcome: 'refused', refusal: 'email-or-password-wrong', detail: { factor: 'password' } },
    ])
  })

  it('has a wrong code and a right one, with the way the code came, and the sign-in that followed', async () => {
    const browser = await passwordGiven()
    await browser.press('Submit', { code: '000000' })
    await browser.press('Submit', { code: await codeMailedTo(ground, email) })
    assert.deepEqual(
      (await recorded('accounts.try-code')).map(({ detail }) => detail),
      [
        { factor: 'email', fits: false },
        { factor: 'email', fits: true },
      ],
    )
    assert.deepEqual(await recorded('accounts.sign-in'), [{ known: true, outcome: 'done', refusal: null, detail: { factor: 'email' } }])
  })

  it('has a wrong backup code as a refusal', async () => {
    const browser = await passwordGiven()
    await browser.open('/sign-in/backup-code')
    await browser.press('Submit', { code: 'ZZZZ-ZZZZ-ZZZZ-ZZZZ' })
    assert.deepEqual(await recorded('accounts.sign-in-with-backup-code'), [
      { known: true, outcome: 'refused', refusal: 'code-wrong', detail: { factor: 'backup-code' } },
    ])
  })

  it('holds no address, password or code of all this', async () => {
    const browser = await passwordGiven()
    const code = await codeMailedTo(ground, email)
    await browser.press('Submit', { code })
    const written = JSON.stringify(await entries())
    for (const secret of [email, goodPassword, 'Wrong!password1', code, backupCode])
      assert.ok(secret.length >= 6 && !written.includes(secret), secret)
  })
})
