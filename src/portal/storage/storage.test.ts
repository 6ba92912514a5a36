import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type AccountsGround, accountsGround } from '../../../test/cast/accounts-ground.ts'
import type { PortalBrowser } from '../../../test/cast/portal-browser.ts'
import { confirmByMail, goodPassword, signInBy, signUpUntil } from '../../../test/cast/sign-up-in-browser.ts'
import { ownCookies } from '../../platform/http/own-cookies.ts'
import { portalRoutes } from '../index.ts'

const email = 'remembered@example.test'
let ground: AccountsGround

before(async () => {
  ground = await accountsGround(portalRoutes())
  await signUpUntil(ground, ground.browser(), email)
})
after(async () => {
  assert.deepEqual(ground.faults, [])
  await ground.end()
})

const at = '/storage-preferences'

/** Ticks one box, or none, and saves. */
async function choose(browser: PortalBrowser, kind?: 'personalization' | 'analytics') {
  await browser.open(at)
  return browser.press('Save my choice', kind ? { storage: kind } : {})
}

const personalCookies = ['portolan_language', 'portolan_region', 'portolan_user_name']
const kept = (browser: PortalBrowser) => personalCookies.filter((name) => browser.cookies.has(name))

async function signedInWithPersonalization() {
  const browser = ground.browser()
  await choose(browser, 'personalization')
  await signInBy(ground, browser, email)
  return browser
}

describe('storage preferences', () => {
  it('are off for everything but the essential until chosen, and nothing is there to switch for advertising', async () => {
    const { html, text } = await ground.browser().open(at)
    assert.equal(html.match(/<input[^>]*type="checkbox"/g)?.length, 2)
    assert.doesNotMatch(html, /<input[^>]*type="checkbox"[^>]* checked/)
    assert.match(text, /Essential: always on/)
    assert.match(text, /Targeted advertising: nothing here uses it/)
    assert.match(text, /If you switch something off, what it kept is removed at once\. The site still works, but it may ask you again/)
  })

  it('list every cookie that can be set, with what it is for, its kind and how long it stays', async () => {
    const { html } = await ground.browser().open(at)
    const listed = [...html.matchAll(/<code>(portolan_\w+)<\/code>/g)].map(([, name]) => name)
    assert.deepEqual(listed, Object.values(ownCookies).map(({ name }) => name))
  })
})

describe('personalization', () => {
  it('keeps nothing of a person before it is chosen', async () => {
    const browser = ground.browser()
    await signInBy(ground, browser, email)
    assert.deepEqual(kept(browser), [])
    await browser.press('Sign Out').catch(() => undefined)
    assert.doesNotMatch((await ground.browser().open('/sign-in')).html, new RegExp(email))
  })

  it('remembers the user name for the next sign-in, sealed, and never on another device', async () => {
    const browser = await signedInWithPersonalization()
    const cookie = browser.cookies.get('portolan_user_name') ?? ''
    assert.ok(cookie.length > 40)
    assert.ok(!cookie.includes(email) && !Buffer.from(cookie, 'base64url').toString('latin1').includes(email))
    browser.cookies.delete('portolan_portal')
    assert.match((await browser.open('/sign-in')).html, new RegExp(`name="email"[^>]* value="${email}"|value="${email}"[^>]* name="email"`))
    assert.doesNotMatch((await ground.browser().open('/sign-in')).html, new RegExp(email))
  })

  it('shows an empty field for a user name that was not sealed by us, or is kept without leave', async () => {
    const browser = await signedInWithPersonalization()
    browser.cookies.delete('portolan_portal')
    const sealed = browser.cookies.get('portolan_user_name') ?? ''
    browser.cookies.set('portolan_user_name', `${sealed.slice(0, -6)}AAAAAA`)
    assert.doesNotMatch((await browser.open('/sign-in')).html, new RegExp(email))
    browser.cookies.set('portolan_user_name', sealed)
    browser.cookies.set('portolan_storage', 'essential')
    assert.doesNotMatch((await browser.open('/sign-in')).html, new RegExp(email))
  })

  it('is not for a wrong password: an address that was only typed is not kept', async () => {
    const browser = ground.browser()
    await choose(browser, 'personalization')
    await browser.open('/sign-in')
    await browser.press('Sign In', { email: 'typed@example.test', password: `${goodPassword}x` })
    assert.equal(browser.cookies.has('portolan_user_name'), false)
  })

  it('remembers the user name at once for who is signed in when it is chosen', async () => {
    const browser = ground.browser()
    await signInBy(ground, browser, email)
    await choose(browser, 'personalization')
    assert.deepEqual(kept(browser), ['portolan_language', 'portolan_user_name'])
  })

  it('keeps a region only where it is allowed, shows times in it, and forgets it with the usual one', async () => {
    const browser = await signedInWithPersonalization()
    await browser.open(at)
    await browser.press('Save my region', { zone: 'Pacific/Honolulu' })
    assert.match(browser.seen.text, /Times are now shown in the time zone you chose/)
    assert.match((await browser.open('/account/terms')).text, /at \d+:\d\d AM HST/)
    await browser.open(at)
    await browser.press('Save my region', { zone: 'America/New_York' })
    assert.equal(browser.cookies.has('portolan_region'), false)
    assert.match((await browser.open('/account/terms')).text, /EST/)
  })

  it('takes no zone that the deployment does not offer, and none from a device that did not allow it', async () => {
    const browser = await signedInWithPersonalization()
    await browser.open(at)
    await browser.press('Save my region', { zone: 'Europe/Paris' })
    assert.match(browser.seen.text, /Choose a time zone from the list/)
    browser.cookies.set('portolan_region', 'Europe/Paris')
    assert.match((await browser.open('/account/terms')).text, /EST/)
    browser.cookies.set('portolan_region', 'Pacific/Honolulu')
    browser.cookies.set('portolan_storage', 'essential')
    assert.match((await browser.open('/account/terms')).text, /EST/)
    assert.doesNotMatch((await browser.open(at)).text, /Save my region/)
  })

  it('switched off, removes at once all that it kept', async () => {
    const browser = await signedInWithPersonalization()
    await browser.open(at)
    await browser.press('Save my region', { zone: 'Pacific/Honolulu' })
    assert.deepEqual(kept(browser), personalCookies)
    await choose(browser)
    assert.deepEqual(kept(browser), [])
    assert.equal(browser.cookies.get('portolan_storage'), 'essential')
  })
})

