import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { emailHash } from '../../src/accounts/index.ts'
import { type RunningPortolan, runningPortolan } from '../running.ts'
import { closeBrowser, type Person, person, type PersonOptions } from './browser.ts'
import { inOtherLanguages } from './desk-steps.ts'
import { type MovedClock, movedClock } from './moved-clock.ts'
import { signInAtDesk } from './office-steps.ts'
import { mailboxOf } from './post.ts'
import { type Journey, signIn } from './sign-up-steps.ts'
import { waysGone } from './ways.ts'

let running: RunningPortolan
let journey: Journey
let clock: MovedClock

before(async () => {
  clock = movedClock()
  running = await runningPortolan({ seeded: true, clock })
  journey = { running, mailbox: await mailboxOf(running) }
})

after(async () => {
  await closeBrowser()
  await running?.end()
})

/** The representatives of the demonstration have a practice: these begin with none. */
async function beginsAnew(email: string) {
  const { owner } = running.database.pools
  assert.ok(owner)
  const { id } = await owner.selectFrom('accounts.account').select('id').where('email_hash', '=', emailHash(running.deployment.services.keys, email)).executeTakeFirstOrThrow()
  for (const table of ['representation.certification', 'representation.licence', 'representation.practice', 'profile.person'] as const) await owner.deleteFrom(table).where('account', '=', id).execute()
}

const at = (address: string) => `${running.portalUrl}${address}`

const ways = waysGone<[string, string, PersonOptions]>([
  ['without scripts, 320 px wide', 'rep@example.test', { javaScript: false, width: 320 }],
  ['with scripts, by keyboard alone', 'firm-rep@example.test', { javaScript: true, keyboardOnly: true }],
], 0)

async function stateName(who: Person) {
  await who.follow('State your name')
  await who.type('Given names', 'Ana')
  await who.type('Family name', 'Reyes')
  await who.press('Save')
  await who.goTo(at('/account/practice'))
}

async function stateDetails(who: Person) {
  await who.follow('Enter your details')
  assert.equal(await who.press('Save'), 422)
  await who.type('Firm or recognized organization', 'Reyes Law')
  await who.type('Street and number', '9 Hill Road')
  await who.type('City or town', 'Utica')
  await who.select('State', 'New York')
  await who.type('ZIP Code', '13501')
  await who.type('Business phone number', '202 555 0123')
  await who.type('Business email address', 'office@example.test')
  assert.equal(await who.press('Save'), 200)
  assert.match(await who.text(), /Your details are saved/)
}

async function addBar(who: Person) {
  await who.follow('Add it')
  await inOtherLanguages(who, at('/account/practice/licences'))
  assert.equal(await who.press('Add licence'), 422)
  await who.select('Which bar are you admitted to?', 'New York')
  await who.type('Bar number', '471-1')
  await who.date('When were you admitted?', '2015-03-04')
  assert.equal(await who.press('Add licence'), 200)
  assert.match(await who.text(), /New York[\s\S]*Not checked yet/i)
}

async function certify(who: Person) {
  await who.follow('Read and certify')
  assert.match(await who.text(), /under penalty of perjury under the laws/)
  await who.type('Full legal name', 'Somebody Else')
  assert.equal(await who.press('Certify under penalty of perjury'), 422)
  await who.type('Full legal name', 'Ana Reyes')
  assert.equal(await who.press('Certify under penalty of perjury'), 200)
  assert.match(await who.text(), /Nothing is missing in your practice/)
}

/** An officer of intake looks at what waits, and says what they found. */
async function look(options: PersonOptions, found: 'Verify' | 'Do not accept') {
  const desk = await person(options)
  await signInAtDesk(desk, 'intake@example.test', { running, clock })
  await desk.follow('Check licences of representatives')
  await desk.page.getByRole('link', { name: 'New York', exact: true }).first().click()
  assert.match(await desk.text(), /Ana Reyes[\s\S]*Reyes Law/)
  if (found === 'Do not accept') {
    await desk.follow('Do not accept')
    assert.equal(await desk.press('Do not accept'), 422)
    await desk.type('Reason', 'The roll has another number')
  }
  assert.equal(await desk.press(found), 200)
  assert.match(await desk.text(), /What you found is kept/)
  await desk.end()
}

for (const [way, email, options] of ways)
  test(`a representative states their practice and certifies it; the office looks at a licence, and they read what was found, ${way}`, async () => {
    await beginsAnew(email)
    const who = await person(options)
    await signIn(who, journey, email)
    await who.follow('Go to your practice')
    assert.equal(await who.heading(), 'Your practice')
    await stateDetails(who)
    await stateName(who)
    await addBar(who)
    await certify(who)
    await look(options, 'Do not accept')
    await journey.mailbox.next({ to: email, subject: /We looked at something/ })
    await who.goTo(at('/account/practice'))
    assert.match(await who.text(), /Not accepted[\s\S]*The roll has another number/i)
    await who.follow('Change New York')
    await who.type('Bar number', '471-2')
    assert.equal(await who.press('Save'), 200)
    assert.match(await who.text(), /Not checked yet/i)
    await look(options, 'Verify')
    await who.goTo(at('/account/practice'))
    assert.match(await who.text(), /We verified it on/)
    await who.press('Remove New York')
    assert.match(await who.text(), /New York is removed/)
    await who.press('Put it back')
    assert.match(await who.text(), /The licence is back as it was[\s\S]*Verified/i)
    await inOtherLanguages(who, at('/account/practice'))
    await who.end()
  })

test('to an applicant there is no practice', async () => {
  const who = await person({ javaScript: false })
  await signIn(who, journey, 'sam@example.test')
  for (const address of ['/account/practice', '/account/practice/details', '/account/practice/licences', '/account/practice/certify']) assert.equal(await who.goTo(at(address)), 404)
  await who.end()
})
