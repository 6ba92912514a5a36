import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import type { ScenarioPerson } from '../../src/filing/index.ts'
import { type RunningPortolan, runningPortolan } from '../running.ts'
import { closeBrowser, type Person, person, type PersonOptions } from './browser.ts'
import { inOtherLanguages } from './desk-steps.ts'
import { errorsOn, fillPages, scenarioPeople, uploadAll } from './filing-steps.ts'
import { eventually, mailboxOf } from './post.ts'
import { type Journey, signIn } from './sign-up-steps.ts'
import { waysGone } from './ways.ts'

let running: RunningPortolan
let journey: Journey

before(async () => {
  running = await runningPortolan({ seeded: true })
  journey = { running, mailbox: await mailboxOf(running) }
})

after(async () => {
  await closeBrowser()
  await running?.end()
})

const at = (address: string) => `${running.portalUrl}${address}`

const ways = waysGone<[string, { email: string; given: string; family: string }, PersonOptions]>([
  ['without scripts, 320 px wide', { email: 'rep@example.test', given: 'Rosa', family: 'Feld' }, { javaScript: false, width: 320 }],
  ['with scripts', { email: 'firm-rep@example.test', given: 'Jonas', family: 'Lind' }, { javaScript: true }],
], 0)

type Named = { readonly given: string; readonly family: string }

const named = (running: RunningPortolan, form: string, name: string): ScenarioPerson => scenarioPeople(running, form).find((each) => each.name === name) ?? assert.fail(name)

/** The described people of both forms, prepared by this representative; what a client answers by accepting is no page here. */
function preparedBy({ given, family }: Named) {
  const helped = named(running, 'i-90', 'expired card with an interpreter and a preparer')
  const notice = named(running, 'g-28', 'attorney for a petitioner')
  const form = {
    ...helped,
    pages: helped.pages.map((page) => (page.path.endsWith('/preparer') ? { ...page, values: { ...page.values, 'Preparer’s family name (last name)': family, 'Preparer’s given name (first name)': given } } : page)),
  }
  const own = { 'Family name (last name)': family, 'Given name (first name)': given, 'Middle name': '', 'Your USCIS Online Account Number': '' }
  const pages = notice.pages
    .filter(({ path }) => !path.endsWith('/client-signature'))
    .map((page) => (page.path.endsWith('/representative-name') ? { ...page, values: own } : page))
  return { form, notice: { ...notice, pages } }
}

async function begin(who: Person): Promise<string> {
  await who.goTo(at('/clients'))
  await who.page.getByRole('link', { name: 'Okafor, Daniel', exact: true }).first().click()
  await who.follow('Prepare a form')
  await inOtherLanguages(who, who.page.url())
  assert.equal(await who.press('Begin the form'), 422)
  await who.choose('Form I-90, Application to Replace Permanent Resident Card')
  assert.equal(await who.press('Begin the form'), 200)
  assert.match(await who.text(), /Your turn: fill in the form and Form G-28/)
  return who.at()
}

/** From the page of the preparation through one of its drafts and back. */
async function fill(who: Person, preparation: string, link: string, scenario: ScenarioPerson) {
  await who.goTo(at(preparation))
  await who.follow(link)
  const draft = who.at()
  assert.match(await who.text(), /For Daniel Okafor/)
  await who.follow('Continue')
  await fillPages(who, draft, scenario)
  if (Object.keys(scenario.files).length > 0) {
    await uploadAll(who, scenario)
    await eventually('checked files', async () => {
      if (/Being checked/.test(await who.text())) return void (await who.reload())
      return true
    })
  }
}

async function proveAgain(who: Person, email: string) {
  if (who.at() !== '/sign-in/again') return
  await who.type('Secure One-time Password', await journey.mailbox.code(email))
  await who.press('Submit')
}

async function signBoth(who: Person, email: string, { given, family }: Named) {
  await who.follow('Read and sign')
  await proveAgain(who, email)
  await inOtherLanguages(who, who.page.url())
  await proveAgain(who, email)
  await who.type('Your full legal name, to sign the form as its preparer', 'Somebody Else')
  await who.type('Your full legal name, to sign Form G-28', `${given} ${family}`)
  assert.equal(await who.press('Sign both under penalty of perjury'), 422)
  await who.type('Your full legal name, to sign the form as its preparer', `${given} ${family}`)
  assert.equal(await who.press('Sign both under penalty of perjury'), 200, await errorsOn(who))
}

async function issue(who: Person): Promise<string> {
  assert.equal(await who.press('Issue the passcode'), 200)
  const code = /[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]/.exec(await who.text())?.[0]
  assert.ok(code, 'the page shows the passcode')
  await who.reload()
  assert.equal((await who.text()).includes(code), false)
  return code
}

for (const [way, names, options] of ways)
  test(`a representative prepares a form for a client, signs it with its notice of appearance, gives the passcode, and takes it back to change it, ${way}`, async () => {
    const { email } = names
    const who = await person(options)
    await signIn(who, journey, email)
    const preparation = await begin(who)
    const { form, notice } = preparedBy(names)
    await fill(who, preparation, 'Form G-28, notice of appearance', notice)
    await fill(who, preparation, 'Form I-90, Application to Replace Permanent Resident Card', form)
    await who.goTo(at(preparation))
    await inOtherLanguages(who, at(preparation))
    assert.match(await who.text(), /Your turn: read and sign/)
    await signBoth(who, email, names)
    const first = await issue(who)
    assert.match(await who.text(), /A passcode was issued already/)
    const second = await issue(who)
    assert.notEqual(first, second)
    await who.goTo(at(preparation))
    assert.match(await who.text(), /Your client’s turn: enter the passcode/)
    await who.follow('Take back to change')
    await inOtherLanguages(who, who.page.url())
    assert.equal(await who.press('Take back to change'), 200)
    assert.match(await who.text(), /You took it back[\s\S]*Your turn: read and sign/)
    await who.end()
  })
