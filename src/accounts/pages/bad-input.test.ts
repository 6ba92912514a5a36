import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type AccountsGround, accountsGround } from '../../../test/cast/accounts-ground.ts'
import type { PortalBrowser } from '../../../test/cast/portal-browser.ts'
import { answersTo, goodPassword, type SignUpMove, signUpUntil } from '../../../test/cast/sign-up-in-browser.ts'

let ground: AccountsGround
before(async () => {
  ground = await accountsGround()
})
after(async () => {
  assert.deepEqual(ground.faults, [], 'no bad input ended in a fault')
  await ground.end()
})

const hostile = [
  '',
  ' ',
  'x'.repeat(20_000),
  '\u0000',
  'a\u0007b',
  '‮gnp.exe',
  "'; drop table accounts.account; --",
  '<script>alert(1)</script>',
  '<b>&quot;"\'',
  '{{7*7}}',
  '../../etc/passwd',
  '😀'.repeat(30),
  '-1',
  '1e309',
]

/** The page of a step, the field it asks first, and its button. */
const pages: { after: SignUpMove | null; path: string; field: string; button: string; others?: Record<string, string> }[] = [
  { after: null, path: '/sign-up', field: 'email', button: 'Sign Up' },
  { after: 'confirm', path: '/sign-up/terms', field: 'version', button: 'I Agree' },
  { after: 'terms', path: '/sign-up/password', field: 'password', button: 'Submit' },
  { after: 'password', path: '/sign-up/verification-method', field: 'method', button: 'Submit' },
  { after: 'backup-code', path: '/sign-up/reset-questions', field: 'question-1', button: 'Submit' },
  { after: 'services', path: '/sign-up/account-type', field: 'type', button: 'Submit' },
  { after: null, path: '/sign-in', field: 'email', button: 'Sign In' },
  { after: null, path: '/forgot-username', field: 'email', button: 'Submit' },
]

for (const { after: last, path, field, button } of pages)
  test(`${path}: every hostile “${field}” comes back with 422, the summary first, and nothing unescaped`, async () => {
    const browser = ground.browser()
    if (last) await signUpUntil(ground, browser, `bad${path.replaceAll('/', '-')}@example.test`, last)
    for (const typed of hostile) {
      await browser.open(path)
      const seen = await browser.press(button, { [field]: typed })
      assert.equal(seen.status, 422, `${field}: ${typed.slice(0, 30)}`)
      assert.match(seen.html, /class="error-summary"/)
      assert.doesNotMatch(seen.html, /<script>alert|<b>&quot;/)
    }
  })

const atThePassword = async (email: string): Promise<PortalBrowser> => {
  const browser = ground.browser()
  await signUpUntil(ground, browser, email, 'terms')
  return browser
}

test('every rule that a password breaks is named at once, and the password never comes back', async () => {
  const browser = await atThePassword('rules@example.test')
  const seen = await browser.press('Submit', { password: 'rules', confirm: 'rulez' })
  for (const words of [
    /at least 8 characters/,
    /Add an uppercase letter/,
    /Add a special character/,
    /Take out your own name/,
    /The two passwords are not the same/,
  ])
    assert.match(seen.text, words)
  assert.doesNotMatch(seen.html, /value="rule[sz]"/)
})

const passwords: [string, RegExp][] = [
  ['Short!1', /at least 8 characters/],
  ['lowercase only!', /Add an uppercase letter/],
  ['UPPERCASE ONLY!', /Add a lowercase letter/],
  ['NoSpecial123', /Add a special character/],
  [`${'Aa!'.repeat(50)}`, /at most 128 characters/],
  ['P@ssw0rd', /lists of known passwords/],
]
for (const [password, words] of passwords)
  test(`“${password.slice(0, 20)}” is refused: ${words.source}`, async () => {
    const browser = await atThePassword(`weak-${passwords.findIndex(([each]) => each === password)}@example.test`)
    const seen = await browser.press('Submit', { password, confirm: password })
    assert.equal(seen.status, 422)
    assert.match(seen.text, words)
  })

test('a password of 128 characters, of any script, is taken', async () => {
  const browser = await atThePassword('long@example.test')
  const password = `Ключ-${'ы'.repeat(122)}!`
  assert.equal([...password].length, 128)
  assert.equal((await browser.press('Submit', { password, confirm: password })).url, '/sign-up/verification-method')
})

test('reset questions: what is missing is named each by its number, what was chosen stays', async () => {
  const browser = ground.browser()
  await signUpUntil(ground, browser, 'some-questions@example.test', 'backup-code')
  const all = answersTo(ground)
  const seen = await browser.press('Submit', { ...all, 'question-3': '', 'answer-4': '', 'answer-5': '!!!' })
  assert.equal(seen.status, 422)
  for (const words of [/Choose question 3/, /Enter answer 4/, /Use letters or digits for answer 5/]) assert.match(seen.text, words)
  assert.match(seen.html, /value="Answer 0"/)
  assert.match(seen.html, new RegExp(`value="${all['question-1']}" selected`))
})

test('a question of another list, or one made up, is refused', async () => {
  const browser = ground.browser()
  await signUpUntil(ground, browser, 'foreign-question@example.test', 'backup-code')
  const all = answersTo(ground)
  const twice = await browser.press('Submit', { ...all, 'question-2': all['question-1'] ?? '' })
  assert.match(twice.text, /Choose question 2/)
  assert.match((await browser.press('Submit', { ...all, 'question-2': 'mine' })).text, /Choose question 2/)
})

test('a post without its token, or from elsewhere, changes nothing', async () => {
  const browser = ground.browser()
  await browser.open('/sign-up')
  const mails = async () => (await ground.mails('forged@example.test')).length
  const stale = await browser.ask('POST', '/sign-up', { csrf: 'forged', email: 'forged@example.test' })
  assert.equal(stale.status, 403)
  assert.match(stale.html, /value="forged@example.test"/)
  const elsewhere = await ground.server.inject({
    method: 'POST',
    url: '/sign-up',
    headers: { origin: 'http://evil.test', 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'email=forged@example.test',
  })
  assert.equal(elsewhere.statusCode, 403)
  assert.equal(await mails(), 0)
})

test('a password is never in the page that comes back from a wrong sign-in', async () => {
  const browser = ground.browser()
  await browser.open('/sign-in')
  const seen = await browser.press('Sign In', { email: 'nobody@example.test', password: goodPassword })
  assert.equal(seen.status, 422)
  assert.match(seen.text, /The email address or the password is not right/)
  assert.doesNotMatch(seen.html, /Portolan!demo1/)
  assert.match(seen.html, /value="nobody@example.test"/)
})
