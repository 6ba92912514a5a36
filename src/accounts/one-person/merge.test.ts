import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type AccountsGround, accountsGround } from '../../../test/cast/accounts-ground.ts'
import type { PortalBrowser } from '../../../test/cast/portal-browser.ts'
import { codeMailedTo, goodPassword, signInBy, signUpUntil } from '../../../test/cast/sign-up-in-browser.ts'
import { findAccountByNumber } from '../account-store.ts'
import { mergeAccounts } from './merge-accounts.ts'
import { retireAccount } from './one-person-store.ts'

let ground: AccountsGround
before(async () => {
  ground = await accountsGround()
})
after(() => ground.end())

const owner = () => ground.database.pools.owner as NonNullable<AccountsGround['database']['pools']['owner']>
const stored = async (email: string) => {
  const account = (await ground.lastMail(email, 'welcome')).facts?.[0]?.value.replaceAll(' ', '') ?? ''
  return owner().selectFrom('accounts.account').selectAll().where('online_account_number', '=', account).executeTakeFirstOrThrow()
}

/** Two finished accounts of one person; the browser is signed in to the first. */
async function twoAccounts(name: string) {
  const [keptEmail, otherEmail] = [`${name}-kept@example.test`, `${name}-other@example.test`]
  const otherBrowser = ground.browser()
  await signUpUntil(ground, otherBrowser, otherEmail)
  const browser = ground.browser()
  await signUpUntil(ground, browser, keptEmail)
  return { browser, otherBrowser, keptEmail, otherEmail, kept: await stored(keptEmail), other: await stored(otherEmail) }
}

async function nameOther(browser: PortalBrowser, email: string, password = goodPassword) {
  ground.services.clock.advance({ seconds: 1 })
  await browser.open('/account/merge')
  return browser.press('Go on', { email, password })
}

async function proveOther(browser: PortalBrowser, email: string) {
  await nameOther(browser, email)
  return browser.press('Submit', { code: await codeMailedTo(ground, email) })
}

test('who signs in to both makes them one: the other’s number leads to the kept account, and every address is told', async () => {
  const { browser, otherBrowser, keptEmail, otherEmail, kept, other } = await twoAccounts('both')
  const confirm = await proveOther(browser, otherEmail)
  assert.equal(confirm.url, '/account/merge/confirm')
  assert.ok(confirm.text.includes(otherEmail) && confirm.text.includes(keptEmail))
  ground.services.clock.advance({ seconds: 1 })
  const done = await browser.press('Merge the two accounts')
  assert.match(done.text, /The two accounts are one/)
  const found = await findAccountByNumber(owner(), other.online_account_number ?? '')
  assert.equal(found?.id, kept.id)
  assert.equal((await ground.mails(otherEmail)).at(-1)?.kind, 'accounts.merged')
  assert.equal((await ground.mails(keptEmail)).at(-1)?.kind, 'accounts.merged')
  assert.match((await otherBrowser.open('/account/security')).url, /^\/sign-in/)
  assert.equal((await browser.open('/account/security')).url, '/account/security')
})

test('a merged address signs in to nothing, in the words of any wrong password; signing up there makes no second account', async () => {
  const { browser, otherEmail } = await twoAccounts('address')
  await proveOther(browser, otherEmail)
  await browser.press('Merge the two accounts')
  const stranger = ground.browser('198.51.100.20')
  await stranger.open('/sign-in')
  assert.match((await stranger.press('Sign In', { email: otherEmail, password: goodPassword })).text, /address or the password is not right/)
  ground.services.clock.advance({ seconds: 1 })
  await stranger.open('/sign-up')
  await stranger.press('Sign Up', { email: otherEmail })
  assert.equal((await ground.mails(otherEmail)).at(-1)?.kind, 'accounts.merged-account')
  ground.services.clock.advance({ seconds: 1 })
  await stranger.open('/forgot-username')
  await stranger.press('Submit', { email: otherEmail })
  assert.match((await ground.mails(otherEmail)).at(-1)?.paragraphs.join(' ') ?? '', /merged into another one of yours/)
})

test('nobody gets to the last button without the other account’s code, and five wrong ones end the attempt', async () => {
  const { browser, otherEmail, kept, other } = await twoAccounts('code')
  await nameOther(browser, otherEmail)
  assert.equal((await browser.open('/account/merge/confirm')).url, '/account/merge/verification-code')
  const right = await codeMailedTo(ground, otherEmail)
  const wrong = right === '000000' ? '000001' : '000000'
  for (let time = 0; time < 5; time += 1) await browser.press('Submit', { code: wrong })
  const sixth = await browser.press('Submit', { code: right })
  assert.match(sixth.text, /5 wrong codes/)
  const pressed = await ground
    .as({ kind: 'account', id: kept.id, roles: ['applicant'], sessionId: null })
    .perform(mergeAccounts, undefined)
  assert.deepEqual(pressed, { ok: false, refusal: 'not-proven' })
  assert.equal((await stored(otherEmail)).id, other.id)
})

test('wrong, unknown and unfinished are one answer; the account one is in, and one of another type, are told as such', async () => {
  const { browser, keptEmail, otherEmail } = await twoAccounts('refused')
  await signUpUntil(ground, ground.browser(), 'refused-unfinished@example.test', 'services')
  const lawyer = ground.browser()
  await signUpUntil(ground, lawyer, 'refused-lawyer@example.test', 'services')
  await lawyer.press('Submit', { type: 'representative' })
  await lawyer.press('Submit', { kind: 'attorney' })
  for (const [email, password] of [
    [otherEmail, 'Wrong!password1'],
    ['refused-nobody@example.test', goodPassword],
    ['refused-unfinished@example.test', goodPassword],
  ] as const) {
    const seen = await nameOther(browser, email, password)
    assert.match(seen.text, /address or the password is not right/, email)
  }
  assert.match((await nameOther(browser, keptEmail)).text, /the account you are signed in to\. Enter/)
  assert.match((await nameOther(browser, 'refused-lawyer@example.test')).text, /kept apart/)
})

