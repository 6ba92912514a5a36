import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { signUpAs } from '../guards/meet.ts'
import { type RunningPortolan, runningPortolan } from '../running.ts'
import { standApart } from './apart.ts'
import { closeBrowser, type Person, person, type PersonOptions } from './browser.ts'
import { mailboxOf } from './post.ts'
import { giveBothFactors, goodPassword, type Journey, signIn, walkSignUp } from './sign-up-steps.ts'
import { waysGone } from './ways.ts'

let running: RunningPortolan
let journey: Journey

before(async () => {
  running = await runningPortolan()
  journey = { running, mailbox: await mailboxOf(running) }
})

after(async () => {
  await closeBrowser()
  await running?.end()
})

const at = (address: string) => `${running.portalUrl}${address}`

async function as(options: PersonOptions, act: (who: Person) => Promise<void>) {
  const who = await person(options)
  await act(who)
  await who.end()
}

const ways = waysGone<[string, PersonOptions]>([
  ['without scripts, 320 px wide', { javaScript: false, width: 320 }],
  ['with scripts', { javaScript: true }],
], 0)

async function nameOther(who: Person, email: string, password: string) {
  await who.type('Email address of the other account', email)
  await who.type('Password of the other account', password)
  return who.press('Go on')
}

const numberOf = async (client: Awaited<ReturnType<typeof signUpAs>>['client']) =>
  /\b\d{4} \d{4} \d{4}\b/.exec((await client.get('/account/profile')).html)?.[0]?.replaceAll(' ', '') ?? ''

/** The gaps in a number are drawn, not typed. */
const unspaced = async (who: Person) => (await who.text()).replace(/\s/g, '')

/** The terms changed since: what everybody agreed to last is an older version now. */
async function termsAreNewer(older: string) {
  const { owner } = running.database.pools
  await owner?.updateTable('accounts.terms_agreement').set({ version: older }).where('version', '=', '2026-11').execute()
  await owner?.updateTable('accounts.account').set({ terms_version: older }).where('terms_version', '=', '2026-11').execute()
}

for (const [scripts, options] of ways) {
  const named = options.javaScript ? 'scripts' : 'plain'

  test(`given two accounts, a person shows that both are theirs and has one, and both numbers lead there, ${scripts}`, async () => {
    const [kept, other] = [`kept-${named}@example.test`, `other-${named}@example.test`]
    const retired = await signUpAs(running, journey.mailbox, other)
    const number = await numberOf(retired.client)
    await signUpAs(running, journey.mailbox, kept)
    const who = await person(options)
    await signIn(who, journey, kept)
    await who.goTo(at('/account/profile'))
    await who.follow('You have two accounts? Merge them')
    assert.equal(await nameOther(who, kept, goodPassword), 422)
    assert.match(await who.text(), /That is the account you are signed in to/)
    assert.equal(await nameOther(who, other, 'Not-that-1'), 422)
    await nameOther(who, other, goodPassword)
    assert.equal(who.at(), '/account/merge/verification-code')
    await who.type('Secure One-time Password', 'abc')
    assert.equal(await who.press('Submit'), 422)
    await who.type('Secure One-time Password', await journey.mailbox.code(other))
    await who.press('Submit')
    assert.equal(await who.heading(), 'Merge these two accounts?')
    for (const shown of [kept, other, number]) assert.ok((await unspaced(who)).includes(shown), shown)
    await who.press('Merge the two accounts')
    assert.equal(await who.heading(), 'The two accounts are one')
    for (const to of [kept, other]) await journey.mailbox.next({ to, subject: 'Two accounts were merged' })

    await retired.client.get('/account')
    assert.match(retired.client.last.at, /^\/sign-in/, 'the other account is signed out')
    await who.goTo(at('/account/profile'))
    assert.match(await unspaced(who), new RegExp(`Alsoleadshere.*${number}`))
    await who.press('Sign Out')
    await who.end()
  })

  test(`given newer terms, a person agrees to them before anything else, and reads both later, ${scripts}`, () =>
    as(options, async (who) => {
      const email = `agreed-${named}@example.test`
      await signUpAs(running, journey.mailbox, email)
      const older = options.javaScript ? '2025-02' : '2025-01'
      await termsAreNewer(older)
      await signIn(who, journey, email)
      assert.equal(who.at(), '/sign-up/terms')
      assert.match(await who.text(), /have changed since you agreed/)
      await who.goTo(at('/account/security'))
      assert.equal(who.at(), '/sign-up/terms', 'there is no way around them')
      await who.press('I Agree')
      assert.equal(who.at(), '/account')
      await who.goTo(at('/account/terms'))
      for (const version of ['2026-11', older]) assert.ok((await who.text()).includes(version), version)
    }))

  test(`given a representative, the sign-up asks what kind, and leads to their practice, ${scripts}`, () =>
    as(options, async (who) => {
      const email = `attorney-${named}@example.test`
      await walkSignUp(who, journey, email, '/sign-up', '/services')
      assert.equal(await who.press('Submit'), 422, 'the account type is asked')
      await who.choose('I am a legal representative')
      await who.press('Submit')
      assert.equal(who.at(), '/sign-up/representative')
      assert.match(await who.text(), /It leads you to your practice/)
      assert.equal(await who.press('Submit'), 422)
      await who.choose('Attorney')
      await who.press('Submit')
      assert.equal(who.at(), '/account')
      await journey.mailbox.next({ to: email, subject: /account was created/ })
      await who.follow('Go to your practice')
      assert.equal(await who.heading(), 'Your practice')
      await who.goTo(at('/account/profile'))
      assert.match(await who.text(), /Legal representative/)
    }))

  test(`given numbers on papers, the profile tells the three kinds apart, and the services page leads to the others, ${scripts}`, () =>
    as(options, async (who) => {
      const email = `papers-${named}@example.test`
      const number = await numberOf((await signUpAs(running, journey.mailbox, email)).client)
      await who.goTo(at('/sign-in?next=/account/profile'))
      await giveBothFactors(who, journey, email)
      await standApart(who, '.card > .facts')
      const digit = number.endsWith('1') ? '2' : '1'
      for (const [typed, said] of [
        ['IOE9012345677', /That is a receipt number/],
        ['A012345678', /That is an A-Number/],
        [number.slice(0, -1) + digit, /one of the digits is not right/],
        ['12', /That is none of the three numbers|Count what you typed/],
        [number, /That is your Online Account Number/],
      ] as const) {
        await who.type('Number from your papers', typed)
        await who.press('Check this number')
        assert.match(await who.text(), said)
      }
      await who.goTo(at('/account/profile/a-number'))
      await who.type('A-Number', 'IOE9012345677')
      assert.equal(await who.press('Save'), 422)
      await who.type('A-Number', 'A012345678')
      await who.press('Save')
      assert.match(await who.text(), /Your A-Number is saved\. It is not proven yet/)

      await who.goTo(at('/services'))
      assert.equal(await who.heading(), 'Welcome to your USCIS Online Account')
      await who.page.getByRole('link', { name: /^Go to/ }).first().waitFor()
      await who.follow('myUSCIS')
      assert.equal(who.at(), '/account')
    }))
}
