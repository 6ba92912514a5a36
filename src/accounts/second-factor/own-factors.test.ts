import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { type AccountsGround, accountsGround } from '../../../test/cast/accounts-ground.ts'
import { addApp, addPhone, appLink, changesTold, signedInByMail, someoneWith } from '../../../test/cast/own-factors-in-browser.ts'
import { linkPathIn } from '../../../test/cast/sign-up-in-browser.ts'
import { atTheCodeOf, codeTextedTo, otherThan, phoneOf } from '../../../test/cast/ways-in-browser.ts'
import { noSms } from '../../platform/sms/index.ts'
import { beginApp, proveNewApp } from './add-app.ts'
import { askPhone, sendAnotherPhoneProof } from './ask-phone.ts'
import { nameApp, takeAppAway } from './change-app.ts'
import { chooseCodeChannel } from './choose-code-channel.ts'
import { keepPhone, removePhone } from './prove-phone.ts'

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
  email = `own-${people}@example.test`
  phone = phoneOf(people)
  const { clock } = ground.services
  clock.set(clock.now().toZonedDateTimeISO('UTC').add({ days: 2 }).round({ smallestUnit: 'minute', roundingMode: 'ceil' }).toInstant())
})

const later = (seconds: number) => ground.services.clock.advance({ seconds })

const newsTo = async (to: string) => (await ground.texts(to)).filter(({ kind }) => kind === 'accounts.security-news').length

describe('a phone under Security', () => {
  it('is added by the code that went there and only there, and then a way to sign in', async () => {
    const { browser } = await someoneWith(ground, email)
    assert.equal((await addPhone(ground, browser, phone)).url, '/account/security/codes?done=phone-set')
    assert.equal(await changesTold(ground, email), 1)
    const next = await atTheCodeOf(ground, email)
    later(1)
    await next.press(`Send a code by text message to •••• ${phone.slice(-2)}`)
    assert.equal((await next.press('Submit', { code: await codeTextedTo(ground, phone) })).url, '/account')
  })

  it('that is not proven is no way in; five wrong codes are looked at, whatever number they are for', async () => {
    const { browser } = await someoneWith(ground, email)
    await browser.open('/account/security/phone')
    await browser.press('Send code', { phone })
    assert.doesNotMatch((await atTheCodeOf(ground, email)).seen.text, /text message/)
    const code = await codeTextedTo(ground, phone)
    for (const by of [1, 2, 3]) await browser.press('Submit', { code: otherThan(code, by) })
    await browser.open('/account/security/phone')
    const second = phoneOf(people + 50)
    await browser.press('Send code', { phone: second })
    assert.match((await browser.press('Submit', { code })).text, /That is not the newest code/)
    const right = await codeTextedTo(ground, second)
    await browser.press('Submit', { code: otherThan(right) })
    assert.match((await browser.press('Submit', { code: right })).text, /There were 5 wrong codes/)
  })

  it('that takes the place of another: both are told, codes in flight to the old one die, and the mailbox can undo it', async () => {
    const { browser } = await someoneWith(ground, email, { phone, channel: 'sms' })
    const waiting = await atTheCodeOf(ground, email)
    const inFlight = await codeTextedTo(ground, phone)
    const next = phoneOf(people + 50)
    const before = await newsTo(phone)
    await addPhone(ground, browser, next)
    assert.equal(await newsTo(phone), before + 1)
    assert.equal(await newsTo(next), 1)
    assert.equal((await waiting.press('Submit', { code: inFlight })).status, 422)
    later(1)
    assert.match((await atTheCodeOf(ground, email)).seen.text, new RegExp(`•••• ${next.slice(-2)}`))
    const stranger = ground.browser()
    await stranger.open(linkPathIn(await ground.lastMail(email, 'contact-changed')))
    await stranger.press('Undo this change')
    // The undo shuts the account until it has a new password: as if it had one.
    await ground.database.pools.owner?.updateTable('accounts.account').set({ password_must_change_at: null }).execute()
    later(1)
    assert.match((await atTheCodeOf(ground, email)).seen.text, new RegExp(`•••• ${phone.slice(-2)}`))
  })

  it('is not proven by the code of another number, asked for in another browser', async () => {
    const { browser } = await someoneWith(ground, email)
    const other = await signedInByMail(ground, email)
    await browser.open('/account/security/phone')
    await browser.press('Send code', { phone })
    const code = await codeTextedTo(ground, phone)
    await other.open('/account/security/phone')
    await other.press('Send code', { phone: phoneOf(people + 50) })
    assert.match((await browser.press('Submit', { code })).text, /This code cannot be used any more/)
    assert.equal((await other.press('Submit', { code: await codeTextedTo(ground, phoneOf(people + 50)) })).url, '/account/security/codes?done=phone-set')
  })

  it('can be changed twice in one visit', async () => {
    const { browser } = await someoneWith(ground, email)
    await addPhone(ground, browser, phone)
    assert.equal((await addPhone(ground, browser, phoneOf(people + 50))).url, '/account/security/codes?done=phone-set')
  })

  it('that is removed gets no more codes, which come by mail again', async () => {
    const { browser } = await someoneWith(ground, email, { phone, channel: 'email-and-sms' })
    await browser.open('/account/security/phone')
    await browser.press('Remove this phone')
    assert.equal(browser.seen.url, '/account/security/codes?done=phone-removed')
    const before = (await ground.texts(phone)).length
    const next = await atTheCodeOf(ground, email)
    assert.match(next.seen.text, /We sent the code to own-/)
    assert.equal((await ground.texts(phone)).length, before)
  })

  it('that is the same, no mobile, or cannot be sent to is refused in words', async () => {
    const { browser } = await someoneWith(ground, email, { phone })
    await browser.open('/account/security/phone')
    for (const [typed, words] of [
      [phone, /Codes go to this number already/],
      ['', /Enter your mobile phone number/],
      ['+1 900 555 0143', /cannot receive text messages/],
    ] as const) {
      const seen = await browser.press('Send code', { phone: typed })
      assert.equal(seen.status, 422, typed)
      assert.match(seen.text, words)
    }
    const usual = ground.services.sms
    Object.assign(ground.services, { sms: noSms })
    try {
      assert.match((await browser.press('Send code', { phone: phoneOf(99) })).text, /Text messages cannot be sent now/)
    } finally {
      Object.assign(ground.services, { sms: usual })
    }
  })

  it('one account proves reaches few others: the sixth number in an hour is refused', async () => {
    const { browser } = await someoneWith(ground, email)
    for (let each = 0; each < 5; each += 1) {
      await browser.open('/account/security/phone')
      assert.equal((await browser.press('Send code', { phone: phoneOf(60 + each) })).url, '/account/security/phone/code')
    }
    await browser.open('/account/security/phone')
    assert.match((await browser.press('Send code', { phone: phoneOf(66) })).text, /No more codes can go to this number/)
    assert.equal((await ground.texts(phoneOf(66))).length, 0)
  })
})

