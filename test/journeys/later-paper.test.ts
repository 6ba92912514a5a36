import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after, before, mock } from 'node:test'
import { intakeImport } from '../../src/cli/intake-import.ts'
import { template } from '../../src/officer/intake/file/template.ts'
import { samplePdf } from '../../src/platform/preview/sample-files.ts'
import { lettersAbout } from '../cast/paper-case.ts'
import { type RunningPortolan, runningPortolan } from '../running.ts'
import { closeBrowser, type Person, person } from './browser.ts'
import { type MovedClock, movedClock } from './moved-clock.ts'
import { signInAtDesk } from './office-steps.ts'
import { eventually, mailboxOf } from './post.ts'
import { type Journey, signIn } from './sign-up-steps.ts'

let running: RunningPortolan
let journey: Journey
let clock: MovedClock
let folder: string
let desk: Person

before(async () => {
  clock = movedClock()
  running = await runningPortolan({ seeded: true, clock })
  journey = { running, mailbox: await mailboxOf(running) }
  folder = mkdtempSync(join(tmpdir(), 'portolan-later-'))
  desk = await person({ javaScript: false, width: 320 })
  await signInAtDesk(desk, 'intake@example.test', { running, clock })
})

after(async () => {
  rmSync(folder, { recursive: true, force: true })
  await closeBrowser()
  await running?.end()
})

const office = (address: string) => `${running.officeUrl}${address}`
const today = () => clock.now().toZonedDateTimeISO('America/New_York').toPlainDate()

/** Another browser, for somebody who comes and goes. */
async function visit(act: (who: Person) => Promise<void>) {
  const who = await person({ javaScript: false })
  await act(who)
  await who.end()
}

/** From the receipt number to the page of the kind of paper. */
async function findCase(receiptNumber: string, kind: string) {
  await desk.goTo(office('/intake/later'))
  assert.equal(await desk.press('Find the case'), 422)
  await desk.type('Receipt number', `${receiptNumber.slice(0, 3).toLowerCase()}-${receiptNumber.slice(3, 8)} ${receiptNumber.slice(8)}`)
  await desk.choose(kind, 'What came')
  await desk.press('Find the case')
  assert.equal(await desk.heading(), kind)
  assert.match(await desk.text(), new RegExp(`Is this the right case\\?[\\s\\S]*${receiptNumber}`))
}

/** A case of Maria’s of which we asked for documents. */
async function askedOf(email: string): Promise<string> {
  const owner = running.database.pools.owner
  const found = await owner?.selectFrom('cases.case').select('receipt_number').where('status', 'in', ['evidence-requested', 'initial-evidence-requested']).execute()
  let receipt = ''
  await visit(async (who) => {
    await signIn(who, journey, email)
    const own = await who.page.locator('a[href^="/cases/"]').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
    receipt = found?.map(({ receipt_number }) => receipt_number).find((each) => own.includes(`/cases/${each}`)) ?? ''
  })
  assert.ok(receipt, 'the demonstration has such a case')
  return receipt
}

test('given an answer on paper, intake finds the case, scans it, and its person sees it on the page of the case, dated on the day it came', async () => {
  const receiptNumber = await askedOf('maria@example.test')
  await findCase(receiptNumber, 'An answer to a request')
  assert.equal(await desk.press('Take it in'), 422)
  await desk.date('Day it was received', String(today().add({ days: 1 })))
  assert.equal(await desk.press('Take it in'), 422)
  assert.match(await desk.text(), /This day has not come yet/)
  await desk.date('Day it was received', String(today()))
  assert.equal(await desk.press('Take it in'), 200)
  assert.match(await desk.text(), /The case waited for it and goes on/)

  const scan = join(folder, 'answer.pdf')
  writeFileSync(scan, samplePdf({ pages: 2 }))
  await desk.upload('The scan, as one PDF', scan)
  await desk.press('Add the scan')
  assert.match(await desk.text(), /The scan is here/)
  await eventually('a scan that is in the case', async () => {
    await desk.reload()
    return /In the case/.test(await desk.text()) || undefined
  })

  await visit(async (who) => {
    await signIn(who, journey, 'maria@example.test')
    await who.goTo(`${running.portalUrl}/cases/${receiptNumber}`)
    assert.match(await who.text(), /On .* we received your answer/)
    assert.match(await who.text(), /Your answer came by mail/)
    assert.match(await who.text(), /Response To .*Received/)
    const link = who.page.getByRole('link', { name: 'An answer, as it came by mail' }).first()
    const answer = await who.page.request.get(`${running.portalUrl}${await link.getAttribute('href')}`)
    assert.deepEqual([answer.status(), answer.headers()['content-type']], [200, 'application/pdf'])
    assert.match(answer.headers()['content-disposition'] ?? '', /^attachment/)
    assert.match(answer.headers()['content-security-policy'] ?? '', /sandbox/)
    assert.ok((await answer.body()).equals(samplePdf({ pages: 2 })))
  })
})

/** Any case of a person that is not closed. */
async function caseOf(email: string): Promise<string> {
  let receipt = ''
  await visit(async (who) => {
    await signIn(who, journey, email)
    receipt = (await who.page.locator('a[href^="/cases/"]:not([href="/cases/add"])').first().getAttribute('href'))?.split('/').at(-1) ?? ''
  })
  return receipt
}

