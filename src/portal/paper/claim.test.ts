import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type AccountsGround, accountsGround } from '../../../test/cast/accounts-ground.ts'
import { paperRow } from '../../../test/cast/intake-rows.ts'
import { lettersAbout, type Printed, takeIn } from '../../../test/cast/paper-case.ts'
import type { PortalBrowser } from '../../../test/cast/portal-browser.ts'
import { signUpUntil } from '../../../test/cast/sign-up-in-browser.ts'
import { mailKinds } from '../../cases/index.ts'
import { claimWhatIsCarried, portalRoutes } from '../index.ts'

let ground: AccountsGround
before(async () => {
  ground = await accountsGround(portalRoutes(), mailKinds)
  Object.assign(ground.services, { carriedAlong: claimWhatIsCarried })
})
after(() => ground.end())

const owner = () => ground.database.pools.owner as NonNullable<AccountsGround['database']['pools']['owner']>
const born = { 'born-month': '6', 'born-day': '14', 'born-year': '1985' }
let last = 0
/** A case of a person of its own; what is printed for them. */
async function paperCase(about: Parameters<typeof paperRow>[0] = {}): Promise<{ receiptNumber: string; letters: Printed[]; code: string; number: string }> {
  last += 1
  const receiptNumber = `IOE90000${String(last).padStart(5, '0')}`
  const person = { familyName: `Paper${'x'.repeat(last)}`, givenName: 'Maria', dateOfBirth: Temporal.PlainDate.from('1985-06-14') }
  await takeIn(ground, paperRow({ receiptNumber, person, ...about }))
  const letters = await lettersAbout(ground, receiptNumber)
  return { receiptNumber, letters, code: letters[0]?.accessCode ?? '', number: letters[0]?.onlineAccountNumber ?? '' }
}
async function signedUp(email: string): Promise<PortalBrowser> {
  const browser = ground.browser()
  await signUpUntil(ground, browser, email)
  return browser
}
const add = async (browser: PortalBrowser, typed: { receiptNumber: string; accessCode?: string }) => {
  await browser.open('/cases/add')
  return browser.press('Add case', { ...typed, ...(typed.accessCode ? born : {}) })
}
const numberOf = async (email: string) => {
  const mail = await ground.lastMail(email, 'welcome')
  return JSON.stringify(mail).match(/\d{4} \d{4} \d{4}/)?.[0]?.replaceAll(' ', '')
}
const refused = /do not fit together/

describe('a person who has an account', () => {
  it('joins a case by the code of its notice, the receipt number and the date of birth, and keeps their own number', async () => {
    const browser = await signedUp('join@example.test')
    const paper = await paperCase()
    await add(browser, { receiptNumber: paper.receiptNumber, accessCode: paper.code })
    assert.equal(browser.seen.url, `/cases/${paper.receiptNumber}`)
    assert.notEqual(await numberOf('join@example.test'), paper.number)
    const leads = await owner().selectFrom('accounts.forwarding').innerJoin('accounts.account', 'accounts.account.id', 'retired').select('cause').where('online_account_number', '=', paper.number).execute()
    assert.deepEqual(leads, [{ cause: 'claimed' }])
  })

  it('is answered alike for a wrong code, one for another case, a wrong date, an unknown case, a used and an expired code', async () => {
    const [mine, other] = [await paperCase(), await paperCase()]
    const answers = new Set<string>()
    const tried = async (name: string, receiptNumber: string, accessCode: string, day = born) => {
      const browser = await signedUp(`${name}@example.test`)
      await browser.open('/cases/add')
      await browser.press('Add case', { receiptNumber, accessCode, ...day })
      assert.match(browser.seen.html, refused, name)
      answers.add((browser.seen.html.match(/usa-alert[\s\S]*?<\/div>/)?.[0] ?? '').replaceAll(/\s+/g, ' '))
    }
    await tried('wrong', mine.receiptNumber, '0000-0000-0000-0')
    await tried('no-code', mine.receiptNumber, 'what')
    await tried('others', mine.receiptNumber, other.code)
    await tried('date', mine.receiptNumber, mine.code, { ...born, 'born-day': '15' })
    await tried('unknown', 'IOE9999999999', mine.code)
    const first = await signedUp('first@example.test')
    await add(first, { receiptNumber: mine.receiptNumber, accessCode: mine.code })
    await tried('used', mine.receiptNumber, mine.code)
    await owner().updateTable('cases.access_notice').set({ expires_at: ground.services.clock.now(), issued_at: ground.services.clock.now().subtract({ hours: 1 }) }).execute()
    await tried('expired', other.receiptNumber, other.code)
    assert.equal(answers.size, 1)
  })

  it('stops being asked after five tries of a day, the right code too', async () => {
    const [browser, paper] = [await signedUp('guessing@example.test'), await paperCase()]
    for (let guess = 0; guess < 5; guess += 1) await add(browser, { receiptNumber: paper.receiptNumber, accessCode: `000${guess}-0000-0000-0` })
    await add(browser, { receiptNumber: paper.receiptNumber, accessCode: paper.code })
    assert.match(browser.seen.html, /many tries/)
    const notice = await owner().selectFrom('cases.access_notice').innerJoin('cases.case', 'cases.case.id', 'cases.access_notice.case').select('ended_at').where('receipt_number', '=', paper.receiptNumber).execute()
    assert.deepEqual(notice, [{ ended_at: null }])
  })
})

