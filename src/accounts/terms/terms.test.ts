import assert from 'node:assert/strict'
import { after, afterEach, before, describe, it } from 'node:test'
import { type AccountsGround, accountsGround } from '../../../test/cast/accounts-ground.ts'
import { signInBy, signUpUntil } from '../../../test/cast/sign-up-in-browser.ts'
import type { AgencyPack } from '../../agency/index.ts'
import { termsHash } from './terms-text.ts'

let ground: AccountsGround
let agency: AgencyPack
before(async () => {
  ground = await accountsGround()
  agency = ground.services.agency
})
after(() => ground.end())
afterEach(() => void Object.assign(ground.services, { agency }))

/** The pack after its terms changed; `kept`: the old text stands beside the new one. */
function withNewTerms({ kept }: { kept: boolean }): void {
  const old = agency.textsOf('en', 'terms')
  const files: Record<string, Readonly<Record<string, string>>> = {
    terms: { ...old, 'terms.version': 'Version 2027-01', 'terms.advice.text': 'Newer words of advice.' },
    ...(kept ? { 'terms-2026-11': old } : {}),
  }
  const textsOf = (language: string, file: string) => files[file] ?? agency.textsOf(language, file)
  const changed: AgencyPack = {
    ...agency,
    terms: { version: '2027-01', earlier: kept ? ['2026-11'] : [] },
    textsOf,
    text: (language, file, key) => textsOf(language, file)[key],
  }
  Object.assign(ground.services, { agency: changed })
}

async function signedUp(email: string) {
  const browser = ground.browser()
  await signUpUntil(ground, browser, email)
  return browser
}

const agreements = () =>
  ground.database.pools.owner
    ?.selectFrom('accounts.terms_agreement')
    .selectAll()
    .orderBy('agreed_at')
    .execute() ?? []

describe('I Agree', () => {
  it('records version, language, time and the hash of the text that was shown', async () => {
    await signedUp('agrees@example.test')
    const [agreed] = await agreements()
    assert.equal(agreed?.version, '2026-11')
    assert.equal(agreed?.language, 'en')
    assert.equal(agreed?.agreed_at.toString(), '2026-11-23T15:00:02Z')
    assert.equal(agreed?.text_sha256, termsHash(agency.textsOf('en', 'terms')))
  })

  it('is in the record with version and language', async () => {
    const entries = await ground.database.pools.owner
      ?.selectFrom('audit.entry')
      .select(['outcome', 'detail'])
      .where('operation', '=', 'accounts.agree-to-terms')
      .execute()
    assert.deepEqual(entries?.[0], { outcome: 'done', detail: { version: '2026-11', language: 'en' } })
  })
})

describe('what you agreed to', () => {
  it('is found from the terms, with version, time and language, and its text in full', async () => {
    const browser = await signedUp('reads@example.test')
    await browser.open('/terms')
    assert.match(browser.seen.html, /<a href="\/account\/terms">What you agreed to<\/a>/)
    assert.match(browser.seen.text, /In force since November 1, 2026 ?\. You agreed to this version on November 23, 2026/)
    const listed = await browser.open('/account/terms')
    assert.match(listed.text, /2026-11 November 23, 2026 at 10:00 AM EST English In force/)
    const { text } = await browser.open('/account/terms/2026-11')
    assert.match(text, /November 23, 2026 at 10:00 AM EST/)
    for (const words of Object.values(agency.textsOf('en', 'terms'))) assert.ok(text.includes(words), words)
  })

  it('is a link for who is signed in alone, and the page of nobody else', async () => {
    const stranger = ground.browser()
    assert.doesNotMatch((await stranger.open('/terms')).html, /account\/terms/)
    assert.match((await stranger.open('/account/terms')).url, /^\/sign-in/)
    assert.match((await stranger.open('/account/terms/2026-11')).url, /^\/sign-in/)
  })

  it('has no page for a version that the person did not agree to', async () => {
    const browser = await signedUp('only-one@example.test')
    for (const version of ['2027-01', '2026-12']) assert.equal((await browser.open(`/account/terms/${version}`)).status, 404)
  })

  it('stays readable word for word when newer terms took its place, and the old agreement stays beside the new', async () => {
    const email = 'stays@example.test'
    await signedUp(email)
    ground.services.clock.advance({ hours: 24 })
    withNewTerms({ kept: true })
    const browser = ground.browser()
    await signInBy(ground, browser, email, '/sign-in')
    assert.equal(browser.seen.url, '/sign-up/terms')
    await browser.press('I Agree')
    const { text: listed } = await browser.open('/account/terms')
    assert.match(listed, /2027-01 November 24, 2026 .*In force.* 2026-11 November 23, 2026 .*Replaced by newer terms/)
    const { text: old } = await browser.open('/account/terms/2026-11')
    assert.ok(old.includes(agency.textsOf('en', 'terms')['terms.advice.text'] ?? '?'))
    assert.doesNotMatch(old, /Newer words of advice|not word for word/)
    assert.match((await browser.open('/account/terms/2027-01')).text, /Newer words of advice/)
  })

  it('says so when the text that is kept is not the one agreed to, or is not there', async () => {
    const browser = await signedUp('differs@example.test')
    withNewTerms({ kept: false })
    assert.match((await browser.open('/account/terms/2026-11')).text, /The text of this version is not on this site/)
    const reworded = { ...agency.textsOf('en', 'terms'), 'terms.true.text': 'Say what you like.' }
    const textsOf = () => reworded
    Object.assign(ground.services, { agency: { ...agency, textsOf, text: (_l: string, _f: string, key: string) => (reworded as Record<string, string>)[key] } })
    assert.match((await browser.open('/account/terms/2026-11')).text, /not word for word the one you agreed to/)
  })
})
