import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { type AccountsGround, accountsGround } from '../../../test/cast/accounts-ground.ts'
import { codeMailedTo, signUpUntil } from '../../../test/cast/sign-up-in-browser.ts'
import {
  appCode, appKeyOn, codeTextedTo, finishSignUp, otherThan, phoneOf, signUpByText,
} from '../../../test/cast/ways-in-browser.ts'
import { noSms } from '../../platform/sms/index.ts'

let ground: AccountsGround
let people = 0
let email = ''
let phone = ''
before(async () => {
  ground = await accountsGround()
})
after(async () => {
  assert.deepEqual(ground.faults, [], 'no page ended in a fault')
  await ground.end()
})
beforeEach(() => {
  people += 1
  email = `way-${people}@example.test`
  phone = phoneOf(people)
  ground.services.clock.advance({ hours: 25 })
})

const atTheMethod = async () => {
  const browser = ground.browser()
  await signUpUntil(ground, browser, email, 'password')
  assert.equal(browser.seen.url, '/sign-up/verification-method')
  return browser
}

const accountOf = async () => {
  const owner = ground.database.pools.owner
  return owner?.selectFrom('accounts.account').selectAll().orderBy('begun_at', 'desc').executeTakeFirstOrThrow()
}
const phonesOf = async () => {
  const account = await accountOf()
  const owner = ground.database.pools.owner
  return (await owner?.selectFrom('accounts.contact_point').selectAll().where('account', '=', account?.id ?? '').execute()) ?? []
}

