import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { emailHash } from '../../src/accounts/index.ts'
import { newId } from '../../src/platform/ids.ts'
import { type RunningPortolan, runningPortolan } from '../running.ts'
import { closeBrowser, type Person, person, type PersonOptions } from './browser.ts'
import { inOtherLanguages } from './desk-steps.ts'
import { type MovedClock, movedClock } from './moved-clock.ts'
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

const at = (address: string) => `${running.portalUrl}${address}`

const ways = waysGone<[string, string, PersonOptions]>([
  ['without scripts, 320 px wide', 'rep@example.test', { javaScript: false, width: 320 }],
  ['with scripts, by keyboard alone', 'firm-rep@example.test', { javaScript: true, keyboardOnly: true }],
], 0)

/** The representative on a case of Maria's, as a code from a notice would put them there. */
async function represents(email: string): Promise<string> {
  const { owner } = running.database.pools
  assert.ok(owner)
  const accountOf = async (address: string) =>
    (await owner.selectFrom('accounts.account').select('id').where('email_hash', '=', emailHash(running.deployment.services.keys, address)).executeTakeFirstOrThrow()).id
  const its = await owner
    .selectFrom('cases.party')
    .innerJoin('cases.case', 'cases.case.id', 'cases.party.case')
    .select(['cases.case.id', 'receipt_number'])
    .where('account', '=', await accountOf('maria@example.test'))
    .orderBy('receipt_number')
    .executeTakeFirstOrThrow()
  await owner.insertInto('cases.party').values({ id: newId(), case: its.id, account: await accountOf(email), role: 'representative', from_at: clock.now() } as never).execute()
  return its.receipt_number
}

async function checkAndReport(who: Person) {
  await who.goTo(at('/help'))
  await who.follow('Check a representative')
  await inOtherLanguages(who, at('/representatives'))
  assert.equal(await who.press('Check'), 422)
  await who.type('Family name of the representative', 'Reyes')
  assert.equal(await who.press('Check'), 422)
  assert.match(await who.text(), /Enter who admitted them and the number/)
  await who.select('Who admitted or accredited them?', 'New York')
  await who.type('Number of that licence', '471-1')
  assert.equal(await who.press('Check'), 200)
  assert.match(await who.text(), /We know nobody who fits/)
  await who.follow('Report somebody who deceives people')
  await inOtherLanguages(who, at('/representatives/report'))
  assert.equal(await who.press('Send report'), 422)
  await who.type('Who is it?', 'Lucky Visa Office')
  await who.type('What happened?', 'They took 900 dollars and filed nothing.')
  await who.press('Send report')
  assert.equal(await who.heading(), 'Your request')
  assert.match(await who.text(), /\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]\b/)
}

for (const [way, email, options] of ways)
  test(`given somebody who offers to represent people, anyone checks and reports them; given one on a case, their client reads what they may do and ends it, and they keep a name and a day, ${way}`, async () => {
    await checkAndReport(await person(options))
    const receiptNumber = await represents(email)
    const rep = await person(options)
    await signIn(rep, journey, email)
    await rep.goTo(at(`/cases/${receiptNumber}`))
    assert.match(await rep.text(), /You represent the person of this case[\s\S]*Only your client may do this:/)
    const maria = await person(options)
    await signIn(maria, journey, 'maria@example.test')
    await maria.goTo(at(`/cases/${receiptNumber}`))
    assert.match(await maria.text(), /What your representative may do/i)
    await maria.page.getByRole('link', { name: /^End their access/ }).first().click()
    assert.equal(await maria.press('End their access'), 200)
    assert.match(await maria.text(), /It is ended/)
    await inOtherLanguages(rep, at('/clients/withdrawn'))
    assert.doesNotMatch(await rep.text(), new RegExp(receiptNumber))
    assert.match(await rep.text(), /Your client ended it on/)
    assert.equal(await rep.goTo(at(`/cases/${receiptNumber}`)), 404)
  })