describe('analytics', () => {
  const counted = async () =>
    (await ground.database.pools.owner?.selectFrom('accounts.sign_up_step_count').selectAll().orderBy('step').execute()) ?? []

  it('counts nobody who did not choose it: not a row', async () => {
    await signUpUntil(ground, ground.browser(), 'uncounted@example.test')
    assert.deepEqual(await counted(), [])
  })

  it('counts each step once for who chose it, by day, without entry in the record', async () => {
    const entriesBefore = await entriesOfCounting()
    const browser = ground.browser()
    await choose(browser, 'analytics')
    await signUpUntil(ground, browser, 'counted@example.test')
    const rows = await counted()
    assert.deepEqual(
      rows.map(({ step, done }) => `${step} ${done}`),
      ['account-type', 'backup-code', 'email', 'password', 'reset-questions', 'services', 'start', 'terms', 'verification-code', 'verification-method'].map(
        (step) => `${step} 1`,
      ),
    )
    assert.deepEqual(await entriesOfCounting(), entriesBefore)
  })

  it('stops at the step after which it was switched off', async () => {
    const before = await counted()
    const browser = ground.browser()
    await choose(browser, 'analytics')
    await browser.open('/sign-up')
    await browser.press('Sign Up', { email: 'stopped@example.test' })
    await choose(browser)
    await confirmByMail(ground, browser, 'stopped@example.test')
    const grown = (await counted()).filter(({ step, done }) => before.find((each) => each.step === step)?.done !== done)
    assert.deepEqual(grown.map(({ step }) => step), ['start'])
  })

  it('counts no refusal and nobody who has an account already', async () => {
    const before = await counted()
    const browser = ground.browser()
    await choose(browser, 'analytics')
    await browser.open('/sign-up')
    await browser.press('Sign Up', { email: 'no address' })
    const { agency } = ground.services
    Object.assign(ground.services, { agency: { ...agency, terms: { version: '2027-01' } } })
    try {
      await signInBy(ground, browser, email)
      assert.equal(browser.seen.url, '/sign-up/terms')
      await browser.press('I Agree')
    } finally {
      Object.assign(ground.services, { agency })
    }
    assert.deepEqual(await counted(), before)
  })

  const entriesOfCounting = async () =>
    (await ground.database.pools.owner?.selectFrom('audit.entry').select('ordinal').where('operation', 'like', 'accounts.count-%').execute()) ?? []
})