/** Takes one filing in by the command, prints its notice as the mail house does, and says the code on it. */
async function mailedNotice(receiptNumber: string): Promise<string> {
  const [header = '', filing = ''] = template().split('\r\n')
  const file = join(folder, `${receiptNumber}.csv`)
  writeFileSync(file, `${header}\r\n${receiptNumber}${filing}\r\n`)
  const quiet = mock.method(console, 'log', () => undefined)
  assert.equal(await intakeImport(running.config, file, { json: true }), 0)
  quiet.mock.restore()
  const [letter] = await lettersAbout({ database: running.database, services: running.deployment.services }, receiptNumber)
  await desk.goTo(office('/printing'))
  await desk.press('Make a batch')
  const batch = await eventually('a batch', async () => {
    await desk.goTo(office('/printing'))
    return desk.page.getByRole('link', { name: /^Batch / }).first().getAttribute('href', { timeout: 100 }).catch(() => undefined)
  })
  await desk.goTo(office(String(batch)))
  const counted = await running.database.pools.owner?.selectFrom('cases.print_batch').select('letters').orderBy('ordinal', 'desc').executeTakeFirstOrThrow()
  await desk.type('Letters counted', String(counted?.letters))
  assert.equal(await desk.press('Confirm printed'), 200)
  return letter?.accessCode ?? ''
}

const claimIt = (receiptNumber: string, code: string) =>
  visit(async (who) => {
    await who.goTo(`${running.portalUrl}/claim`)
    await who.type('Receipt number', receiptNumber)
    await who.type('Online Access Code', code)
    await who.date('Date of birth', '1985-06-14')
    assert.equal(await who.press('Go on'), 422)
    assert.match(await who.text(), /do not fit together/)
  })

test('given a letter that came back, its code no longer claims the case, and a change of address on paper lets mail go again', async () => {
  const receiptNumber = 'IOE9500000011'
  const code = await mailedNotice(receiptNumber)
  await findCase(receiptNumber, 'A letter of ours that came back')
  assert.match(await desk.text(), /M••• L•••/)
  assert.equal(await desk.press('Take it in'), 422)
  await desk.date('Day it was received', String(today()))
  await desk.choose('Account Access Notice', 'Which letter came back')
  await desk.choose('They moved', 'Why the post office sent it back')
  assert.equal(await desk.press('Take it in'), 200)
  assert.match(await desk.text(), /the code is dead/)
  await claimIt(receiptNumber, code)

  await findCase(receiptNumber, 'A change of address')
  assert.match(await desk.text(), /A letter of ours that came back, received on/)
  assert.equal(await desk.press('Change the address'), 422)
  await desk.date('Day it was received', String(today()))
  await desk.type('Street and number', '9 New Road')
  await desk.type('City or town', 'Troy')
  await desk.enter('State', 'New York')
  await desk.enter('ZIP Code', '12180')
  await desk.choose('Where they live; mail goes there too', 'What the paper says this address is')
  assert.equal(await desk.press('Change the address'), 200)
  assert.match(await desk.text(), /The address is changed/)
  const letter = await eventually('a letter to the new address', async () => (await running.outbox()).find(({ channel, to }) => channel === 'post' && /9 New Road/.test(to)))
  assert.match(letter.text, /Mail about it goes to the address on this letter/)
  assert.ok(!(await running.outbox()).some(({ channel, to, subject }) => channel === 'post' && /Harbor/.test(to) && /another address/.test(subject)), 'nothing more goes to where mail comes back from')
})

test('given a number that nobody has, intake is told so, and of a case that is one digit away', async () => {
  await desk.goTo(office('/intake/later'))
  await desk.type('Receipt number', 'IOE9500000012')
  await desk.choose('Another paper', 'What came')
  await desk.press('Find the case')
  assert.equal(await desk.heading(), 'No case has this receipt number')
  await desk.page.locator('a[href*="IOE9500000011"]').click()
  assert.equal(await desk.heading(), 'Another paper')
})

test('given mail that comes back, its person with an account says on the page of the case that it reaches them, and an officer sees both', async () => {
  const receiptNumber = await caseOf('sam@example.test')
  await findCase(receiptNumber, 'A letter of ours that came back')
  await desk.date('Day it was received', String(today()))
  await desk.choose('None of these', 'Which letter came back')
  await desk.choose('Nobody of this name there', 'Why the post office sent it back')
  await desk.type('New address on the post office’s sticker', '77 Sticker Lane\nUtica NY')
  assert.equal(await desk.press('Take it in'), 200)

  const officer = await person({ javaScript: false })
  await signInAtDesk(officer, 'officer@example.test', { running, clock })
  const openCase = async () => {
    await officer.goTo(office(`/cases/${receiptNumber}`))
    if (!(await officer.page.getByRole('group', { name: 'Reason for opening', exact: true }).count())) return
    await officer.choose('I work on this case', 'Reason for opening')
    await officer.press('Open file')
  }
  await openCase()
  assert.match(await officer.text(), /Mail to this person comes back[\s\S]*77 Sticker Lane/)

  await visit(async (who) => {
    await signIn(who, journey, 'sam@example.test')
    await who.goTo(`${running.portalUrl}/cases/${receiptNumber}`)
    assert.match(await who.text(), /A letter that we mailed to you came back/)
    assert.doesNotMatch(await who.text(), /Sticker/)
    await who.press('Mail reaches me where you send it')
    assert.doesNotMatch(await who.text(), /A letter that we mailed to you came back/)
  })
  await openCase()
  assert.doesNotMatch(await officer.text(), /Mail to this person comes back/)
  await officer.goTo(office('/papers'))
  assert.match(await officer.text(), /Nothing waits/)
  await officer.end()
})
