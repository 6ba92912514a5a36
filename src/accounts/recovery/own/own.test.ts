import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type AccountsGround, accountsGround } from '../../../../test/cast/accounts-ground.ts'
import type { PortalBrowser } from '../../../../test/cast/portal-browser.ts'
import { readyPerson } from '../../../../test/cast/ready-person.ts'
import { beginReset, newPassword, rightAnswers } from '../../../../test/cast/reset-in-browser.ts'
import { answersTo, backupCodeOn, goodPassword, signInBy } from '../../../../test/cast/sign-up-in-browser.ts'

let ground: AccountsGround
before(async () => {
  ground = await accountsGround()
})
after(() => ground.end())

async function signedIn(email: string) {
  const person = await readyPerson(ground, email)
  const browser = ground.browser()
  await signInBy(ground, browser, email)
  return { person, browser }
}

const kindsTo = async (email: string) => (await ground.mails(email)).map(({ kind }) => kind)
const changeTo = (browser: PortalBrowser, current: string, password: string) =>
  browser.press('Submit', { current, password, confirm: password })

for (const [path, button] of [
  ['/account/security/password', 'Submit'],
  ['/account/security/questions', 'Submit'],
  ['/account/security/backup-code/new', 'Make a new backup code'],
] as const) {
  test(`${path} asks for a fresh code before it is shown, and again where the proof grew old on the page`, async () => {
    const { browser } = await signedIn(`fresh${path.replaceAll('/', '-')}@example.test`)
    assert.equal((await browser.open(path)).url, path)
    ground.services.clock.advance({ minutes: 5 })
    const values = { ...answersTo(ground), current: goodPassword, password: newPassword, confirm: newPassword }
    assert.match((await browser.press(button, values)).url, /^\/sign-in\/again\?next=/)
    assert.match((await browser.open(path)).url, /^\/sign-in\/again\?next=/)
    assert.match((await ground.browser().open(path)).url, /^\/sign-in\?next=/)
  })
}

test('a changed password ends every other session and every reset under way, and every address is told', async () => {
  const email = 'change@example.test'
  const { browser, person } = await signedIn(email)
  const elsewhere = ground.browser()
  await signInBy(ground, elsewhere, email)
  const reset = ground.browser()
  await beginReset(ground, reset, email)
  await browser.open('/account/security/password')
  const done = await changeTo(browser, goodPassword, newPassword)
  assert.equal(done.url, '/account/security/password?done=yes')
  assert.match((await elsewhere.open('/account/security')).url, /^\/sign-in/)
  assert.match((await reset.press('Submit', { code: person.backupCode })).url, /^\/forgot-password\?ended/)
  assert.ok((await kindsTo(email)).includes('accounts.password-was-reset'))
  const back = ground.browser()
  await back.open('/sign-in')
  assert.equal((await back.press('Sign In', { email, password: goodPassword })).status, 422)
  assert.equal((await back.press('Sign In', { email, password: newPassword })).url, '/sign-in/verification-code')
})

test('the current password is asked and counted: after five wrong ones even the right one waits', async () => {
  const { browser } = await signedIn('current@example.test')
  await browser.open('/account/security/password')
  assert.match((await changeTo(browser, '', newPassword)).text, /Enter your current password/)
  assert.match((await changeTo(browser, goodPassword, goodPassword)).text, /not the one you had/)
  for (let time = 0; time < 4; time += 1)
    assert.match((await changeTo(browser, `${goodPassword}x`, newPassword)).text, /not your current password/)
  const waits = await changeTo(browser, goodPassword, newPassword)
  assert.equal(waits.status, 422)
  assert.doesNotMatch(waits.html, new RegExp(goodPassword))
})

test('new questions: five different ones with answers; the old answers help nobody back in, and every address is told', async () => {
  const email = 'anew@example.test'
  const { browser, person } = await signedIn(email)
  await browser.open('/account/security/questions')
  const lists = ground.services.agency.resetQuestions
  const chosen = answersTo(ground)
  const other = Object.fromEntries(Object.entries(chosen).map(([name, value]) => [name, value.replace('Answer', 'Other')]))
  assert.match((await browser.press('Submit', { ...other, 'answer-3': '?!' })).text, /Use letters or digits for answer 3/)
  const shared = lists[1]?.find((question) => lists[0]?.includes(question))
  if (shared) assert.equal((await browser.press('Submit', { ...other, 'question-1': shared, 'question-2': shared })).status, 422)
  assert.equal((await browser.press('Submit', { ...other, 'question-2': chosen['question-1'] ?? '' })).status, 422)
  assert.equal((await browser.press('Submit', other)).url, '/account/security/questions?done=yes')
  assert.ok((await kindsTo(email)).includes('accounts.questions-changed'))
  const reset = ground.browser()
  await beginReset(ground, reset, email)
  await reset.press('Submit', { code: person.backupCode })
  const old = rightAnswers(ground, reset)
  assert.match((await reset.press('Submit', old)).text, /are not the ones we have/)
  const right = Object.fromEntries(Object.entries(old).map(([name, value]) => [name, value.replace('Answer', 'Other')]))
  assert.equal((await reset.press('Submit', right)).url, '/reset-password/new-password')
})

test('where the deployment asks no questions there is no page for them', async () => {
  const { browser } = await signedIn('off@example.test')
  const services = ground.services as { agency: (typeof ground)['services']['agency'] }
  const before = services.agency
  services.agency = { ...before, resetQuestions: [] }
  try {
    assert.equal((await browser.open('/account/security/questions')).status, 404)
  } finally {
    services.agency = before
  }
})

test('a new backup code is shown, the old one is dead, and every address is told', async () => {
  const email = 'newcode@example.test'
  const { browser, person } = await signedIn(email)
  await browser.open('/account/security/backup-code/new')
  const seen = await browser.press('Make a new backup code')
  assert.equal(seen.url, '/account/security/backup-code')
  const fresh = backupCodeOn(browser)
  assert.ok((await kindsTo(email)).includes('accounts.backup-code-replaced'))
  for (const [code, at] of [[person.backupCode, '/sign-in/backup-code'], [fresh, '/account/security/backup-code']] as const) {
    const back = ground.browser()
    await back.open('/sign-in')
    await back.press('Sign In', { email, password: goodPassword })
    await back.open('/sign-in/backup-code')
    assert.equal((await back.press('Submit', { code })).url, at)
  }
})

test('of parallel presses one code is left, the one that is shown', async () => {
  const email = 'presses@example.test'
  const { browser, person } = await signedIn(email)
  await browser.open('/account/security/backup-code/new')
  const { hidden } = browser.formOf('Make a new backup code')
  await Promise.all(Array.from({ length: 4 }, () => browser.ask('POST', '/account/security/backup-code/new', hidden)))
  const unused = await ground.database.pools.owner
    ?.selectFrom('accounts.backup_code')
    .select('hash')
    .where('account', '=', person.id)
    .where('used_at', 'is', null)
    .execute()
  assert.equal(unused?.length, 1)
  await browser.open('/account/security/backup-code')
  const shown = backupCodeOn(browser).replaceAll('-', '')
  assert.deepEqual(await ground.services.passwords.verifyPassword(shown, unused?.[0]?.hash ?? ''), { matches: true })
})
