import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type AccountsGround, accountsGround } from '../../test/cast/accounts-ground.ts'
import { readyPerson } from '../../test/cast/ready-person.ts'
import { recordedStatements } from '../../test/cast/recorded-statements.ts'
import { testRequest } from '../../test/cast/services.ts'
import { goodPassword, signUpUntil } from '../../test/cast/sign-up-in-browser.ts'
import { visitor } from '../platform/actor.ts'
import type { Doer } from './procedure.ts'
import { performerFor } from '../platform/operation.ts'
import { dateOfBirthHash } from './date-of-birth.ts'
import { askForRecovery } from './recovery/request/ask-for-recovery.ts'
import { askForReset } from './recovery/ask-for-reset.ts'
import { showBackupCode } from './recovery/request/show-backup-code.ts'
import { remindByEmail, remindByNumber } from './sign-in/forgot-username.ts'
import { givePassword } from './sign-in/give-password.ts'
import { startSignUp } from './sign-up/start-sign-up.ts'

let ground: AccountsGround
let number: string

before(async () => {
  ground = await accountsGround()
  await signUpUntil(ground, ground.browser(), 'known@example.test')
  await signUpUntil(ground, ground.browser(), 'half@example.test', 'password')
  const { id } = await readyPerson(ground, 'closed@example.test')
  const closedAt = ground.services.clock.now()
  await ground.database.pools.owner?.updateTable('accounts.account').set({ closed_at: closedAt }).where('id', '=', id).execute()
  number = (await ground.lastMail('known@example.test', 'welcome')).facts?.[0]?.value.replaceAll(' ', '') ?? ''
})
after(() => ground.end())

/** The statements, hashes and jobs that some work takes. */
async function workOf(work: (by: Doer) => Promise<unknown>) {
  const { pool, statements } = recordedStatements(ground.database.pools.portal)
  let hashes = 0
  const { passwords } = ground.services
  const counted = {
    ...passwords,
    verifyPassword: (password: string, stored: string) => {
      hashes += 1
      return passwords.verifyPassword(password, stored)
    },
    verifyAgainstNothing: (password: string) => {
      hashes += 1
      return passwords.verifyAgainstNothing(password)
    },
  }
  const services = { ...ground.services, passwords: counted }
  const performer = performerFor({ ...ground.parts, pool, services }, visitor, testRequest)
  const mailsBefore = (await ground.mails()).length
  const answer = await work({ ...performer, services })
  const mails = (await ground.mails()).length - mailsBefore
  return { answer, statements, hashes, mails }
}

test('Sign Up does the same work and gives the same answer for a new, an unfinished and a finished address', async () => {
  const signUp = (email: string) => workOf((by) => by.perform(startSignUp, { email, language: 'en' }))
  const [fresh, half, known] = [
    await signUp('nobody@example.test'),
    await signUp('half@example.test'),
    await signUp('known@example.test'),
  ]
  assert.equal(fresh.mails, 1)
  assert.ok(fresh.statements.length > 5)
  assert.deepEqual(half, fresh)
  assert.deepEqual(known, fresh)
  const told = await ground.mails('known@example.test')
  assert.equal(told.at(-1)?.kind, 'accounts.already-have-account')
})

test('the pages after Sign Up read the same', async () => {
  const texts = await Promise.all(
    ['page-new@example.test', 'known@example.test'].map(async (email) => {
      const browser = ground.browser()
      await browser.open('/sign-up')
      return (await browser.press('Sign Up', { email })).text.replaceAll(email, '')
    }),
  )
  assert.equal(texts[0], texts[1])
})

test('Sign In does the same work and gives the same answer for a wrong password and for an address nobody has', async () => {
  const signIn = (email: string) =>
    workOf((by) => givePassword.call(by, { email, password: 'Wrong-password-1', next: undefined }))
  const [known, unknown] = [await signIn('known@example.test'), await signIn('unknown@example.test')]
  assert.deepEqual(known.answer, { ok: false, refusal: 'email-or-password-wrong' })
  assert.equal(known.hashes, 1)
  assert.deepEqual(unknown, known)
})

