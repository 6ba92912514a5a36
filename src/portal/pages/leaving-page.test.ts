import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type AccountsGround, accountsGround } from '../../../test/cast/accounts-ground.ts'
import { signUpUntil } from '../../../test/cast/sign-up-in-browser.ts'
import { outsideAddresses } from '../../agency/index.ts'
import { filingRoutes } from '../../filing/index.ts'
import { portalRoutes } from '../index.ts'

let ground: AccountsGround
before(async () => {
  ground = await accountsGround([...portalRoutes(), ...filingRoutes])
})
after(async () => {
  assert.deepEqual(ground.faults, [])
  await ground.end()
})

const linksOut = (html: string) => [...html.matchAll(/<a\b[^>]*href="(https?:[^"]*)"[^>]*>/g)]
const warning = /Only a lawyer or an accredited representative may give you advice about your case/

describe('the leaving page', () => {
  it('shows for every address of the pack that one leaves, to where, and sends no referrer there', async () => {
    const addresses = outsideAddresses(ground.services.agency)
    assert.equal(new Set(addresses.map(({ id }) => id)).size, addresses.length)
    for (const { id, url } of addresses) {
      const { status, text, html, headers } = await ground.browser().open(`/leaving?to=${id}`)
      assert.equal(status, 200, id)
      assert.match(text, /You are leaving this site/)
      assert.ok(text.includes(`Its address: ${url}`), id)
      const [link, ...others] = linksOut(html)
      assert.equal(link?.[1], url)
      assert.match(link?.[0] ?? '', /rel="noreferrer noopener"/)
      assert.match(link?.[0] ?? '', /referrerpolicy="no-referrer"/)
      assert.deepEqual(others, [])
      assert.equal(headers['referrer-policy'], 'same-origin')
    }
  })

  it('takes an id of the pack and never an address: it cannot be used to lead people elsewhere', async () => {
    const asked = ['', 'nowhere', 'https://evil.example/', '//evil.example', 'free-legal-help/../x', 'https%3A%2F%2Fwww.uscis.gov%2F', '__proto__']
    for (const to of asked) {
      const { status, html } = await ground.browser().open(`/leaving?to=${to}`)
      assert.equal(status, 404, to)
      assert.doesNotMatch(html, /evil/)
    }
    assert.equal((await ground.browser().open('/leaving?to=free-legal-help&to=https://evil.example')).html.includes('evil'), false)
  })

  it('warns of people who may not advise, where people look for help and company, and not elsewhere', async () => {
    for (const { id, kind } of outsideAddresses(ground.services.agency)) {
      const { text } = await ground.browser().open(`/leaving?to=${id}`)
      assert.equal(warning.test(text), kind === 'legal-help' || kind === 'community', id)
    }
  })

  it('stands before every way out: no other page of ours links to another site', async () => {
    const browser = ground.browser()
    await signUpUntil(ground, browser, 'leaves@example.test')
    const pages = ['/', '/sign-up', '/help', '/help/online-account-number', '/file', '/file/i-485', '/file/i-90', '/fees', '/terms', '/privacy', '/services']
    for (const path of pages) {
      for (const reader of [browser, ground.browser()])
        assert.deepEqual(linksOut((await reader.open(path)).html).map(([, href]) => href), [], path)
    }
  })
})

describe('ways to it', () => {
  it('are the legal help and the community under Help', async () => {
    const { html, text } = await ground.browser().open('/help')
    assert.match(text, /Join the community/)
    assert.match(text, /Find legal help/)
    for (const { id } of [...ground.services.agency.legalHelp, ...ground.services.agency.community])
      assert.ok(html.includes(`href="/leaving?to=${id}"`), id)
  })

  it('are the consulates’ note on the sign-up page, which refuses nobody and adds no step', async () => {
    const { html, text } = await ground.browser().open('/sign-up')
    assert.match(text, /If you file with a consulate, ask that consulate: Find your embassy or consulate/)
    assert.match(html, /href="\/leaving\?to=consulates"/)
  })

  it('are the services of the agency, in the sign-up and later', async () => {
    const browser = ground.browser()
    await signUpUntil(ground, browser, 'served@example.test', 'questions')
    const links = (html: string) => [...html.matchAll(/href="\/leaving\?to=(service-[\w-]+)"/g)].map(([, id]) => id)
    const all = ['service-records-request', 'service-work-eligibility-check', 'service-benefit-status-check']
    assert.equal(browser.seen.url, '/services')
    assert.deepEqual(links(browser.seen.html), all)
    assert.match(browser.seen.text, /Step \d of \d/)
    await browser.press('myUSCIS')
    await browser.press('Submit', { type: 'applicant' })
    const later = await browser.open('/services')
    assert.equal(later.url, '/services')
    assert.deepEqual(links(later.html), all)
    assert.doesNotMatch(later.text, /Step \d of \d/)
    assert.match(later.html, /<a[^>]*href="\/account"[^>]*>myUSCIS<\/a>/)
  })
})

describe('the services of a complete account', () => {
  it('are a page and no step: pressing the button of a stale tab changes nothing and leads on', async () => {
    const stale = ground.browser()
    await signUpUntil(ground, stale, 'stale@example.test', 'questions')
    await stale.press('myUSCIS')
    await stale.press('Submit', { type: 'applicant' })
    const entries = () =>
      ground.database.pools.owner?.selectFrom('audit.entry').select('ordinal').where('operation', '=', 'accounts.choose-service').execute()
    const before = await entries()
    const csrf = /name="csrf" value="([^"]+)"/.exec((await stale.open('/storage-preferences')).html)?.[1] ?? ''
    const answer = await stale.ask('POST', '/services', { csrf })
    assert.equal(answer.location, '/account')
    assert.deepEqual(await entries(), before)
  })

  it('are not there for a stranger, nor out of turn in the sign-up', async () => {
    assert.match((await ground.browser().open('/services')).url, /^\/sign-up/)
    const early = ground.browser()
    await signUpUntil(ground, early, 'early@example.test', 'terms')
    assert.equal((await early.open('/services')).url, '/sign-up/password')
  })
})
