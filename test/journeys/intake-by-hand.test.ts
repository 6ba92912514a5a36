import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after, before } from 'node:test'
import { samplePdf } from '../../src/platform/preview/sample-files.ts'
import { lettersAbout } from '../cast/paper-case.ts'
import { wholeText } from '../cast/printed.ts'
import { type RunningPortolan, runningPortolan } from '../running.ts'
import { closeBrowser, type Person, person, type PersonOptions } from './browser.ts'
import { inOtherLanguages } from './desk-steps.ts'
import { type MovedClock, movedClock } from './moved-clock.ts'
import { signInAtDesk } from './office-steps.ts'
import { eventually, mailboxOf } from './post.ts'
import { walkSignUp } from './sign-up-steps.ts'
import { waysGone } from './ways.ts'

let running: RunningPortolan
let clock: MovedClock
let folder: string
before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'portolan-by-hand-'))
  clock = movedClock()
  running = await runningPortolan({ seeded: true, clock })
})
after(async () => {
  rmSync(folder, { recursive: true, force: true })
  await closeBrowser()
  await running?.end()
})

const ways = waysGone<[way: string, name: string, options: PersonOptions]>([
  ['without scripts, 320 px wide', 'Alvarez', { javaScript: false, width: 320 }],
  ['with scripts, by keyboard alone', 'Benitez', { javaScript: true, keyboardOnly: true }],
], 1)

async function atIntake(options: PersonOptions, link: string): Promise<Person> {
  const who = await person(options)
  await signInAtDesk(who, 'intake@example.test', { running, clock })
  await who.goTo(`${running.officeUrl}/intake`)
  await who.follow(link)
  return who
}

async function typeAddress(who: Person) {
  await who.select('Country', 'United States')
  await who.type('Street and number', '48 Mill Road, Apt 2')
  await who.type('City or town', 'Portland')
  await who.type('State, province or region', 'OR')
  await who.type('ZIP or postal code', '97201')
}

/** The letter as it reached the demonstration's outbox, read as PDF. */
async function letterTo(name: string): Promise<string> {
  const letter = await eventually('a letter', async () => (await running.outbox()).find(({ channel, to }) => channel === 'post' && to.startsWith(name)))
  const answer = await fetch(letter.attachments[0]?.url ?? '')
  return wholeText(Buffer.from(await answer.arrayBuffer()))
}

for (const [way, name, options] of ways)
  test(`a form typed with one digit wrong is corrected, looked over and taken in, and its notice is in the mail, ${way}`, async () => {
    const who = await atIntake(options, 'Enter a form by hand')
    if (options.width) await inOtherLanguages(who, `${running.officeUrl}/intake/new`)
    assert.equal(await who.press('Look it over'), 422)
    await who.select('Form', 'Form I-90, Application to Replace Permanent Resident Card')
    await who.date('Date received', '2026-02-20')
    await who.type('Fee that came with it', '465.00')
    await who.type('Family name', name)
    await who.type('Given name', 'Lucia')
    await typeAddress(who)
    await who.date('Date of birth', '1990-04-03')
    await who.type('Online Account Number', '482109375524')
    assert.equal(await who.press('Look it over'), 422)
    assert.match(await who.text(), /A digit of this Online Account Number is wrong/)
    await who.type('Online Account Number', '')
    assert.equal(await who.press('Look it over'), 200)
    assert.match(await who.text(), new RegExp(`An account is opened for Lucia ${name}[\\s\\S]*A receipt number is issued[\\s\\S]*48 Mill Road`))
    if (options.width) await inOtherLanguages(who, `${running.officeUrl}${who.at()}`)
    await who.follow('Correct it')
    await who.type('Street and number', '50 Mill Road')
    await who.press('Look it over')
    assert.equal(await who.press('Take it in'), 200)
    assert.match(await who.text(), /The form is taken in[\s\S]*Ends in \d{4}[\s\S]*waits to be printed/)
    if (options.width) await inOtherLanguages(who, `${running.officeUrl}${who.at()}`)
    assert.match(await letterTo(`Lucia ${name}, 50 Mill Road`), /Online Access Code/)
    await who.follow('Enter another form')
    await who.end()
  })

