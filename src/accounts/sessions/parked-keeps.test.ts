import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { type AccountsGround, accountsGround } from '../../../test/cast/accounts-ground.ts'
import { readyPerson } from '../../../test/cast/ready-person.ts'
import { signInBy } from '../../../test/cast/sign-up-in-browser.ts'
import { writingPage } from '../../../test/cast/writing-page.ts'
import { json } from '../../platform/http/answer.ts'
import { endpoint, page, recordsNothing } from '../../platform/http/page.ts'
import { postedText } from '../../platform/http/posted.ts'
import { paths } from '../../platform/paths.ts'
import { signedIn } from './access.ts'

let ground: AccountsGround
const email = 'types@example.test'
const keepAt = '/drafts/d/p/typed?part=second'

/** Keeps what is typed on the writing page, unless it is asked not to. */
const keeping = endpoint({
  path: paths.typedPage,
  method: 'POST',
  access: signedIn,
  audit: recordsNothing('a test'),
  parksAt: (_params, { part }) => `/cases/add?part=${part}`,
  run: async (_context, { posted }) => (postedText(posted, 'words') === 'refuse' ? json({}, 412) : json({})),
})

before(async () => {
  ground = await accountsGround([
    writingPage(paths.addCase, signedIn),
    keeping,
    page({ path: paths.account, access: signedIn, audit: recordsNothing('a test'), view: () => ({ title: 'home', body: 'home' }) }),
  ])
  await readyPerson(ground, email)
})
beforeEach(async () => {
  await ground.database.pools.owner?.deleteFrom('accounts.parked_form').execute()
})
after(async () => {
  assert.deepEqual(ground.faults, [], 'no page ended in a fault')
  await ground.end()
})

/** A tab whose session ran out while somebody typed, and what its script sends. */
async function typingTab(name: string) {
  ground.services.clock.advance({ hours: 1 })
  const browser = ground.browser()
  await signInBy(ground, browser, email)
  await browser.open('/cases/add?part=second')
  const { hidden } = browser.formOf('Save')
  ground.services.clock.advance({ minutes: 16 })
  const typed = (words: string) => ({ ...hidden, words, 'typed-page': name })
  return { browser, typed, keep: (words: string) => browser.ask('POST', keepAt, typed(words)) }
}

const parked = async () => (await ground.database.pools.owner?.selectFrom('accounts.parked_form').selectAll().execute()) ?? []

const fresh = async (browser: Awaited<ReturnType<typeof typingTab>>['browser']) => {
  await signInBy(ground, browser, email)
  await browser.open('/cases/add')
  return browser.formOf('Save').hidden
}

test('what a page keeps after its session had ended waits on that page for the same account', async () => {
  const { browser, keep } = await typingTab('a')
  assert.match((await keep('one')).location ?? '', /^\/sign-in/)
  await keep('one two')
  assert.deepEqual((await parked()).map(({ path }) => path), ['/cases/add?part=second'])
  const seen = await signInBy(ground, browser, email, '/sign-in?next=%2Fcases%2Fadd%3Fpart%3Dsecond')
  assert.match(seen.text, /here again words: one two/)
})

test('the record has one entry of a page that parks on and on', async () => {
  const { keep } = await typingTab('a')
  const entries = () => ground.database.pools.owner?.selectFrom('audit.entry').select('operation').where('operation', '=', 'accounts.park-form').execute()
  const before = (await entries())?.length ?? 0
  for (const words of ['o', 'on', 'one']) await keep(words)
  assert.equal(((await entries())?.length ?? 0) - before, 1)
})

test('once the same page was taken, kept or saved, what it had parked is over', async () => {
  for (const at of [keepAt, '/cases/add?part=second']) {
    const { browser, typed, keep } = await typingTab('a')
    await keep('old')
    const { csrf = '' } = await fresh(browser)
    await browser.ask('POST', at, { ...typed('newer'), secret: 'x', csrf })
    assert.match((await browser.open('/cases/add?part=second')).text, /fresh words: /, at)
  }
})

test('but not what another open page had parked there, nor when the page was refused', async () => {
  const { browser, typed, keep } = await typingTab('a')
  await keep('old')
  const { csrf = '' } = await fresh(browser)
  await browser.ask('POST', keepAt, { ...typed('of another tab'), 'typed-page': 'b', csrf })
  await browser.ask('POST', keepAt, { ...typed('without a name'), 'typed-page': '', csrf })
  await browser.ask('POST', keepAt, { ...typed('refuse'), csrf })
  assert.match((await browser.open('/cases/add?part=second')).text, /here again words: old/)
})
