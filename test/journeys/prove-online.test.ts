import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { recordEntry } from '../../src/audit/index.ts'
import { paperRow } from '../cast/intake-rows.ts'
import { lettersAbout, takeIn } from '../cast/paper-case.ts'
import { type RunningPortolan, runningPortolan } from '../running.ts'
import { type Desk, openFileAtDesk } from './after-filing-steps.ts'
import { closeBrowser, type Person, type PersonOptions, person } from './browser.ts'
import { movedClock } from './moved-clock.ts'
import { mailboxOf } from './post.ts'
import { type Journey, signIn } from './sign-up-steps.ts'
import { waysGone } from './ways.ts'

let running: RunningPortolan
let journey: Journey
let desk: Desk
before(async () => {
  const clock = movedClock()
  running = await runningPortolan({ seeded: true, clock })
  journey = { running, mailbox: await mailboxOf(running) }
  desk = { running, clock }
})
after(async () => {
  await closeBrowser()
  await running?.end()
})

const email = 'sam@example.test'

/** A form of theirs that came on paper, added by the code of its notice. */
async function addPaperCase(who: Person, number: string) {
  const { services } = running.deployment
  const pool = running.database.pools.worker
  await takeIn({ database: running.database, services: services as never, parts: { pool, services, record: recordEntry } as never }, paperRow({ receiptNumber: number }))
  const [notice] = await lettersAbout({ database: running.database, services }, number)
  await who.goTo(`${running.portalUrl}/cases/add`)
  await who.type('Receipt number', number)
  await who.type('Online Access Code (optional)', String(notice?.accessCode))
  await who.date('Date of birth', String(paperRow().person.dateOfBirth))
  await who.press('Add case')
}

const button = 'Prove it online with Demonstration ID'

/** Goes to the stand-in and lets it say something. */
async function goAndSay(who: Person, word: string) {
  assert.equal(await who.press(button), 200)
  assert.match(await who.text(), /This is no real provider/)
  await who.choose(word, 'What should it say?')
  assert.equal(await who.press('Go back with this answer'), 200)
  assert.ok(!/state|code/.test(who.page.url()), 'nothing of the answer stays in the address')
}

const ways = waysGone<[string, PersonOptions]>([
  ['without scripts, on a narrow screen', { javaScript: false, width: 320 }],
  ['with scripts, by keyboard alone', { javaScript: true, keyboardOnly: true }],
], 0)

for (const [index, [way, options]] of ways.entries())
  test(`given a request to prove who they are, a person turns back at the provider, comes with another name, and then with their own, and the officer sees each; ${way}`, async () => {
    const sam = await person(options)
    await signIn(sam, journey, email)
    const number = `IOE91000000${index}1`
    await addPaperCase(sam, number)
    const officer = await person({ javaScript: false })
    await openFileAtDesk(officer, 'officer@example.test', number, desk)
    await officer.enter('Why do you ask?', 'Their names differ')
    assert.equal(await officer.press('Ask for proof'), 200)

    await sam.goTo(`${running.portalUrl}/cases/${number}`)
    const prove = (await sam.page.locator('a[href*="/identity/"]').first().getAttribute('href')) ?? ''
    await sam.goTo(`${running.portalUrl}${prove}`)
    await goAndSay(sam, 'Nothing: you turn back')
    assert.match(await sam.text(), /You did not finish it/)
    await goAndSay(sam, 'You are somebody with another name')
    assert.match(await sam.text(), /That does not fit this case[\s\S]*show it in person/)
    await officer.goTo(`${running.officeUrl}/cases/${number}`)
    assert.match(await officer.text(), /Demonstration ID \(level demonstration\) vouched for another name or date of birth/)
    assert.doesNotMatch(await officer.text(), /Robin/)

    await goAndSay(sam, 'You are the person of the case')
    assert.match(await sam.text(), /You have proved who you are[\s\S]*Demonstration ID told us who you are/)
    await officer.goTo(`${running.officeUrl}/cases/${number}`)
    assert.match(await officer.text(), /Confirmed by Demonstration ID, level demonstration, on/)
    await sam.end()
    await officer.end()
  })