test('an address with a sign-up that has no password yet is like one nobody has', async () => {
  await signUpUntil(ground, ground.browser(), 'bare@example.test', 'terms')
  const signIn = (email: string) => workOf((by) => givePassword.call(by, { email, password: goodPassword, next: undefined }))
  assert.deepEqual(await signIn('bare@example.test'), await signIn('unknown@example.test'))
})

test('Forgot your username does the same work and gives the same answer by email, and only the mailbox is told', async () => {
  const remind = (email: string) => workOf((by) => by.perform(remindByEmail, { email, language: 'en' }))
  const [known, half, unknown] = [
    await remind('known@example.test'),
    await remind('half@example.test'),
    await remind('nobody-else@example.test'),
  ]
  assert.equal(known.mails, 1)
  assert.deepEqual(unknown, known)
  assert.deepEqual(half, known)
  const told = async (email: string) => (await ground.mails(email)).at(-1)
  assert.equal((await told('known@example.test'))?.facts?.[1]?.value.replaceAll(' ', ''), number)
  assert.match((await told('nobody-else@example.test'))?.paragraphs[0] ?? '', /No account has this address/)
  assert.equal((await told('nobody-else@example.test'))?.facts, undefined)
  assert.equal((await told('known@example.test'))?.subject, (await told('nobody-else@example.test'))?.subject)
})

test('Forgot your password does the same work and gives the same answer for a finished, an unfinished and an unknown address', async () => {
  const ask = (email: string) => workOf((by) => by.perform(askForReset, { email, language: 'en' }))
  const [known, half, unknown] = [
    await ask('known@example.test'),
    await ask('half@example.test'),
    await ask('nobody-resets@example.test'),
  ]
  assert.equal(known.mails, 1)
  assert.deepEqual(unknown, known)
  assert.deepEqual(half, known)
  const told = (email: string) => ground.lastMail(email, 'password-reset')
  assert.match((await told('known@example.test')).links?.[0]?.url ?? '', /forgot-password\/[\w-]{22}$/)
  assert.match((await told('half@example.test')).paragraphs[0] ?? '', /begun and not finished/)
  assert.match((await told('nobody-resets@example.test')).paragraphs[0] ?? '', /No account has this address/)
  for (const email of ['half@example.test', 'nobody-resets@example.test']) {
    assert.doesNotMatch((await told(email)).links?.[0]?.url ?? '', /forgot-password\/./)
    assert.equal((await told(email)).subject, (await told('known@example.test')).subject)
  }
})

test('the slow way back in begins with the same work and answer for a finished, an unfinished and an unknown address', async () => {
  const ask = (email: string) => workOf((by) => by.perform(askForRecovery, { email, lost: ['phone'], language: 'en' }))
  const [known, half, unknown, again] = [
    await ask('known@example.test'),
    await ask('half@example.test'),
    await ask('nobody-recovers@example.test'),
    await ask('known@example.test'),
  ]
  assert.equal(known.mails, 1)
  for (const other of [half, unknown, again]) assert.deepEqual(other, known)
  const links = async (email: string) => (await ground.lastMail(email, 'recovery-asked')).links?.[0]?.url ?? ''
  assert.match(await links('known@example.test'), /recovery\/cancel\/[\w-]{22}$/)
  assert.doesNotMatch(await links('half@example.test'), /cancel/)
  assert.doesNotMatch(await links('nobody-recovers@example.test'), /cancel/)
})

test('an open recovery is looked for with the same work and answer whether address, wait or backup code are wrong', async () => {
  const show = (email: string) => workOf((by) => showBackupCode.call(by, { email, code: '0'.repeat(16) }))
  const [waiting, unknown] = [await show('known@example.test'), await show('nobody-shows@example.test')]
  assert.deepEqual(waiting.answer, { ok: false, refusal: 'nothing-open' })
  assert.equal(waiting.hashes, 1)
  assert.deepEqual(unknown, waiting)
})