test('a password that its owner must replace proves no other account: whoever was shut out cannot merge it into theirs', async () => {
  const { browser, otherEmail, other } = await twoAccounts('shut-out')
  const at = ground.services.clock.now().add({ seconds: 1 })
  await owner().updateTable('accounts.account').set({ password_must_change_at: at }).where('id', '=', other.id).execute()
  ground.services.clock.advance({ seconds: 2 })
  const seen = await nameOther(browser, otherEmail)
  assert.match(seen.text, /address or the password is not right/)
})

test('who proved an account and was shut out of it since cannot merge it: it waits for a new password, or was signed out everywhere', async () => {
  const shutOut = {
    'must-choose': (id: string) => owner().updateTable('accounts.account').set({ password_must_change_at: ground.services.clock.now() }).where('id', '=', id),
    'signed-out': (id: string) => owner().updateTable('accounts.session').set({ ended_at: ground.services.clock.now(), ended_by: 'signed-out-elsewhere' }).where('account', '=', id),
  }
  for (const [name, shut] of Object.entries(shutOut)) {
    const { browser, otherEmail, kept, other } = await twoAccounts(name)
    assert.equal((await proveOther(browser, otherEmail)).url, '/account/merge/confirm')
    ground.services.clock.advance({ seconds: 1 })
    await shut(other.id).execute()
    await browser.press('Merge the two accounts')
    const still = await owner().selectFrom('accounts.account').select('retired_at').where('id', '=', other.id).executeTakeFirstOrThrow()
    assert.equal(still.retired_at, null, name)
    assert.equal((await findAccountByNumber(owner(), other.online_account_number ?? ''))?.id, other.id)
    assert.notEqual(kept.id, other.id)
  }
})

test('half an hour after the other password the proof is gone, and the page begins anew', async () => {
  const { browser, otherEmail } = await twoAccounts('late')
  await proveOther(browser, otherEmail)
  ground.services.clock.advance({ minutes: 14 })
  await browser.open('/account/profile')
  ground.services.clock.advance({ minutes: 14 })
  await browser.open('/account/security')
  ground.services.clock.advance({ minutes: 2 })
  assert.match((await browser.open('/account/merge/confirm')).url, /^\/sign-in\/again/)
  const account = await stored('late-kept@example.test')
  const pressed = await ground
    .as({ kind: 'account', id: account.id, roles: ['applicant'], sessionId: null })
    .perform(mergeAccounts, undefined)
  assert.deepEqual(pressed, { ok: false, refusal: 'not-proven' })
})

test('fifty presses at once merge once', async () => {
  const { browser, otherEmail, kept } = await twoAccounts('presses')
  await proveOther(browser, otherEmail)
  const { hidden } = browser.formOf('Merge the two accounts')
  const answers = await Promise.all(Array.from({ length: 50 }, () => browser.ask('POST', '/account/merge/confirm', hidden)))
  assert.equal(answers.filter(({ status }) => status === 303).length >= 1, true)
  assert.ok(answers.every(({ status }) => status === 303 || status === 422))
  const rows = await owner().selectFrom('accounts.forwarding').selectAll().where('kept', '=', kept.id).execute()
  assert.equal(rows.length, 1)
  assert.equal((await ground.mails(otherEmail)).filter(({ kind }) => kind === 'accounts.merged').length, 1)
})

test('two accounts that are merged into each other at the same moment end as one, not as none', async () => {
  const { browser, otherBrowser, keptEmail, otherEmail, kept, other } = await twoAccounts('cross')
  await proveOther(browser, otherEmail)
  await proveOther(otherBrowser, keptEmail)
  const press = (each: PortalBrowser) => each.ask('POST', '/account/merge/confirm', each.formOf('Merge the two accounts').hidden)
  const answers = await Promise.all([press(browser), press(otherBrowser)])
  assert.equal(answers.filter(({ location }) => location?.includes('done=yes')).length, 1)
  const rows = await owner().selectFrom('accounts.forwarding').selectAll().where('kept', 'in', [kept.id, other.id]).execute()
  assert.equal(rows.length, 1)
})

test('a number that leads on leads on through every later merge, in one row', async () => {
  const { browser, otherEmail, keptEmail, other } = await twoAccounts('chain')
  await proveOther(browser, otherEmail)
  await browser.press('Merge the two accounts')
  const last = ground.browser()
  await signUpUntil(ground, last, 'chain-last@example.test')
  await proveOther(last, keptEmail)
  const done = await last.press('Merge the two accounts')
  assert.match(done.text, /Also leads here/)
  const found = await findAccountByNumber(owner(), other.online_account_number ?? '')
  assert.equal(found?.id, (await stored('chain-last@example.test')).id)
})

test('the page asks for a fresh proof first', async () => {
  const email = 'stale-proof@example.test'
  await signUpUntil(ground, ground.browser(), email)
  const browser = ground.browser()
  await signInBy(ground, browser, email)
  ground.services.clock.advance({ minutes: 6 })
  assert.match((await browser.open('/account/merge')).url, /^\/sign-in\/again/)
})

test('the database itself writes no merge that nobody has proven', async () => {
  const { kept, other } = await twoAccounts('unproven')
  await assert.rejects(
    owner().transaction().execute(async (tx) => {
      await retireAccount(tx, { retired: other.id, kept: kept.id, cause: 'merged', at: ground.services.clock.now() })
    }),
    /nobody has proven/,
  )
})
