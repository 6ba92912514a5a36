import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { type RunningPortolan, runningPortolan } from '../running.ts'
import { bringCard, type Desk, fileForLostCard, openFileAtDesk, recordClearChecks, settled, told } from './after-filing-steps.ts'
import { closeBrowser, type Person, person } from './browser.ts'
import { errorsOn, paper, upload } from './filing-steps.ts'
import { movedClock } from './moved-clock.ts'
import { mailboxOf } from './post.ts'
import { signInAtDesk } from './office-steps.ts'
import { type Journey, signIn } from './sign-up-steps.ts'

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
const caseOf = (url: string, number: string, page = '') => `${url}/cases/${number}${page}`

async function press(who: Person, button: string) {
  assert.equal(await who.press(button), 200, `${button}: ${await errorsOn(who)}`)
}

/** The office asks for a document and an explanation. */
async function askForEvidence(officer: Person, number: string) {
  await officer.goTo(caseOf(running.officeUrl, number, '/evidence-request'))
  await officer.page.getByLabel('Request for more evidence').first().check()
  await officer.page.getByLabel('A document that shows who you are').check()
  await officer.page.getByLabel('What happened to your card').check()
  await press(officer, 'Save and preview')
  await press(officer, 'Send request')
  assert.match(await officer.text(), /The request was sent/)
}

/** The person answers each point on its page, reads it all and sends it once. */
async function answerRequest(who: Person, number: string) {
  await who.goTo(caseOf(running.portalUrl, number))
  assert.match(await who.text(), /Answer our request for evidence/, 'what is asked stands on the page of the case')
  await who.goTo(caseOf(running.portalUrl, number, '/requests'))
  await who.follow('Request for more evidence')
  const request = who.at()
  await who.page.getByRole('link', { name: /A document that shows who you are/ }).first().click()
  await upload(who, 'Add files', paper('passport.pdf'))
  await settled(who, /Being checked/)
  await who.goTo(`${running.portalUrl}${request}`)
  await who.page.getByRole('link', { name: /What happened to your card/ }).first().click()
  await who.type('Your answer', 'It was lost on a bus in May. I told the police on the same day.')
  await press(who, 'Save')
  await who.goTo(`${running.portalUrl}${request}/review`)
  await press(who, 'Send answer')
  assert.match(await who.text(), /We received your answer/)
}

/** Days are opened at an office, the interview is booked, and its person takes another time once. */
async function interview(who: Person, officer: Person, supervisor: Person, number: string) {
  const first = desk.clock.now().toZonedDateTimeISO('America/New_York').toPlainDate().add({ days: 7 })
  await supervisor.goTo(`${running.officeUrl}/appointments/times`)
  await supervisor.page.locator('form').filter({ hasText: 'Open these days' }).getByLabel('Office').selectOption({ label: 'Newark Field Office' })
  await supervisor.page.locator('form').filter({ hasText: 'Open these days' }).getByLabel('What for').selectOption({ label: 'Interview' })
  await supervisor.date('First day', `${first}`)
  await supervisor.date('Last day', `${first.add({ days: 6 })}`)
  await press(supervisor, 'Open these days')

  await officer.goTo(caseOf(running.officeUrl, number, '/appointments?kind=interview&office=field-office-newark'))
  await officer.page.getByRole('radio').first().check()
  await press(officer, 'Book this time')
  assert.match(await officer.text(), /Everybody on the case is told/)

  await who.goTo(caseOf(running.portalUrl, number, '/appointments'))
  await who.page.getByRole('link', { name: 'Interview' }).first().click()
  const appointment = who.at()
  await who.follow('Choose another time')
  await who.page.getByRole('radio').last().check()
  await who.page.getByLabel('Why you need another time').selectOption({ index: 1 })
  await press(who, 'Take this time')
  assert.match(await who.text(), /You have a new time/)

  desk.clock.pass({ hours: 24 * 21 })
  return appointment
}

/** Each writes to the other, and both have read it. */
async function messages(who: Person, officer: Person, number: string) {
  await who.goTo(caseOf(running.portalUrl, number, '/messages'))
  await who.enter('What it is about', 'An appointment')
  await who.type('Message', 'Thank you for the new time.')
  await press(who, 'Send message')
  await officer.goTo(`${running.officeUrl}/messages`)
  await officer.page.locator(`a[href^="/cases/${number}/messages/"]`).first().click()
  await officer.type('Answer', 'You are welcome.')
  await press(officer, 'Send answer')
  await who.reload()
  assert.match(await who.text(), /You are welcome\./)
}

test('given a filing, evidence is asked for and sent, an interview is moved once, each writes to the other, and it ends with an approval and a card that came', async () => {
  const sam = await person({ javaScript: false, width: 390 })
  await signIn(sam, journey, email)
  const number = await fileForLostCard(sam, journey, email)

  const officer = await person({ javaScript: false })
  await openFileAtDesk(officer, 'officer@example.test', number, desk)
  await askForEvidence(officer, number)
  await answerRequest(sam, number)
  await officer.goTo(caseOf(running.officeUrl, number))
  await told(officer, /Answered/)

  const supervisor = await person({ javaScript: false })
  await signInAtDesk(supervisor, 'supervisor@example.test', desk)
  const appointment = await interview(sam, officer, supervisor, number)

  // Both sessions are over by the day of the interview.
  await openFileAtDesk(officer, 'officer@example.test', number, desk)
  await officer.goTo(`${running.officeUrl}${appointment}`)
  await press(officer, 'They came')
  await signIn(sam, journey, email)
  await messages(sam, officer, number)

  await recordClearChecks(officer, number, desk)
  await officer.goTo(caseOf(running.officeUrl, number, '/approve'))
  await officer.type('Note for the office', 'Everything is in order.')
  await press(officer, 'Approve the case')
  await sam.goTo(caseOf(running.portalUrl, number))
  assert.match(await sam.text(), /approved/i)

  await bringCard(officer, number, '9400 1118 9922 3197 4281 54', desk)
  await sam.goTo(caseOf(running.portalUrl, number))
  assert.match(await sam.text(), /Delivered/i)
  await sam.goTo(caseOf(running.portalUrl, number, '/notices'))
  assert.match(
    await sam.text(),
    /Your card or document[\s\S]*We approved your filing[\s\S]*Your appointment has changed[\s\S]*Your appointment[\s\S]*We need more documents from you[\s\S]*We received your filing/,
  )
})
