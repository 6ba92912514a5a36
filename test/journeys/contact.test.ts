import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { type RunningPortolan, runningPortolan } from '../running.ts'
import { closeBrowser, type Person, person, type PersonOptions } from './browser.ts'
import { linkIn, mailboxOf } from './post.ts'
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

async function as(options: PersonOptions, act: (who: Person) => Promise<void>) {
  const who = await person(options)
  await act(who)
  await who.end()
}

const ways = waysGone<PersonOptions>([{ javaScript: false, width: 320 }, { javaScript: true }], 1)

for (const way of ways) {
  const scripts = way.javaScript ? 'with scripts' : 'without scripts, 320 px wide'

  test(`given a new home abroad, one press changes the account and every pending case, and says which, ${scripts}`, () =>
    as(way, async (who) => {
      await signIn(who, journey, 'maria@example.test')
      await who.goTo(at('/account/contact/address/physical?country=US'))
      await who.type('Street and number', 'Av. Juárez 4')
      await who.select('Country', 'Mexico')
      if (way.javaScript) await who.page.getByLabel('Neighborhood (colonia)', { exact: true }).waitFor()
      else await who.press('Show the fields for this country')
      assert.equal(await who.page.getByLabel('ZIP Code', { exact: true }).count(), 0)
      if (way.javaScript) assert.equal(await who.page.getByLabel('Street and number', { exact: true }).inputValue(), 'Av. Juárez 4')
      else await who.type('Street and number', 'Av. Juárez 4')
      await who.type('Postal code', '123')
      assert.equal(await who.press('Change address'), 422)
      assert.match(await who.text(), /In this country it looks like 06500/)
      await who.type('City or town', 'Ciudad de México')
      await who.type('State', 'CDMX')
      await who.type('Postal code', '06010')
      await who.press('Change address')
      assert.match(who.at(), /^\/account\/contact\/address-changes\//)
      const receipts = (await who.text()).match(/[A-Z]{3}[ \d]{10,}/g) ?? []
      assert.ok(receipts.length >= 2, `${receipts.length} cases are named`)
      await journey.mailbox.next({ to: 'maria@example.test', subject: 'Your address was changed' })
      await who.follow('Contact information')
      assert.match(await who.text(), /06010 Ciudad de México, CDMX/)
    }))
}

test('given a user name that somebody else changed, its holder takes it back from the old mailbox', () =>
  as({ javaScript: false }, async (who) => {
    await signIn(who, journey, 'sam@example.test')
    await who.goTo(at('/account/contact'))
    await who.goTo(at('/account/contact/email'))
    await who.type('New email address', 'sam-new@example.test')
    await who.press('Send the link')
    await who.goTo(linkIn(await journey.mailbox.next({ to: 'sam-new@example.test', subject: 'Confirm this email address' })))
    await who.press('Confirm email address')
    assert.match(await who.text(), /sam-new@example\.test/)
    const undo = linkIn(await journey.mailbox.next({ to: 'sam@example.test', subject: 'A change in how we reach you' }))
    await as({ javaScript: true }, async (holder) => {
      await holder.goTo(undo)
      await holder.press('Undo this change')
      assert.equal(await holder.heading(), 'The change is undone')
    })
    await who.goTo(at('/account'))
    assert.equal(who.at(), '/sign-in')
    await who.goTo(at('/sign-in'))
    await who.type('Email address', 'sam@example.test')
    await who.type('Password', 'Portolan!demo1')
    await who.press('Sign In')
    assert.match(await who.text(), /email address or the password is not right/)
  }))

/** In how many lines the first cell of these words is set. */
const linesOf = (who: Person, words: string) =>
  who.page
    .getByRole('cell', { name: words, exact: true })
    .first()
    .evaluate((cell) => {
      const words = document.createRange()
      words.selectNodeContents(cell)
      return new Set([...words.getClientRects()].map(({ top }) => Math.round(top))).size
    })

test('given names in two scripts, a person writes them as they are, by the keyboard alone', () =>
  as({ javaScript: true, keyboardOnly: true }, async (who) => {
    await signIn(who, journey, 'maria@example.test')
    await who.goTo(at('/account/profile/names'))
    await who.type('Given names', 'Xiaoming')
    await who.type('Family name', '王')
    await who.choose('Family name first')
    await who.type('Your name in your own letters', '王小明')
    await who.press('Save')
    assert.match(await who.text(), /王 Xiaoming[\s\S]*王小明/)
    await who.goTo(at('/account/notifications'))
    assert.match(await who.text(), /cannot be switched off/)
    assert.equal(await linesOf(who, 'Email'), 1, 'no word of the list of messages is broken in two')
    await who.press('Save')
    assert.match(await who.text(), /Your choices are saved/)
  }))