describe('changing what proves a person', () => {
  it('needs a factor given within five minutes, of the operation as of the page', async () => {
    const { browser } = await someoneWith(ground, email, { app: true, phone })
    const href = await appLink(browser)
    await browser.open(href)
    const remove = browser.formOf('Remove this app').hidden
    later(300)
    for (const at of ['/account/security/codes', '/account/security/phone', '/account/security/add-app', href])
      assert.match((await browser.open(at)).url, /^\/sign-in\/again\?next=/, at)
    const answers = [`${href}/remove`, '/account/security/phone/remove', '/account/security/codes', '/account/security/add-app']
    for (const at of answers) {
      const { location } = await browser.ask('POST', at, { ...remove, channel: 'app', name: 'Mine', phone: phoneOf(98) })
      assert.match(location ?? '', /^\/sign-in\/again/, at)
    }
    later(1)
    assert.equal(await changesTold(ground, email), 0)
  })

  it('is refused by each operation where the proof is older, whatever page asked', async () => {
    const { id, browser } = await someoneWith(ground, email, { app: true, phone })
    const href = await appLink(browser)
    const app = href.split('/').at(-1) ?? ''
    const owner = ground.database.pools.owner
    const session = await owner?.selectFrom('accounts.session').select('id').where('account', '=', id).where('stage', '=', 'full').executeTakeFirst()
    const by = ground.as({ kind: 'account', id, roles: ['applicant'], sessionId: session?.id ?? '' })
    assert.deepEqual(await by.perform(chooseCodeChannel, { channel: 'app' }), { ok: true, output: undefined })
    later(300)
    const answers = [
      await by.perform(chooseCodeChannel, { channel: 'email' }),
      await by.perform(beginApp, { name: 'Mine' }),
      await by.perform(proveNewApp, { code: '123456' }),
      await by.perform(nameApp, { app, name: 'Mine' }),
      await by.perform(takeAppAway, { app }),
      await by.perform(askPhone, { number: phoneOf(98) }),
      await by.perform(sendAnotherPhoneProof, undefined),
      await by.perform(keepPhone, { look: { fits: true, send: 1, channel: 'sms', app: null, wasUsed: false } }),
      await by.perform(removePhone, undefined),
    ]
    for (const answer of answers) assert.deepEqual(answer, { ok: false, refusal: 'no-recent-proof' })
  })

  it('offers and takes only ways that the account has', async () => {
    const { browser } = await someoneWith(ground, email, { phone })
    await browser.open('/account/security/codes')
    const labels = [...browser.seen.html.matchAll(/usa-radio__label"[^>]*>([^<]+)</g)].map(([, label]) => label)
    assert.deepEqual(labels, ['Email', 'Text message (SMS)', 'Email and text message'])
    assert.match((await browser.press('Save', { channel: 'app' })).text, /This way is not open to your account/)
    assert.equal((await browser.press('Save', { channel: 'email-and-sms' })).url, '/account/security/codes?done=channel')
  })

  it('tells phones that something changed, without a name, a number, an address or a link', async () => {
    const { browser } = await someoneWith(ground, email, { phone })
    await addApp(ground, browser)
    const [news] = (await ground.texts(phone)).filter(({ kind }) => kind === 'accounts.security-news')
    assert.match(news?.text ?? '', /Something changed/)
    assert.doesNotMatch(news?.text ?? '', /\d|@|http|app|My phone/)
    const mail = await ground.lastMail(email, 'factor-changed')
    assert.doesNotMatch(JSON.stringify({ ...mail, to: '' }), /My phone|own-\d|\+1202/)
  })

  it('leads who has only the mailbox to a second way, and says so no more when there is one', async () => {
    const { browser } = await someoneWith(ground, email)
    assert.match((await browser.open('/account/security/codes')).text, /Have a second way in/)
    await addApp(ground, browser)
    assert.doesNotMatch(browser.seen.text, /Have a second way in/)
  })
})
