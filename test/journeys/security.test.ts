import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { type RunningPortolan, runningPortolan } from '../running.ts'
import { closeBrowser, type Person, person, type PersonOptions } from './browser.ts'
import { linkIn, mailboxOf } from './post.ts'
import { giveBothFactors, type Journey, walkSignUp } from './sign-up-steps.ts'
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

/** The link of the next notice of a new browser. */
const linkOf = async (email: string) =>
  linkIn(await journey.mailbox.next({ to: email, subject: 'New sign-in to your account' }))

async function signedIn(email: string, options: PersonOptions): Promise<Person> {
  const who = await person(options)
  await who.goTo(at('/sign-in'))
  await giveBothFactors(who, journey, email)
  return who
}

for (const javaScript of waysGone([false, true], 1)) {
  const email = `seen-${javaScript ? 'scripts' : 'plain'}@example.test`

  test(`given two browsers, a person sees both, signs the other out, and shuts a stranger out by the mailed link, ${javaScript ? 'with scripts' : 'without scripts'}`, async () => {
    const here = await person({ javaScript })
    await walkSignUp(here, journey, email)
    const other = await signedIn(email, { javaScript, width: 320 })
    await other.goTo(at('/account/security'))
    await here.goTo(at('/account/security'))
    assert.match(await here.text(), /Browsers in which you are signed in[\s\S]*This visit[\s\S]*Sign out/)
    await here.choose('30 minutes')
    await here.press('Save')
    assert.match(await here.text(), /If you do nothing for 30 minutes, you are signed out/)
    await here.press('Sign out everywhere else')
    assert.match(await here.text(), /All other browsers are signed out/)
    await other.reload()
    assert.equal(other.at(), '/sign-in')

    await here.follow('See all sign-ins and changes')
    assert.match(await here.text(), /this visit[\s\S]*You opened the account|You opened the account[\s\S]*this visit/)
    assert.match(await here.text(), /All other browsers were signed out/)
    await here.goTo(at('/account/security/openings'))
    assert.match(await here.text(), /Nobody has opened your file/)

    await other.goTo(await linkOf(email))
    assert.match(await other.text(), /It was you after all\? Then close this page\. Nothing has changed\./)
    await here.goTo(at('/account/security'))
    assert.equal(here.at(), '/account/security', 'opening the link changes nothing')
    await other.press('Shut them out')
    assert.equal(other.at(), '/not-me')
    await here.reload()
    assert.equal(here.at(), '/sign-in')
    await other.follow('Choose a new password')
    assert.equal(other.at(), '/forgot-password')
    await here.end()
    await other.end()
  })
}
