import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { type RunningPortolan, runningPortolan } from '../running.ts'
import { bringCard, openFileAtDesk, recordClearChecks } from './after-filing-steps.ts'
import { closeBrowser, type Person, person, type PersonOptions } from './browser.ts'
import { type MovedClock, movedClock } from './moved-clock.ts'
import { mailboxOf } from './post.ts'
import { type Journey, signIn } from './sign-up-steps.ts'

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

const phone: PersonOptions = { javaScript: false, width: 320 }

/** A case of Maria's of this form, as its path: a link may lead to a page of the case. */
async function caseOf(maria: Person, form: string): Promise<string> {
  await maria.goTo(`${running.portalUrl}/account`)
  for (const link of await maria.page.locator('a[href^="/cases/IOE"]').all()) {
    const around = await link.locator('xpath=ancestor::*[self::li or self::section or self::tr or self::article][1]').innerText()
    if (around.includes(form)) return /^\/cases\/\w+/.exec((await link.getAttribute('href')) ?? '')?.[0] ?? ''
  }
  throw new Error(`Maria has no case of ${form}`)
}

async function atDesk(email: string, path: string, options: PersonOptions = { javaScript: false }): Promise<Person> {
  const desk = await person(options)
  await openFileAtDesk(desk, email, path.split('/')[2] ?? '', { running, clock })
  return desk
}

test('given a case, an officer proposes to deny it, a supervisor agrees, and its person reads why and what they may still do and by when', async () => {
  const maria = await person(phone)
  await signIn(maria, journey, 'maria@example.test')
  const own = await caseOf(maria, 'I-130')
  const officer = await atDesk('officer@example.test', own, phone)
  await officer.follow('Go to decisions')
  await officer.follow('Propose to deny')
  assert.equal(await officer.press('Propose the denial'), 422)
  assert.match(await officer.text(), /Choose at least one ground[\s\S]*Write to the person why you decide so/)
  await officer.choose('The papers do not prove how you and the person you filed for are related.')
  await officer.type('Words to the person', 'We looked at the birth certificate.\nIt names another mother.')
  await officer.type('Note for the office', 'Certificate 3 of 4.')
  assert.equal(await officer.press('Propose the denial'), 200)
  assert.match(await officer.text(), /You proposed it: a supervisor who is somebody else has to agree/)
  await maria.goTo(`${running.portalUrl}${own}/decision`)
  assert.doesNotMatch(await maria.text(), /birth certificate/)

  const supervisor = await atDesk('supervisor@example.test', own)
  await supervisor.goTo(`${running.officeUrl}/approvals`)
  await supervisor.follow('Denials')
  assert.match(await supervisor.text(), /Certificate 3 of 4\.[\s\S]*It names another mother\.[\s\S]*Appeal to the Board of Immigration Appeals/)
  assert.equal(await supervisor.press('Agree: deny the case'), 200)
  assert.match(await supervisor.text(), /You agreed\. The case is decided/)

  await maria.goTo(`${running.portalUrl}${own}`)
  await maria.follow('See the decision')
  const read = await maria.text()
  assert.match(read, /Case Was Denied[\s\S]*Ask us to look again \(motion\)[\s\S]*Until[\s\S]*8 CFR 103\.5\(a\)\(1\)\(i\)[\s\S]*It names another mother\./)
  assert.doesNotMatch(read, /Certificate 3 of 4/)
})

test('given a case, its checks are recorded and it is approved; its card is made, mailed and delivered, and its person follows it', async () => {
  const maria = await person({ javaScript: true })
  await signIn(maria, journey, 'maria@example.test')
  const own = await caseOf(maria, 'I-90')
  const officer = await atDesk('officer@example.test', own, { javaScript: true })
  const number = own.split('/')[2] ?? ''
  await recordClearChecks(officer, number, { running, clock })
  await officer.goTo(`${running.officeUrl}${own}/approve`)
  assert.match(await officer.text(), /Every check is clear and still counts[\s\S]*Case Was Approved/)
  await officer.type('Note for the office', 'All is there.')
  assert.equal(await officer.press('Approve the case'), 200)
  await bringCard(officer, number, '9400 1118 9922 3197 4281 54', { running, clock })
  await maria.goTo(`${running.portalUrl}${own}/decision`)
  assert.match(await maria.text(), /Card Was Delivered[\s\S]*Permanent Resident Card[\s\S]*9400 1118 9922 3197 4281 54[\s\S]*Delivered[\s\S]*Did it not come\?/)
})
