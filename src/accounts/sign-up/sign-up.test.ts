import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type AccountsGround, accountsGround } from '../../../test/cast/accounts-ground.ts'
import {
  answersTo,
  codeMailedTo,
  confirmByMail,
  goodPassword,
  signInBy,
  type SignUpMove,
  signUpMoves,
  signUpUntil,
} from '../../../test/cast/sign-up-in-browser.ts'
import { signUpSteps, stepPath } from './steps.ts'

let ground: AccountsGround
before(async () => {
  ground = await accountsGround()
})
after(async () => {
  assert.deepEqual(ground.faults, [], 'no page ended in a fault')
  await ground.end()
})

const accountOf = async (email: string) => {
  const { emailHash } = await import('../email-address.ts')
  return ground.database.pools.owner
    ?.selectFrom('accounts.account')
    .selectAll()
    .where('email_hash', '=', emailHash(ground.services.keys, email))
    .executeTakeFirst()
}

test('a person goes from Sign Up to a complete account with its number, page by page', async () => {
  const browser = ground.browser()
  const seen = await signUpUntil(ground, browser, 'new@example.test')
  assert.equal(seen.url, '/account')
  const account = await accountOf('new@example.test')
  assert.match(account?.online_account_number ?? '', /^[1-9]\d{11}$/)
  const welcome = await ground.lastMail('new@example.test', 'welcome')
  assert.deepEqual(welcome.facts, [
    {
      label: 'Online Account Number',
      value: account?.online_account_number?.replace(/(.{4})(.{4})(.{4})/, '$1 $2 $3') ?? '',
    },
  ])
  assert.doesNotMatch(welcome.subject, /\d|@/)
})

test('the pages hold the words of the contract', async () => {
  const browser = ground.browser()
  const email = 'words@example.test'
  const words: [SignUpMove, RegExp[]][] = [
    ['sign-up', [/Didn't receive confirmation instructions\?/, /junk or spam folder/, /10 minutes/]],
    ['confirm', [/Terms of use/, /I Agree/]],
    ['terms', [/Password/, /Confirm password/, /Submit/]],
    ['password', [/How should we send your verification code\?/, /Email/]],
    ['method', [/Secure One-time Password/, /request a new one-time password/, /the code sent at \d+:\d\d/, /a few minutes/]],
    ['code', [/two-step verification backup code/, /Proceed/]],
    ['backup-code', [/Question 1/, /Answer 1/, /Question 5/, /Answer 5/]],
    ['questions', [/Welcome to your USCIS Online Account/, /myUSCIS/, /Other services/]],
    ['services', [/Account type/, /I am an applicant, petitioner, or requestor/, /I am a legal representative/]],
  ]
  const first = await browser.open('/sign-up')
  for (const expected of [/Email address/, /Sign Up/, /Never share it/, /consulate/]) assert.match(first.text, expected)
  for (const [move, expected] of words) {
    await signUpMoves[move](ground, browser, email)
    for (const each of expected) assert.match(browser.seen.text, each, `after ${move}`)
    ground.services.clock.advance({ seconds: 1 })
  }
})

const moves = Object.keys(signUpMoves) as SignUpMove[]
const stoppedAfter = moves.slice(1, -1)

for (const move of stoppedAfter)
  test(`left after “${move}”, a sign-up goes on at the next undone step in another browser, by a new link`, async () => {
    const email = `left-${move}@example.test`
    const first = ground.browser()
    const { url: undone } = await signUpUntil(ground, first, email, move)
    const second = ground.browser()
    await signUpMoves['sign-up'](ground, second, email)
    assert.equal((await ground.mails(email)).at(-1)?.kind, 'accounts.continue-sign-up')
    assert.equal((await confirmByMail(ground, second, email)).url, undone)
    for (const rest of moves.slice(moves.indexOf(move) + 1)) await signUpMoves[rest](ground, second, email)
    assert.equal(second.seen.url, '/account')
  })

for (const move of stoppedAfter.slice(stoppedAfter.indexOf('password')))
  test(`left after “${move}”, a sign-up goes on at the next undone step after a sign-in`, async () => {
    const email = `back-${move}@example.test`
    const { url: undone } = await signUpUntil(ground, ground.browser(), email, move)
    const second = ground.browser()
    await second.open('/sign-in')
    await second.press('Sign In', { email, password: goodPassword })
    const isProven = moves.indexOf(move) >= moves.indexOf('code')
    assert.equal(second.seen.url, isProven ? '/sign-in/verification-code' : undone)
    if (isProven) await second.press('Submit', { code: await codeMailedTo(ground, email) })
    assert.equal(second.seen.url, undone)
  })

test('every address of the sign-up leads to the next undone step, read and posted to alike', async () => {
  const browser = ground.browser()
  const { url: undone } = await signUpUntil(ground, browser, 'order@example.test', 'terms')
  for (const { name } of signUpSteps.slice(1)) assert.equal((await browser.open(stepPath(name))).url, undone, name)
  const { hidden } = browser.formOf('Submit')
  const jump = await browser.ask('POST', '/sign-up/account-type', { ...hidden, type: 'applicant' })
  assert.equal(jump.location, undone)
  assert.equal((await accountOf('order@example.test'))?.account_type, null)
})

test('an unfinished account opens no page of a finished one', async () => {
  const browser = ground.browser()
  const { url: undone } = await signUpUntil(ground, browser, 'unfinished@example.test', 'questions')
  assert.equal((await browser.open('/account/security')).url, undone)
})

test('a stranger at a step is led to Sign Up', async () => {
  for (const { name } of signUpSteps.slice(1)) assert.equal((await ground.browser().open(stepPath(name))).url, '/sign-up')
})

test('a representative says what kind and is told what comes next; then the account is complete', async () => {
  const browser = ground.browser()
  const email = 'attorney@example.test'
  await signUpUntil(ground, browser, email, 'services')
  const asked = await browser.press('Submit', { type: 'representative' })
  assert.equal(asked.url, '/sign-up/representative')
  assert.match(asked.text, /It leads you to your practice/)
  assert.equal((await accountOf(email))?.completed_at, null)
  assert.equal((await browser.press('Submit', {})).status, 422)
  assert.equal((await browser.press('Submit', { kind: 'attorney' })).url, '/account')
  assert.equal((await accountOf(email))?.representative_kind, 'attorney')
})

test('ten parallel sign-ups of one address make one account with one usable link', async () => {
  const email = 'many@example.test'
  const pressed = await Promise.all(
    Array.from({ length: 10 }, async () => {
      const browser = ground.browser()
      await browser.open('/sign-up')
      return browser.press('Sign Up', { email })
    }),
  )
  assert.ok(pressed.every(({ url }) => url === '/sign-up/check-your-email'))
  const account = await accountOf(email)
  const open = await ground.database.pools.owner
    ?.selectFrom('accounts.sign_up_link')
    .selectAll()
    .where('account', '=', account?.id ?? '')
    .where('killed_at', 'is', null)
    .execute()
  assert.equal(open?.length, 1)
})

test('fifty parallel presses of the last Submit issue one number and send one mail', async () => {
  const email = 'eager@example.test'
  const browser = ground.browser()
  await signUpUntil(ground, browser, email, 'services')
  const { hidden } = browser.formOf('Submit')
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => browser.ask('POST', '/sign-up/account-type', { ...hidden, type: 'applicant' })),
  )
  assert.ok(answers.every(({ status }) => status === 303))
  assert.equal((await ground.mails(email)).filter(({ kind }) => kind === 'accounts.welcome').length, 1)
  assert.equal((await browser.open('/account')).url, '/account')
})