test('the pages after Forgot your password read the same', async () => {
  const texts = await Promise.all(
    ['known@example.test', 'no-reset@example.test'].map(async (email) => {
      const browser = ground.browser()
      await browser.open('/forgot-password')
      return (await browser.press('Send link', { email })).text
    }),
  )
  assert.equal(texts[0], texts[1])
})

test('by number and date of birth the answer and the work are the same; the mail goes to the address on file only', async () => {
  const born = Temporal.PlainDate.from('1990-02-03')
  const remind = (typed: string, dateOfBirth = born) => workOf((by) => by.perform(remindByNumber, { number: typed, dateOfBirth }))
  const before = await remind(number)
  assert.equal(before.mails, 0, 'no day is on file')
  const { keys } = ground.services
  await ground.database.pools.owner
    ?.updateTable('accounts.account')
    .set({ date_of_birth_hash: dateOfBirthHash(keys, born) })
    .where('online_account_number', '=', number)
    .execute()
  const known = await remind(number)
  assert.equal(known.mails, 1)
  const [wrongDay, unknown] = [await remind(number, born.add({ days: 1 })), await remind('123456789012')]
  assert.deepEqual({ ...wrongDay, mails: 1 }, known)
  assert.deepEqual({ ...unknown, mails: 1 }, known)
  assert.deepEqual([wrongDay.mails, unknown.mails], [0, 0], 'a mail that says nothing is queued and never sent')
  assert.ok(known.statements.some((statement) => statement.includes('mail')))
  const told = await ground.lastMail('known@example.test', 'username-reminder')
  assert.equal(told.facts?.[0]?.value, 'known@example.test')
})

test('the page of Forgot your username reads the same after either form', async () => {
  const byEmail = ground.browser()
  await byEmail.open('/forgot-username')
  const first = await byEmail.press('Submit', { email: 'known@example.test' })
  const byNumber = ground.browser()
  await byNumber.open('/forgot-username')
  const { hidden } = byNumber.formOf('Submit')
  const born = { 'born-month': '2', 'born-day': '3', 'born-year': '1990' }
  const answer = await byNumber.ask('POST', '/forgot-username', { ...hidden, by: 'number', number, ...born })
  assert.equal((await byNumber.open(answer.location ?? '')).text, first.text)
})

test('a number of another kind on Forgot your username is recognised before anything is looked up', async () => {
  const browser = ground.browser()
  await browser.open('/forgot-username')
  const { hidden } = browser.formOf('Submit')
  const seen = await browser.ask('POST', '/forgot-username', { ...hidden, by: 'number', number: 'IOE9012345677' })
  assert.equal(seen.status, 422)
  assert.match(seen.text, /That is a receipt number/)
  assert.match(seen.text, /Enter your date of birth/)
})

test('a closed account is to every page what an unknown address is, in words, statements, hashes and mails', async () => {
  const both = async (work: (by: Doer, email: string) => Promise<unknown>) => {
    const [closed, unknown] = [await workOf((by) => work(by, 'closed@example.test')), await workOf((by) => work(by, 'none-closed@example.test'))]
    assert.deepEqual(closed, unknown)
    return closed
  }
  assert.equal((await both((by, email) => givePassword.call(by, { email, password: 'Wrong-password-1', next: undefined }))).mails, 0)
  for (const work of [
    (by: Doer, email: string) => by.perform(startSignUp, { email, language: 'en' }),
    (by: Doer, email: string) => by.perform(remindByEmail, { email, language: 'en' }),
    (by: Doer, email: string) => by.perform(askForReset, { email, language: 'en' }),
    (by: Doer, email: string) => by.perform(askForRecovery, { email, lost: ['phone'], language: 'en' }),
  ])
    assert.equal((await both(work)).mails, 1)
  const told = await ground.mails('closed@example.test')
  for (const mail of told.slice(-4)) assert.match(mail.paragraphs[0] ?? '', /The account with this address was closed on/)
})

test('the right password of a closed account gets the answer of a wrong one', async () => {
  const given = await workOf((by) => givePassword.call(by, { email: 'closed@example.test', password: goodPassword, next: undefined }))
  assert.deepEqual([given.answer, given.hashes], [{ ok: false, refusal: 'email-or-password-wrong' }, 1])
})
