import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { type AccountsGround, accountsGround } from '../../../test/cast/accounts-ground.ts'
import { codeMailedTo } from '../../../test/cast/sign-up-in-browser.ts'
import {
  atTheCodeOf, codeTextedTo, otherThan, phoneOf, signUpByText,
} from '../../../test/cast/ways-in-browser.ts'
import type { PortalBrowser } from '../../../test/cast/portal-browser.ts'
import { noSms } from '../../platform/sms/index.ts'

const texting = 'texting@example.test'
const both = 'both@example.test'
const phone = phoneOf(21)
const bothPhone = phoneOf(22)

let ground: AccountsGround
before(async () => {
  ground = await accountsGround()
  await signUpByText(ground, texting, phone)
  await signUpByText(ground, both, bothPhone, 'email-and-sms')
})
after(async () => {
  assert.deepEqual(ground.faults, [], 'no page ended in a fault')
  await ground.end()
})
/** Everyone comes back two days later for each rule. */
beforeEach(() => {
  const { clock } = ground.services
  clock.set(clock.now().toZonedDateTimeISO('UTC').add({ days: 2 }).round({ smallestUnit: 'minute', roundingMode: 'ceil' }).toInstant())
})

const textsTo = async (to: string) => (await ground.texts(to)).length
const mailsTo = async (to: string) => (await ground.mails(to)).length
const later = (seconds: number) => ground.services.clock.advance({ seconds })

async function provedBy(browser: PortalBrowser) {
  assert.equal(browser.seen.url, '/account')
  const owner = ground.database.pools.owner
  const newest = await owner?.selectFrom('accounts.session').selectAll().where('stage', '=', 'full').orderBy('begun_at', 'desc').execute()
  return newest?.[0]?.proved_by
}

/** Forty presses at once with as many codes. */
async function guesses(browser: PortalBrowser, right: string) {
  const { hidden } = browser.formOf('Submit')
  const codes = Array.from({ length: 40 }, (_, by) => otherThan(right, by + 1))
  return Promise.all(codes.map((code) => browser.ask('POST', '/sign-in/verification-code', { ...hidden, code })))
}

describe('a sign-in by text message', () => {
  it('says that the code went to the masked phone and when, and the session keeps how it was proven', async () => {
    const mailsBefore = await mailsTo(texting)
    const browser = await atTheCodeOf(ground, texting)
    assert.match(browser.seen.text, /by text message to •••• 21\. Use the code sent at/)
    assert.doesNotMatch(browser.seen.text, /555/)
    assert.equal(await mailsTo(texting), mailsBefore)
    await browser.press('Submit', { code: await codeTextedTo(ground, phone) })
    assert.equal(await provedBy(browser), 'sms')
  })

  it('looks at five of forty parallel guesses', async () => {
    const browser = await atTheCodeOf(ground, texting)
    const answers = await guesses(browser, await codeTextedTo(ground, phone))
    assert.equal(answers.filter(({ text }) => /That is not the newest code/.test(text)).length, 5)
    assert.equal(answers.filter(({ text }) => /There were 5 wrong codes/.test(text)).length, 35)
  })

  it('says that the message did not arrive, why where that is known, and offers the other ways', async () => {
    const reasons: [string, RegExp][] = [
      ['stopped', /has told us to send no more/],
      ['not-a-mobile', /cannot get text messages/],
      ['unreachable', /may be off/],
    ]
    for (const [failure, words] of reasons) {
      const browser = await atTheCodeOf(ground, texting)
      await ground.failLastText(failure)
      const seen = await browser.open('/sign-in/verification-code')
      assert.match(seen.text, /The text message to •••• 21 did not arrive/)
      assert.match(seen.text, words)
      assert.match(seen.text, /Use your backup code instead/)
      later(1)
      await browser.press('Send a code by email')
      assert.doesNotMatch(browser.seen.text, /did not arrive/)
      await browser.press('Submit', { code: await codeMailedTo(ground, texting) })
      assert.equal(await provedBy(browser), 'email')
    }
  })

  it('can be given another way, where the code before is worth nothing and the wrong tries stay counted', async () => {
    const browser = await atTheCodeOf(ground, texting)
    const texted = await codeTextedTo(ground, phone)
    for (const by of [1, 2, 3]) await browser.press('Submit', { code: otherThan(texted, by) })
    later(1)
    await browser.press('Send a code by email')
    assert.match(browser.seen.text, /We sent the code to texting@example\.test/)
    assert.match((await browser.press('Submit', { code: texted })).text, /That is not the newest code/)
    const mailed = await codeMailedTo(ground, texting)
    await browser.press('Submit', { code: otherThan(mailed) })
    assert.match((await browser.press('Submit', { code: mailed })).text, /There were 5 wrong codes/)
  })

  it('offers only ways the account has, and a way it has not is not taken', async () => {
    const browser = await atTheCodeOf(ground, texting)
    assert.doesNotMatch(browser.seen.text, /Use your authentication app|Send a code by text message/)
    const { hidden } = browser.formOf('Send a code by email')
    for (const way of ['app', 'passkey', 'email-and-sms', '']) {
      const answer = await browser.ask('POST', '/sign-in/verification-code/another-way', { ...hidden, way })
      assert.equal(answer.location, '/sign-in/verification-code', way)
    }
    assert.equal((await browser.press('Submit', { code: await codeTextedTo(ground, phone) })).url, '/account')
  })

  it('keeps where the person was going when another way is chosen', async () => {
    const browser = ground.browser()
    await browser.open('/account/security')
    await browser.press('Sign In', { email: texting, password: 'Portolan!demo1' })
    later(1)
    await browser.press('Send a code by email')
    assert.equal((await browser.press('Submit', { code: await codeMailedTo(ground, texting) })).url, '/account/security')
  })

  it('goes by mail where text messages are no longer offered', async () => {
    const usual = ground.services.sms
    Object.assign(ground.services, { sms: noSms })
    try {
      const before = await textsTo(phone)
      const browser = await atTheCodeOf(ground, texting)
      assert.match(browser.seen.text, /We sent the code to texting@example\.test/)
      assert.doesNotMatch(browser.seen.text, /text message/)
      await browser.press('Submit', { code: await codeMailedTo(ground, texting) })
      assert.equal(await provedBy(browser), 'email')
      assert.equal(await textsTo(phone), before)
    } finally {
      Object.assign(ground.services, { sms: usual })
    }
  })

  it('has five unredeemed codes an hour for its phone; the page says so, and another way goes on', async () => {
    const before = await textsTo(phone)
    for (let sent = 0; sent < 5; sent += 1) {
      await atTheCodeOf(ground, texting)
      later(1)
    }
    const browser = await atTheCodeOf(ground, texting)
    assert.equal(await textsTo(phone), before + 5)
    assert.match(browser.seen.text, /No code has been sent yet/)
    assert.match((await browser.press('request a new one-time password')).text, /No new code was sent/)
    await browser.press('Send a code by email')
    await browser.press('Submit', { code: await codeMailedTo(ground, texting) })
    assert.equal(await provedBy(browser), 'email')
  })
})

