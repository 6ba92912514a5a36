import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { type AccountsGround, accountsGround } from '../../../test/cast/accounts-ground.ts'
import { addApp, appLink, changesTold, someoneWith } from '../../../test/cast/own-factors-in-browser.ts'
import { codeMailedTo } from '../../../test/cast/sign-up-in-browser.ts'
import { appCode, appKeyOn, atTheCodeOf } from '../../../test/cast/ways-in-browser.ts'

let ground: AccountsGround
let people = 0
let email = ''
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
  const { clock } = ground.services
  clock.set(clock.now().toZonedDateTimeISO('UTC').add({ days: 2 }).round({ smallestUnit: 'minute', roundingMode: 'ceil' }).toInstant())
})

const later = (seconds: number) => ground.services.clock.advance({ seconds })

describe('an authentication app under Security', () => {
  it('is added by its first code, told to the mailbox, chosen as the usual way, and asked at the next sign-in', async () => {
    const { browser } = await someoneWith(ground, email)
    const key = await addApp(ground, browser)
    assert.equal(browser.seen.url, '/account/security/codes?done=app-added')
    assert.match(browser.seen.text, /App: My phone/)
    assert.equal(await changesTold(ground, email), 1)
    await browser.press('Save', { channel: 'app' })
    assert.equal(await changesTold(ground, email), 2)
    const history = await browser.open('/account/security/history')
    assert.match(history.text, /An authentication app was added/)
    assert.match(history.text, /The usual way of your codes was changed/)
    later(60)
    const next = await atTheCodeOf(ground, email)
    assert.match(next.seen.text, /Open your authentication app/)
    assert.equal((await next.press('Submit', { code: appCode(ground, key) })).url, '/account')
  })

  it('signs nobody in before it is proven, and its key is forgotten when another is made', async () => {
    const { browser } = await someoneWith(ground, email)
    await browser.open('/account/security/add-app')
    await browser.press('Go on', { name: 'First' })
    const first = appKeyOn(browser)
    const other = await atTheCodeOf(ground, email)
    assert.doesNotMatch(other.seen.text, /Use your authentication app/)
    const { hidden } = other.formOf('Submit')
    await other.ask('POST', '/sign-in/verification-code/another-way', { ...hidden, way: 'app' })
    assert.match((await other.open('/sign-in/verification-code')).text, /We sent the code to own-/)
    await browser.open('/account/security/add-app')
    await browser.press('Go on', { name: 'Second' })
    const second = appKeyOn(browser)
    assert.notEqual(first, second)
    assert.match((await browser.press('Submit', { code: appCode(ground, first) })).text, /not the code your app shows now/)
    assert.equal((await browser.press('Submit', { code: appCode(ground, second) })).url, '/account/security/codes?done=app-added')
  })

  it('cannot sign in with the code that proved it', async () => {
    const { browser } = await someoneWith(ground, email)
    const key = await addApp(ground, browser)
    const next = await atTheCodeOf(ground, email)
    await next.press('Use your authentication app')
    assert.match((await next.press('Submit', { code: appCode(ground, key) })).text, /This code was used before/)
  })

  it('is one of five at most', async () => {
    const { browser } = await someoneWith(ground, email)
    for (let each = 1; each <= 5; each += 1) {
      await addApp(ground, browser, `App ${each}`)
      later(30)
    }
    await browser.open('/account/security/add-app')
    assert.match((await browser.press('Go on', { name: 'Sixth' })).text, /You have 5 apps already/)
  })

  it('is renamed; an empty, an overlong and a hidden name are refused', async () => {
    const { browser } = await someoneWith(ground, email, { app: true })
    const href = await appLink(browser)
    await browser.open(href)
    for (const name of ['', '   ', 'x'.repeat(61), 'a\u202eb']) assert.equal((await browser.press('Save name', { name })).status, 422)
    await browser.press('Save name', { name: 'هاتفي' })
    assert.match(browser.seen.text, /App: هاتفي/)
  })

  it('that is removed makes no more codes: not in a sign-in that waits for one, which goes on by mail', async () => {
    const { browser, key } = await someoneWith(ground, email, { app: true, channel: 'app' })
    const waiting = await atTheCodeOf(ground, email)
    assert.match(waiting.seen.text, /Open your authentication app/)
    const href = await appLink(browser)
    await browser.open(href)
    await browser.press('Remove this app')
    assert.equal(browser.seen.url, '/account/security/codes?done=app-removed')
    assert.match(browser.seen.text, /Have a second way in/)
    assert.equal(await changesTold(ground, email), 1)
    assert.equal((await waiting.press('Submit', { code: appCode(ground, key) })).status, 422)
    later(1)
    await waiting.press('request a new one-time password')
    assert.equal((await waiting.press('Submit', { code: await codeMailedTo(ground, email) })).url, '/account')
    later(1)
    assert.match((await atTheCodeOf(ground, email)).seen.text, /We sent the code to own-/)
  })

  it('of somebody else is like one that does not exist', async () => {
    const { browser: owner } = await someoneWith(ground, email, { app: true })
    const href = await appLink(owner)
    email = `stranger-${email}`
    const { browser } = await someoneWith(ground, email, { app: true })
    assert.equal((await browser.open(href)).status, 404)
    await browser.open(await appLink(browser))
    const { hidden } = browser.formOf('Remove this app')
    await browser.ask('POST', `${href}/remove`, hidden)
    assert.equal((await owner.open(href)).status, 200)
    assert.equal((await browser.open('/account/security/apps/none')).status, 404)
  })
})
