import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type AccountsGround, accountsGround } from '../../../test/cast/accounts-ground.ts'
import { personWith } from '../../../test/cast/given-factors.ts'
import { beginReset, chooseNewPassword, rightAnswers } from '../../../test/cast/reset-in-browser.ts'
import { appCode, codeTextedTo, phoneOf } from '../../../test/cast/ways-in-browser.ts'

let ground: AccountsGround
before(async () => {
  ground = await accountsGround()
})
after(async () => {
  assert.deepEqual(ground.faults, [], 'no page ended in a fault')
  await ground.end()
})

const codesMailed = async (email: string) => (await ground.mails(email)).filter(({ kind }) => kind === 'accounts.one-time-password').length

test('a code to the phone is a reset’s second factor, though codes usually come by mail', async () => {
  const [email, phone] = ['reset-by-text@example.test', phoneOf(31)]
  await personWith(ground, email, { phone })
  const browser = ground.browser()
  assert.equal((await beginReset(ground, browser, email)).url, '/reset-password/verification-code')
  assert.match(browser.seen.text, /by text message to •••• 31/)
  assert.equal((await browser.press('Submit', { code: await codeTextedTo(ground, phone) })).url, '/reset-password/questions')
  await browser.press('Submit', rightAnswers(ground, browser))
  assert.equal((await chooseNewPassword(browser)).url, '/reset-password/done')
  assert.equal(await codesMailed(email), 0)
})

test('a code of the app is, and each way is offered where there are two', async () => {
  const [email, phone] = ['reset-by-app@example.test', phoneOf(32)]
  const { key } = await personWith(ground, email, { phone, app: true, channel: 'email-and-sms' })
  const browser = ground.browser()
  await beginReset(ground, browser, email)
  assert.match(browser.seen.text, /Open your authentication app/)
  ground.services.clock.advance({ seconds: 1 })
  await browser.press('Send a code by text message to •••• 32')
  assert.match(browser.seen.text, /We sent the code by text message/)
  await browser.press('Use your authentication app')
  assert.equal((await browser.press('Submit', { code: appCode(ground, key) })).url, '/reset-password/questions')
})

test('no code goes to the mailbox that got the link, and none is to be had by asking', async () => {
  const [email, phone] = ['reset-mailbox@example.test', phoneOf(33)]
  await personWith(ground, email, { phone, channel: 'email-and-sms' })
  const browser = ground.browser()
  await beginReset(ground, browser, email)
  assert.doesNotMatch(browser.seen.text, /Send a code by email/)
  const { hidden } = browser.formOf('request a new one-time password')
  for (const at of ['another-way', 'again'])
    await browser.ask('POST', `/reset-password/verification-code/${at}`, { ...hidden, way: 'email' })
  assert.equal(await codesMailed(email), 0)
  assert.equal((await ground.texts(phone)).length, 2)
})