describe('the sends of a phone that two accounts share', () => {
  it('are counted for the phone, whichever account they are for, and given back by a code used rightly', async () => {
    const second = 'sharing@example.test'
    await signUpByText(ground, second, phone)
    later(3600)
    const before = await textsTo(phone)
    for (let sent = 0; sent < 3; sent += 1) {
      await atTheCodeOf(ground, texting)
      later(1)
      await atTheCodeOf(ground, second)
      later(1)
    }
    assert.equal(await textsTo(phone), before + 5)
    later(3600)
    for (let used = 0; used < 7; used += 1) {
      const browser = await atTheCodeOf(ground, used % 2 ? second : texting)
      assert.equal((await browser.press('Submit', { code: await codeTextedTo(ground, phone) })).url, '/account')
      later(1)
    }
  })
})

describe('a sign-in by mail and text message', () => {
  it('sends one and the same code to both', async () => {
    const browser = await atTheCodeOf(ground, both)
    assert.match(browser.seen.text, /the same code to both@example\.test and by text message to •••• 22/)
    assert.equal(await codeTextedTo(ground, bothPhone), await codeMailedTo(ground, both))
    await browser.press('Submit', { code: await codeMailedTo(ground, both) })
    assert.equal(await provedBy(browser), 'email-and-sms')
  })

  it('goes on by the one where the other has no sends left', async () => {
    const second = 'beside-both@example.test'
    await signUpByText(ground, second, bothPhone)
    later(3600)
    for (let sent = 0; sent < 5; sent += 1) {
      await atTheCodeOf(ground, second)
      later(1)
    }
    const before = await textsTo(bothPhone)
    const browser = await atTheCodeOf(ground, both)
    assert.match(browser.seen.text, /We sent the code to both@example\.test\. Use the code/)
    assert.equal(await textsTo(bothPhone), before)
    await browser.press('Submit', { code: await codeMailedTo(ground, both) })
    assert.equal(await provedBy(browser), 'email')
  })

  it('is served by the mailed code when the text did not arrive', async () => {
    const browser = await atTheCodeOf(ground, both)
    await ground.failLastText('blocked')
    assert.match((await browser.open('/sign-in/verification-code')).text, /did not arrive/)
    assert.equal((await browser.press('Submit', { code: await codeMailedTo(ground, both) })).url, '/account')
  })
})
