import assert from 'node:assert/strict'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after, before } from 'node:test'
import { samplePdf } from '../../src/platform/preview/sample-files.ts'
import { type RunningPortolan, runningPortolan } from '../running.ts'
import { closeBrowser, type Person, person } from './browser.ts'
import { type MovedClock, movedClock } from './moved-clock.ts'
import { signInAtDesk } from './office-steps.ts'
import { eventually, mailboxOf } from './post.ts'
import { type Journey, signIn } from './sign-up-steps.ts'

let running: RunningPortolan
let journey: Journey
let clock: MovedClock
let letter = ''
before(async () => {
  clock = movedClock()
  running = await runningPortolan({ seeded: true, clock })
  journey = { running, mailbox: await mailboxOf(running) }
  letter = join(mkdtempSync(join(tmpdir(), 'portolan-letter-')), 'letter.pdf')
  writeFileSync(letter, samplePdf())
})
after(async () => {
  await closeBrowser()
  await running?.end()
})

/** Adds a file to what is gathered and waits until it was found clean. */
async function add(who: Person, label: string) {
  await who.upload(label, letter)
  await who.press('Upload')
  await eventually('a file that is ready', async () => {
    if (/Ready/.test(await who.text())) return true
    await who.reload()
    return undefined
  })
}

async function openedFile(own: string): Promise<Person> {
  const desk = await person({ javaScript: false })
  await signInAtDesk(desk, 'officer@example.test', { running, clock })
  await desk.goTo(`${running.officeUrl}${own}`)
  await desk.choose('I work on this case', 'Reason for opening')
  await desk.press('Open file')
  return desk
}

test('given a case, its person sends files with a message, evidence and a question, an officer reads and answers them, and asks who they are, and each sees what the other did; without scripts, on a narrow screen', async () => {
  const maria = await person({ javaScript: false, width: 320 })
  await signIn(maria, journey, 'maria@example.test')
  const own = (await maria.page.locator('a[href^="/cases/IOE"]:not([href*="/appointments/"])').first().getAttribute('href')) ?? ''
  const at = (path: string) => `${running.portalUrl}${own}${path}`

  await maria.goTo(at('/messages'))
  await maria.press('Add files')
  await add(maria, 'File for your message')
  await maria.enter('What it is about', 'Documents I sent or was asked for')
  await maria.type('Message', 'Here is the letter about the harbour')
  assert.equal(await maria.press('Send message'), 200)
  assert.match(await maria.text(), /Your message was sent[\s\S]*harbour[\s\S]*letter\.pdf/)
  await maria.goTo(at('/messages'))
  await maria.type('Search in your messages about this case', 'HARBOUR')
  await maria.press('Search')
  assert.match(await maria.text(), /One message found|1 message found|one message/i)
  assert.ok(!maria.page.url().toLowerCase().includes('harbour'))

  await maria.goTo(at('/evidence'))
  await maria.press('Add files')
  assert.equal(await maria.press('Send'), 422)
  await add(maria, 'Document for your case')
  await maria.type('What these files are', 'A letter that came later')
  assert.equal(await maria.press('Send'), 200)
  assert.match(await maria.text(), /We have your evidence[\s\S]*A letter that came later[\s\S]*letter\.pdf/)

  await maria.goTo(at('/inquiry'))
  assert.equal(await maria.press('Send question'), 422)
  await maria.choose('A notice or card has a mistake in it', 'What is it about?')
  await maria.type('Tell us what we need to know', 'My name is written wrong')
  assert.equal(await maria.press('Send question'), 200)
  assert.match(await maria.text(), /We have your question[\s\S]*You can expect our answer by/)

  const desk = await openedFile(own)
  assert.match(await desk.text(), /A letter that came later[\s\S]*letter\.pdf/)
  await desk.press('I have looked at it')
  assert.match(await desk.text(), /Looked at on/)
  await desk.goTo(`${running.officeUrl}/inquiries`)
  await desk.follow('A notice or card has a mistake in it')
  await desk.enter('What came of it', 'Corrected')
  await desk.type('Answer', 'It is corrected.')
  assert.equal(await desk.press('Send answer'), 200)
  await desk.goTo(`${running.officeUrl}${own}/messages`)
  await desk.enter('What it is about', 'An appointment')
  await desk.type('Message', 'Please bring the letter.')
  assert.equal(await desk.press('Send message'), 200)
  await desk.goTo(`${running.officeUrl}${own}`)
  await desk.enter('Why do you ask?', 'Their names differ')
  assert.equal(await desk.press('Ask for proof'), 200)

  await maria.goTo(at('/inquiry'))
  assert.match(await maria.text(), /Corrected[\s\S]*It is corrected\./)
  await maria.goTo(at(''))
  const prove = (await maria.page.locator('a[href*="/identity/"]').first().getAttribute('href')) ?? ''
  await maria.goTo(`${running.portalUrl}${prove}`)
  await maria.press('Add photographs')
  await add(maria, 'Front of your document')
  assert.equal(await maria.press('Send'), 200)
  assert.match(await maria.text(), /We have your document/)
  await desk.goTo(`${running.officeUrl}${own}`)
  await desk.choose('It is the person of this case', 'What did you find?')
  assert.equal(await desk.press('Record what you found'), 200)
  await maria.goTo(`${running.portalUrl}${prove}`)
  assert.match(await maria.text(), /You have proved who you are/)
})

test('given a pending case, its person reads what it means to withdraw it, signs, and it takes nothing more', async () => {
  const maria = await person({ javaScript: false })
  await signIn(maria, journey, 'maria@example.test')
  const own = (await maria.page.locator('a[href^="/cases/IOE"]:not([href*="/appointments/"])').first().getAttribute('href')) ?? ''
  await maria.goTo(`${running.portalUrl}${own}`)
  await maria.follow('Withdraw this case')
  assert.match(await maria.text(), /You cannot take this back yourself/)
  assert.equal(await maria.press('Withdraw this case'), 422)
  await maria.type('Your full legal name', 'Maria Example')
  assert.equal(await maria.press('Withdraw this case'), 200)
  assert.match(await maria.text(), /This case is withdrawn/)
  await maria.goTo(`${running.portalUrl}${own}/evidence`)
  assert.match(await maria.text(), /This case takes no more evidence/)
})
