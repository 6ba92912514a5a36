import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type AccountsGround, accountsGround } from '../../test/cast/accounts-ground.ts'
import type { PortalBrowser } from '../../test/cast/portal-browser.ts'
import { codeMailedTo, goodPassword, signUpUntil } from '../../test/cast/sign-up-in-browser.ts'
import { profileRoutes } from './index.ts'

let ground: AccountsGround
let browser: PortalBrowser
let number: string

before(async () => {
  ground = await accountsGround(profileRoutes)
  browser = ground.browser()
  await signUpUntil(ground, browser, 'profile@example.test', 'services')
  await browser.press('Submit', { type: 'applicant' })
  number = (await ground.lastMail('profile@example.test', 'welcome')).facts?.[0]?.value ?? ''
})
after(() => ground.end())

test('the profile shows the number in full, right after its name, and the user name', async () => {
  const { text } = await browser.open('/account/profile')
  assert.match(text, /USCIS Online Account Number.{0,40}\d{4} \d{4} \d{4}/)
  assert.ok(text.includes(number))
  assert.ok(text.includes('profile@example.test'))
})

test('the three numbers stand side by side, each with what it names and where it is', async () => {
  const { text } = await browser.open('/account/profile')
  for (const words of ['Your account', 'You, as a person', 'One case', 'A012345678', 'IOE9012345677'])
    assert.ok(text.includes(words), words)
})

const kinds: [string, RegExp][] = [
  ['IOE9012345677', /That is a receipt number/],
  ['a 012-345-678', /That is an A-Number/],
  ['1234', /has 12 digits/],
  ['hello', /none of the three numbers/],
  ['', /Type a number from your papers/],
  ['‮4821', /hidden characters/],
]
for (const [typed, words] of kinds)
  test(`“${typed}” is recognised and explained beside the field, and kept in it`, async () => {
    await browser.open('/account/profile')
    const seen = await browser.press('Check this number', { number: typed })
    assert.equal(seen.status, 422)
    assert.match(seen.text, words)
  })

test('one’s own number is told from another of the same kind, and no address ever holds one', async () => {
  await browser.open('/account/profile')
  const own = await browser.press('Check this number', { number: number.replaceAll(' ', '-') })
  assert.match(own.text, /That is your Online Account Number/)
  assert.equal(own.url, '/account/profile?checked=yours')
  await browser.open('/account/profile')
  const mistyped = number.replace(/.$/, (digit) => String((Number(digit) + 1) % 10))
  const wrong = await browser.press('Check this number', { number: mistyped })
  assert.match(wrong.text, /one of the digits is not right/)
})

test('the number of a merged account stands on the profile and is one’s own', async () => {
  const other = ground.browser()
  await signUpUntil(ground, other, 'merged-profile@example.test')
  const merged = (await ground.lastMail('merged-profile@example.test', 'welcome')).facts?.[0]?.value ?? ''
  const kept = ground.browser()
  await signUpUntil(ground, kept, 'kept-profile@example.test')
  await kept.open('/account/merge')
  await kept.press('Go on', { email: 'merged-profile@example.test', password: goodPassword })
  await kept.press('Submit', { code: await codeMailedTo(ground, 'merged-profile@example.test') })
  await kept.press('Merge the two accounts')
  const { text, html } = await kept.open('/account/profile')
  assert.match(text, /Also leads here/)
  assert.ok(html.includes(merged.replaceAll(' ', '')))
  const checked = await kept.press('Check this number', { number: merged })
  assert.match(checked.text, /That is your Online Account Number/)
})

test('who is not signed in is asked to sign in and led back', async () => {
  const seen = await ground.browser().open('/account/profile')
  assert.equal(seen.url, '/sign-in?next=%2Faccount%2Fprofile')
})
