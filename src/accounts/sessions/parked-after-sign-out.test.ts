import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { type AccountsGround, accountsGround } from '../../../test/cast/accounts-ground.ts'
import type { PortalBrowser } from '../../../test/cast/portal-browser.ts'
import { readyPerson } from '../../../test/cast/ready-person.ts'
import { codeMailedTo, goodPassword, signInBy } from '../../../test/cast/sign-up-in-browser.ts'
import { writingPage } from '../../../test/cast/writing-page.ts'
import { page, recordsNothing } from '../../platform/http/page.ts'
import { paths } from '../../platform/paths.ts'
import { needsRecentProof, signedIn } from './access.ts'

let ground: AccountsGround
/** The account that the page is not for. */
let stranger: string | undefined
let otherAccount: string
const email = 'leaves@example.test'
const other = 'comes-after@example.test'

before(async () => {
  ground = await accountsGround([
    writingPage(paths.addCase, signedIn, (actor) => actor.id !== stranger),
    writingPage(paths.profile, needsRecentProof),
    page({ path: paths.account, access: signedIn, audit: recordsNothing('a test'), view: () => ({ title: 'home', body: 'home' }) }),
  ])
  await readyPerson(ground, email)
  otherAccount = (await readyPerson(ground, other)).id
})
beforeEach(async () => {
  await ground.database.pools.owner?.deleteFrom('accounts.parked_form').execute()
})
after(async () => {
  assert.deepEqual(ground.faults, [], 'no page ended in a fault')
  await ground.end()
})

/** A tab in which somebody writes: what its form holds besides what is typed. */
async function writingTab(path = '/cases/add') {
  ground.services.clock.advance({ hours: 1 })
  const browser = ground.browser()
  await signInBy(ground, browser, email)
  await browser.open(path)
  return { browser, hidden: browser.formOf('Save').hidden }
}

const signOut = async (browser: PortalBrowser) => {
  await browser.open('/cases/add')
  await browser.ask('POST', '/sign-out', browser.formOf('Save').hidden)
}
const parked = async () => (await ground.database.pools.owner?.selectFrom('accounts.parked_form').selectAll().execute()) ?? []

test('what is posted in one tab after Sign Out in another is kept, and shown again when the same account signs in', async () => {
  const { browser, hidden } = await writingTab()
  await signOut(browser)
  assert.equal(browser.cookies.has('portolan_portal'), false, 'nothing of the session is left on the device')
  const turned = await browser.ask('POST', '/cases/add', { ...hidden, words: 'what I wrote' })
  assert.equal(turned.location, '/sign-in?next=%2Fcases%2Fadd')
  assert.match((await signInBy(ground, browser, email, turned.location ?? '')).text, /here again words: what I wrote/)
})

test('whoever signs in there next is shown none of it', async () => {
  const { browser, hidden } = await writingTab()
  await signOut(browser)
  const turned = await browser.ask('POST', '/cases/add', { ...hidden, words: 'mine alone' })
  assert.match((await signInBy(ground, browser, other, turned.location ?? '')).text, /fresh words: /)
})

test('what is posted where somebody else is signed in by now, whose page it is not, waits for its owner', async () => {
  const { browser, hidden } = await writingTab()
  await signOut(browser)
  await signInBy(ground, browser, other)
  stranger = otherAccount
  assert.equal((await browser.ask('POST', '/cases/add', { ...hidden, words: 'not for them' })).status, 404)
  stranger = undefined
  assert.match((await browser.open('/cases/add')).text, /fresh words: /)
  assert.match((await signInBy(ground, ground.browser(), email, '/sign-in?next=%2Fcases%2Fadd')).text, /here again words: not for them/)
})

test('a session that was signed out is known for half an hour, and not a second more', async () => {
  const after = async (time: Temporal.DurationLike) => {
    const { browser, hidden } = await writingTab()
    await signOut(browser)
    ground.services.clock.advance(time)
    await browser.ask('POST', '/cases/add', { ...hidden, words: 'late' })
    return (await parked()).length
  }
  assert.equal(await after({ minutes: 30 }), 0)
  assert.equal(await after({ minutes: 29, seconds: 59 }), 1)
})