describe('the verification method', () => {
  it('offers the four ways in the words of the contract, and a field for the number', async () => {
    const { seen } = await atTheMethod()
    assert.match(seen.text, /How should we send your verification code\?/)
    const labels = [...seen.html.matchAll(/usa-radio__label"[^>]*>([^<]+)</g)].map(([, label]) => label)
    assert.deepEqual(labels, ['Email', 'Text message (SMS)', 'Email and text message', 'Authentication app'])
    assert.match(seen.html, /<label[^>]*for="phone"[^>]*>Mobile phone number</)
    assert.match(seen.html, /data-shown-control="method" data-shown-value="sms email-and-sms"/)
  })

  it('offers no text messages where none can be sent, and refuses one that is asked for all the same', async () => {
    const browser = await atTheMethod()
    const usual = ground.services.sms
    Object.assign(ground.services, { sms: noSms })
    try {
      const seen = await browser.open('/sign-up/verification-method')
      assert.doesNotMatch(seen.text, /Text message|Mobile phone number/)
      const refused = await browser.press('Submit', { method: 'sms', phone })
      assert.equal(refused.status, 422)
      assert.match(refused.text, /Text messages cannot be sent now/)
      assert.equal((await phonesOf()).length, 0)
    } finally {
      Object.assign(ground.services, { sms: usual })
    }
  })

  it('asks for a number that takes text messages, and says what is wrong with another; the choice and number stay', async () => {
    const browser = await atTheMethod()
    const faults: [string, RegExp][] = [
      ['', /Enter your mobile phone number/],
      ['soon', /Enter a phone number with its area code/],
      ['12', /Enter a phone number with its area code/],
      ['+1 900 555 0143', /cannot receive text messages/],
      ['+44 20 7183 8750', /cannot receive text messages/],
      ['+1 202 555 0143, +1 202 555 0144', /Enter a phone number with its area code/],
    ]
    for (const [typed, words] of faults) {
      const seen = await browser.press('Submit', { method: 'sms', phone: typed })
      assert.equal(seen.status, 422, typed)
      assert.match(seen.text, words, typed)
      assert.match(seen.html, /value="sms"[^>]*checked/, typed)
    }
    assert.equal((await ground.texts()).filter(({ to }) => to === phone).length, 0)
  })

  it('does not mind a number where none is needed', async () => {
    const browser = await atTheMethod()
    const seen = await browser.press('Submit', { method: 'email', phone: 'nonsense' })
    assert.equal(seen.url, '/sign-up/verification-code')
    assert.equal((await phonesOf()).length, 0)
  })
})

describe('a phone', () => {
  it('is proven by the code that went there and by nothing before; the page masks it', async () => {
    const browser = await atTheMethod()
    const seen = await browser.press('Submit', { method: 'sms', phone: `(202) 555-01${phone.slice(-2)}` })
    assert.match(seen.text, new RegExp(`•••• ${phone.slice(-2)}, and only there`))
    assert.doesNotMatch(seen.text, new RegExp(phone.slice(-7)))
    assert.equal((await phonesOf())[0]?.proven_at, null)
    await browser.press('Submit', { code: await codeTextedTo(ground, phone) })
    assert.equal(browser.seen.url, '/sign-up/backup-code')
    assert.notEqual((await phonesOf())[0]?.proven_at, null)
    assert.equal((await accountOf())?.code_channel, 'sms')
  })

  it('says who sends the code, when, and how long it works, with the six digits alone on a line', async () => {
    const browser = await atTheMethod()
    await browser.press('Submit', { method: 'sms', phone })
    const [text] = await ground.texts(phone)
    const lines = text?.text.split('\n') ?? []
    assert.match(lines[1] ?? '', /^\d{6}$/)
    assert.match(text?.text ?? '', /the code sent at \d+:\d\d .* works for 10 minutes/)
    assert.doesNotMatch(text?.text ?? '', /http|@/)
  })

  it('is proven by a code to the phone alone where mail and text were both chosen: a code read in the mailbox proves no phone', async () => {
    const browser = await atTheMethod()
    const mailsBefore = (await ground.mails(email)).length
    await browser.press('Submit', { method: 'email-and-sms', phone })
    assert.equal((await ground.mails(email)).length, mailsBefore)
    await browser.press('Submit', { code: await codeTextedTo(ground, phone) })
    assert.equal(browser.seen.url, '/sign-up/backup-code')
    assert.equal((await accountOf())?.code_channel, 'email-and-sms')
  })

  it('that was typed wrongly can be put right: the step goes back, nothing else is lost, the old code is dead', async () => {
    const browser = await atTheMethod()
    const wrongNumber = phoneOf(people + 40)
    await browser.press('Submit', { method: 'sms', phone: wrongNumber })
    const code = await codeTextedTo(ground, wrongNumber)
    const back = await browser.press('use another number or another way')
    assert.equal(back.url, '/sign-up/verification-method?chosen=sms')
    assert.match(back.html, /value="sms"[^>]*checked/)
    assert.match(back.html, new RegExp(`value="\\(202\\) 555-01${wrongNumber.slice(-2)}"`))
    await browser.press('Submit', { method: 'sms', phone })
    assert.match((await browser.press('Submit', { code })).text, /That is not the newest code/)
    await browser.press('Submit', { code: await codeTextedTo(ground, phone) })
    await finishSignUp(ground, browser, email)
    assert.equal(browser.seen.url, '/account')
    const phones = await phonesOf()
    assert.deepEqual(phones.map(({ proven_at, removed_at }) => [proven_at !== null, removed_at !== null]), [[false, true], [true, false]])
  })

  it('whose choice was taken back is not proven by its code any more, also where the next number gets none', async () => {
    const full = phoneOf(91)
    for (let other = 0; other < 3; other += 1) {
      email = `full-${other}@example.test`
      await (await atTheMethod()).press('Submit', { method: 'sms', phone: full })
    }
    email = 'taken-back@example.test'
    const browser = await atTheMethod()
    await browser.press('Submit', { method: 'sms', phone })
    const code = await codeTextedTo(ground, phone)
    await browser.press('use another number or another way')
    assert.match((await browser.press('Submit', { method: 'sms', phone: full })).text, /No new code was sent/)
    assert.match((await browser.press('Submit', { code })).text, /This code is too old/)
    assert.equal(browser.seen.url, '/sign-up/verification-code')
  })

  it('keeps the five tries when the number is changed', async () => {
    const browser = await atTheMethod()
    await browser.press('Submit', { method: 'sms', phone })
    const code = await codeTextedTo(ground, phone)
    for (const by of [1, 2, 3, 4, 5]) await browser.press('Submit', { code: otherThan(code, by) })
    await browser.press('use another number or another way')
    await browser.press('Submit', { method: 'sms', phone: phoneOf(people + 40) })
    const right = await codeTextedTo(ground, phoneOf(people + 40))
    assert.match((await browser.press('Submit', { code: right })).text, /There were 5 wrong codes/)
  })

  it('that is proven is not taken back by the button of an older tab', async () => {
    const browser = await atTheMethod()
    await browser.press('Submit', { method: 'sms', phone })
    const { hidden } = browser.formOf('use another number or another way')
    await browser.press('Submit', { code: await codeTextedTo(ground, phone) })
    const answer = await browser.ask('POST', '/sign-up/verification-code/another-way', hidden)
    assert.equal(answer.location, '/sign-up/backup-code')
    assert.equal((await accountOf())?.code_channel, 'sms')
  })

  it('nobody has proven gets three texts an hour, whoever types it', async () => {
    const victim = phoneOf(90)
    for (let attacker = 0; attacker < 5; attacker += 1) {
      email = `bomb-${attacker}@example.test`
      const browser = await atTheMethod()
      const seen = await browser.press('Submit', { method: 'sms', phone: victim })
      if (attacker >= 3) assert.match(seen.text, /No new code was sent/)
    }
    assert.equal((await ground.texts(victim)).length, 3)
  })

  it('of one account is one of at most five numbers an hour', async () => {
    const browser = await atTheMethod()
    for (let each = 0; each < 8; each += 1) {
      await browser.press('Submit', { method: 'sms', phone: phoneOf(60 + each) })
      await browser.press('use another number or another way')
    }
    const reached = await Promise.all(Array.from({ length: 8 }, (_, each) => ground.texts(phoneOf(60 + each))))
    assert.equal(reached.flat().length, 5)
  })

  it('is asked for its code in whichever browser the sign-up goes on', async () => {
    const browser = await atTheMethod()
    await browser.press('Submit', { method: 'sms', phone })
    ground.services.clock.advance({ seconds: 1 })
    const other = ground.browser()
    await other.open('/sign-in')
    await other.press('Sign In', { email, password: 'Portolan!demo1' })
    assert.equal(other.seen.url, '/sign-up/verification-code')
    assert.equal((await other.press('Submit', { code: await codeTextedTo(ground, phone) })).url, '/sign-up/backup-code')
  })

  it('whose text messages are no longer offered when the sign-up goes on: the code comes by mail and proves no phone', async () => {
    const browser = await atTheMethod()
    await browser.press('Submit', { method: 'sms', phone })
    const usual = ground.services.sms
    Object.assign(ground.services, { sms: noSms })
    try {
      ground.services.clock.advance({ seconds: 1 })
      await browser.press('request a new one-time password')
      await browser.press('Submit', { code: await codeMailedTo(ground, email) })
      assert.equal(browser.seen.url, '/sign-up/backup-code')
      assert.equal((await accountOf())?.code_channel, 'email')
      assert.equal((await phonesOf())[0]?.proven_at, null)
    } finally {
      Object.assign(ground.services, { sms: usual })
    }
  })
})

describe('an authentication app at sign-up', () => {
  it('gets picture, link and key, and its first code goes on', async () => {
    const browser = await atTheMethod()
    const seen = await browser.press('Submit', { method: 'app' })
    assert.match(seen.html, /<svg class="drawing"[^>]*aria-label="QR code/)
    assert.doesNotMatch(seen.html, /style=/)
    const key = appKeyOn(browser)
    assert.match(key, /^[A-Z2-7]{32}$/)
    const uri = new URL(/href="(otpauth:[^"]+)"/.exec(seen.html)?.[1]?.replaceAll('&amp;', '&') ?? '')
    assert.equal(uri.searchParams.get('secret'), key)
    assert.equal(uri.searchParams.get('issuer'), 'Portolan')
    assert.equal(decodeURIComponent(uri.pathname).split(':').at(-1), email)
    assert.doesNotMatch(seen.text, /request a new one-time password/)
    await browser.press('Submit', { code: appCode(ground, key) })
    assert.equal(browser.seen.url, '/sign-up/backup-code')
    assert.equal((await accountOf())?.code_channel, 'app')
  })

  it('keeps its key over a reload, a wrong code and a step back, and shows it never again after', async () => {
    const browser = await atTheMethod()
    await browser.press('Submit', { method: 'app' })
    const key = appKeyOn(browser)
    assert.match((await browser.press('Submit', { code: otherThan(appCode(ground, key)) })).text, /not the code your app shows now/)
    await browser.open('/sign-up/verification-code')
    assert.equal(appKeyOn(browser), key)
    await browser.press('use another number or another way')
    await browser.press('Submit', { method: 'app' })
    assert.equal(appKeyOn(browser), key)
    await browser.press('Submit', { code: appCode(ground, key) })
    await finishSignUp(ground, browser, email)
    const rows = await ground.database.pools.owner?.selectFrom('accounts.authenticator_app').selectAll().execute()
    assert.ok(!JSON.stringify(rows?.map((row) => ({ ...row, secret_sealed: row.secret_sealed.toString('latin1') }))).includes(key))
  })

  it('can give way to another way, and its key then proves nothing', async () => {
    const browser = await atTheMethod()
    await browser.press('Submit', { method: 'app' })
    const key = appKeyOn(browser)
    await browser.press('use another number or another way')
    await browser.press('Submit', { method: 'email' })
    assert.match((await browser.press('Submit', { code: appCode(ground, key) })).text, /That is not the newest code/)
  })
})

describe('bad input', () => {
  it('a way that does not exist is refused', async () => {
    const browser = await atTheMethod()
    for (const method of ['', 'pigeon', 'passkey', '__proto__']) {
      const seen = await browser.press('Submit', { method, phone })
      assert.equal(seen.status, 422, method)
      assert.match(seen.text, /Choose how we send the code/)
    }
  })

  it('two accounts may share a phone', async () => {
    await signUpByText(ground, `first-${email}`, phone)
    await signUpByText(ground, `second-${email}`, phone)
  })
})