for (const [way, name, options] of ways)
  test(`a form that is not accepted goes back with a letter that says why and what to correct, ${way}`, async () => {
    const who = await atIntake(options, 'Forms that are not accepted')
    const sender = `Ines ${name}`
    await who.follow('Reject a form')
    if (options.width) await inOtherLanguages(who, `${running.officeUrl}/intake/rejected/new`)
    assert.equal(await who.press('Read the letter'), 422)
    await who.type('Name', sender)
    await typeAddress(who)
    await who.select('Form', 'Form I-90, Application to Replace Permanent Resident Card')
    await who.date('Date received', '2026-02-20')
    await who.type('Fee that came with it', '465.00')
    await who.choose('It goes back the way it was paid')
    await who.choose('Pages of it were missing.')
    await who.choose('It had no valid signature. We need one that the person who files wrote by hand.')
    assert.equal(await who.press('Read the letter'), 200)
    assert.match(await who.text(), new RegExp(`${sender}[\\s\\S]*no valid signature[\\s\\S]*Pages of it were missing[\\s\\S]*is not your filing day`))
    if (options.width) await inOtherLanguages(who, `${running.officeUrl}${who.at()}`)
    assert.equal(await who.press('Reject the form'), 200)
    assert.match(await who.text(), /The form is rejected/)
    const letter = await letterTo(sender)
    for (const words of [/no valid signature/, /Put all pages of the same edition together/, /is not your filing day/, /\$465\.00/]) assert.match(letter, words)
    assert.doesNotMatch(letter, /Online Access Code|Receipt number/)
    await who.goTo(`${running.officeUrl}/intake/rejected`)
    assert.match(await who.text(), new RegExp(`${sender}[\\s\\S]*waits to be printed`))
    if (options.width) await inOtherLanguages(who, `${running.officeUrl}/intake/rejected`)
    await who.end()
  })

test('the scan of a form entered by hand is read by its person on the page of the claimed case, and by officers in the case file', async () => {
  const who = await atIntake({ javaScript: false, width: 320 }, 'Enter a form by hand')
  await who.select('Form', 'Form I-90, Application to Replace Permanent Resident Card')
  await who.date('Date received', '2026-02-20')
  await who.type('Family name', 'Claims')
  await typeAddress(who)
  await who.date('Date of birth', '1990-04-03')
  await who.press('Look it over')
  await who.press('Take it in')
  const receiptNumber = (await who.page.locator('main [role="img"]').first().innerText()).replaceAll(/\s/g, '')
  const scan = join(folder, 'form.pdf')
  writeFileSync(scan, samplePdf({ pages: 2 }))
  await who.upload('The scan, as one PDF', scan)
  await who.press('Add the scan')
  await eventually('a scan that is in the case', async () => {
    await who.reload()
    return /In the case/.test(await who.text()) || undefined
  })
  await who.end()

  const [notice] = await lettersAbout({ database: running.database, services: running.deployment.services }, receiptNumber)
  const owner = await person({ javaScript: false })
  await owner.goTo(`${running.portalUrl}/claim`)
  await owner.type('Receipt number', receiptNumber)
  await owner.type('Online Access Code', notice?.accessCode ?? '')
  await owner.date('Date of birth', '1990-04-03')
  await owner.press('Go on')
  await owner.follow('Sign Up')
  await walkSignUp(owner, { running, mailbox: await mailboxOf(running) }, 'claims-by-hand@example.test')
  await owner.goTo(`${running.portalUrl}/cases/${receiptNumber}`)
  assert.match(await owner.text(), /The form, as it came by mail/)
  await owner.end()

  const officer = await person({ javaScript: false })
  await signInAtDesk(officer, 'officer@example.test', { running, clock })
  await officer.goTo(`${running.officeUrl}/cases/${receiptNumber}`)
  await officer.choose('I work on this case', 'Reason for opening')
  await officer.press('Open file')
  assert.match(await officer.text(), /The form, as it came by mail/)
  await officer.end()
})