test('a step-up in another tab and then the end of the session lose nothing of a page drawn before both', async () => {
  const { browser, hidden } = await writingTab()
  ground.services.clock.advance({ minutes: 6 })
  await browser.open('/account/profile')
  await browser.press('Submit', { code: await codeMailedTo(ground, email) })
  assert.equal(browser.seen.url, '/account/profile')
  ground.services.clock.advance({ minutes: 16 })
  const turned = await browser.ask('POST', '/cases/add', { ...hidden, words: 'before both' })
  assert.match((await signInBy(ground, browser, email, turned.location ?? '')).text, /here again words: before both/)
})

test('a form whose page was drawn before a step-up in another tab comes back on the spot, and nothing is parked', async () => {
  const { browser, hidden } = await writingTab()
  ground.services.clock.advance({ minutes: 6 })
  await browser.open('/account/profile')
  await browser.press('Submit', { code: await codeMailedTo(ground, email) })
  const again = await browser.ask('POST', '/cases/add', { ...hidden, words: 'still here' })
  assert.deepEqual([again.status, /words: still here/.test(again.text)], [403, true])
  assert.deepEqual(await parked(), [])
})

test('a session that somebody shut out is no longer known: what is posted from its pages is not kept', async () => {
  const { browser, hidden } = await writingTab()
  const elsewhere = ground.browser()
  await signInBy(ground, elsewhere, email)
  await elsewhere.open('/account/security')
  await elsewhere.press('Sign out everywhere')
  await browser.ask('POST', '/cases/add', { ...hidden, words: 'shut out' })
  assert.deepEqual(await parked(), [])
})

test('nor is one that had been signed out before the account shut everybody out', async () => {
  const { browser, hidden } = await writingTab()
  await signOut(browser)
  const elsewhere = ground.browser()
  await signInBy(ground, elsewhere, email)
  await elsewhere.open('/account/security')
  await elsewhere.press('Sign out everywhere')
  await browser.ask('POST', '/cases/add', { ...hidden, words: 'shut out' })
  assert.deepEqual(await parked(), [])
})

test('a password alone had nothing to lose, and a token that we did not make names no session', async () => {
  const { browser, hidden } = await writingTab()
  await signOut(browser)
  const half = ground.browser()
  await half.open('/sign-in')
  await half.press('Sign In', { email, password: goodPassword })
  const { csrf: ofHalf = '' } = half.formOf('Submit').hidden
  half.cookies.delete('portolan_portal')
  const [token = '', session = '', seal = ''] = (hidden.csrf ?? '').split('.')
  assert.ok(token && session && seal)
  const [, halfSession = ''] = ofHalf.split('.')
  for (const csrf of [ofHalf, `${token}.${session}`, `${token}.${session}.`, `${token}.${halfSession}.${seal}`, `.${session}.${seal}x`]) {
    await browser.ask('POST', '/cases/add', { csrf, words: 'slipped in' })
  }
  assert.deepEqual(await parked(), [])
})

test('a form comes back on the page of its address that it was typed on, and on no other', async () => {
  const { browser, hidden } = await writingTab('/cases/add?part=second')
  ground.services.clock.advance({ minutes: 16 })
  const turned = await browser.ask('POST', '/cases/add?part=second', { ...hidden, words: 'of the second' })
  await browser.ask('POST', '/cases/add?part=third', { ...hidden, words: 'of the third' })
  assert.equal(turned.location, '/sign-in?next=%2Fcases%2Fadd%3Fpart%3Dsecond')
  assert.match((await signInBy(ground, browser, email, '/sign-in?next=%2Fcases%2Fadd%3Fpart%3Dfirst')).text, /fresh words: /)
  assert.match((await browser.open('/cases/add')).text, /fresh words: /)
  assert.match((await browser.open('/cases/add?part=second&from=sign-in')).text, /here again words: of the second/)
  assert.match((await browser.open('/cases/add?part=third')).text, /here again words: of the third/)
})