test('the session changes its id when the sign-up is finished, and the old one opens nothing', async () => {
  const browser = ground.browser()
  await signUpUntil(ground, browser, 'rights@example.test', 'services')
  const before = browser.cookies.get('portolan_portal')
  await browser.press('Submit', { type: 'applicant' })
  assert.notEqual(browser.cookies.get('portolan_portal'), before)
  browser.cookies.set('portolan_portal', before ?? '')
  assert.match((await browser.open('/account/security')).url, /^\/sign-in/)
})

test('new terms are put to the person at the next sign-in, recorded, and then the way is free', async () => {
  const email = 'terms@example.test'
  await signUpUntil(ground, ground.browser(), email)
  const { agency } = ground.services
  Object.assign(ground.services, { agency: { ...agency, terms: { version: '2027-01' } } })
  try {
    const browser = ground.browser()
    await signInBy(ground, browser, email, '/sign-in')
    assert.equal(browser.seen.url, '/sign-up/terms')
    assert.match(browser.seen.text, /have changed since you agreed/)
    assert.equal((await browser.open('/account/security')).url, '/sign-up/terms')
    assert.equal((await browser.press('I Agree')).url, '/account')
    assert.equal((await browser.open('/account/security')).url, '/account/security')
  } finally {
    Object.assign(ground.services, { agency })
  }
  const agreed = await ground.database.pools.owner
    ?.selectFrom('accounts.terms_agreement')
    .select(['version', 'language'])
    .where('account', '=', (await accountOf(email))?.id ?? '')
    .orderBy('version')
    .execute()
  assert.deepEqual(agreed, [
    { version: '2026-11', language: 'en' },
    { version: '2027-01', language: 'en' },
  ])
})

test('terms that changed while they were read are not agreed to', async () => {
  const browser = ground.browser()
  await signUpUntil(ground, browser, 'changed@example.test', 'confirm')
  const { hidden } = browser.formOf('I Agree')
  const answer = await browser.ask('POST', '/sign-up/terms', { ...hidden, version: '2020-01' })
  assert.equal(answer.status, 422)
  assert.match(answer.text, /The terms changed while you were reading/)
  assert.equal((await accountOf('changed@example.test'))?.terms_version, null)
})

test('the five answers are kept as hashes, normalised, and each question once', async () => {
  const email = 'questions@example.test'
  const browser = ground.browser()
  await signUpUntil(ground, browser, email, 'backup-code')
  const typed = answersTo(ground)
  await browser.press('Submit', { ...typed, 'answer-1': '  BLUE — Bear ' })
  const kept = await ground.database.pools.owner
    ?.selectFrom('accounts.reset_answer')
    .selectAll()
    .where('account', '=', (await accountOf(email))?.id ?? '')
    .orderBy('position')
    .execute()
  assert.equal(kept?.length, 5)
  const { passwords } = ground.services
  assert.deepEqual(await passwords.verifyPassword('blue bear', kept?.[0]?.answer_hash ?? ''), { matches: true })
})