describe('a person who signs up with their notice in hand', () => {
  it('types it first, and their new account has the printed number and the case', async () => {
    const [browser, paper] = [ground.browser(), await paperCase()]
    await browser.open('/claim')
    await browser.press('Go on', { receiptNumber: paper.receiptNumber, accessCode: paper.code.toLowerCase(), ...born })
    assert.equal(browser.seen.url, '/claim/account')
    await signUpUntil(ground, browser, 'carried@example.test')
    assert.equal(await numberOf('carried@example.test'), paper.number)
    await browser.open(`/cases/${paper.receiptNumber}`)
    assert.match(browser.seen.html, new RegExp(paper.receiptNumber))
  })

  it('is told at once when it does not fit, and nothing is carried', async () => {
    const [browser, paper] = [ground.browser(), await paperCase()]
    await browser.open('/claim')
    await browser.press('Go on', { receiptNumber: paper.receiptNumber, accessCode: '0000-0000-0000-0', ...born })
    assert.match(browser.seen.html, refused)
    await browser.open('/claim/account')
    assert.equal(browser.seen.url, '/claim')
  })
})

describe('a receipt number alone', () => {
  it('shows what anyone sees, never the case’s own page; one that is not there is answered like a protected one', async () => {
    const [browser, paper, hidden] = [await signedUp('follows@example.test'), await paperCase(), await paperCase()]
    await owner().updateTable('cases.case').set({ protected: true }).where('receipt_number', '=', hidden.receiptNumber).execute()
    await add(browser, { receiptNumber: paper.receiptNumber })
    assert.equal(browser.seen.url, '/account', browser.seen.text.slice(0, 900))
    assert.match(browser.seen.html, /Cases you follow[\s\S]*Case Was Received/)
    await browser.open(`/cases/${paper.receiptNumber}`)
    assert.equal(browser.seen.status, 404)
    for (const receiptNumber of [hidden.receiptNumber, 'IOE9999999999']) {
      await add(browser, { receiptNumber })
      assert.match(browser.seen.html, /nothing to show for this receipt number/)
    }
  })

  it('is followed until its owner, who sees how many do, stops it; then nobody can begin', async () => {
    const [follower, claimant, paper] = [await signedUp('watcher@example.test'), await signedUp('owner@example.test'), await paperCase()]
    await add(follower, { receiptNumber: paper.receiptNumber })
    await add(claimant, { receiptNumber: paper.receiptNumber, accessCode: paper.code })
    assert.match(claimant.seen.html, /One account follows this case/)
    await claimant.press('Stop them')
    assert.match(claimant.seen.html, /Nobody follows this case/)
    await follower.open('/account')
    assert.doesNotMatch(follower.seen.html, /Cases you follow/)
    await add(follower, { receiptNumber: paper.receiptNumber })
    assert.match(follower.seen.html, /nothing to show/)
  })
})
