import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, describe, it } from 'node:test'
import { type OfficeGround, officeGround } from '../../../test/cast/office-ground.ts'
import type { PortalBrowser } from '../../../test/cast/portal-browser.ts'
import { beginThread, writeOn } from '../../correspondence/messages/write-message.ts'
import { ownThread } from '../../correspondence/messages/own-threads.ts'
import type { Actor } from '../../platform/actor.ts'
import { newId } from '../../platform/ids.ts'
import { officePaths } from '../../platform/paths.ts'

let office: OfficeGround
let maria: Actor
let receiptNumber = ''
let caseId = ''
let people = 0
before(async () => {
  office = await officeGround()
  await office.enrol('officer')
  await office.enrol('officer', 2)
  await office.enrol('supervisor')
  await office.enrol('support')
})
after(() => office.end())
afterEach(() => assert.deepEqual(office.faults.splice(0), []))
beforeEach(async () => {
  people += 1
  office.services.clock.advance({ minutes: 2 })
  maria = await office.newAccount(`maria-${people}@example.test`)
  const opened = await office.openCase({ account: String(maria.id) })
  receiptNumber = opened.receiptNumber
  caseId = opened.caseId
})

async function asked(text = 'Where is my case?') {
  const written = await office.as(maria).perform(beginThread, { receiptNumber, topic: 'status', text, press: newId() })
  assert.ok(written.ok)
  return written.output.thread
}
const threadPath = (thread: string) => officePaths.messageThread({ receiptNumber, thread })
async function openedBy(number = 1): Promise<PortalBrowser> {
  const browser = await office.signedIn('officer', number)
  await browser.open(officePaths.case({ receiptNumber }))
  await browser.press('Open file', { reason: 'work-on-case', note: '' })
  return browser
}
const told = async () => (await office.mailsTo(`maria-${people}@example.test`)).map(({ kind }) => kind)
const read = (thread: string) => office.as(maria).read(ownThread, { receiptNumber, thread })

describe('messages in the office', () => {
  it('wait in a queue, the longest wait first, that says nothing of what they say; the front page counts them', async () => {
    await asked('Is it in the harbour?')
    const browser = await office.signedIn('officer')
    assert.match((await browser.open(officePaths.front())).text, /\d+ messages? waits? for an answer/)
    const { text, html } = await browser.open(officePaths.messages())
    assert.match(text, /Where my case is/)
    assert.ok(html.includes(receiptNumber))
    assert.doesNotMatch(text, /harbour/)
  })

  it('are read only in a file that was opened with a reason, and then the person sees that the agency read them', async () => {
    const thread = await asked('Is it in the harbour?')
    const browser = await office.signedIn('officer')
    const closed = await browser.open(threadPath(thread))
    assert.match(closed.text, /Reason for opening/)
    assert.doesNotMatch(closed.text, /harbour/)
    assert.equal((await read(thread))?.messages[0]?.readAt.agency, null)
    await browser.press('Open file', { reason: 'work-on-case', note: '' })
    assert.match(browser.seen.text, /Where my case is Waits for an answer/)
    assert.match((await browser.open(threadPath(thread))).text, /The person .*harbour/)
    assert.notEqual((await read(thread))?.messages[0]?.readAt.agency, null)
  })

  it('are answered, with a text of the agency where one is chosen; it then waits no more, and its person is told that there is a message', async () => {
    const thread = await asked()
    const browser = await openedBy()
    await browser.open(`${threadPath(thread)}?reply=in-order`)
    assert.match(browser.seen.html, /<textarea[^>]*>Thank you for your message\. Your case is in order/)
    assert.equal((await browser.press('Send answer', { text: '' })).status, 422)
    await browser.press('Send answer', { text: 'It waits its turn.' })
    assert.match(browser.seen.text, /Your answer was sent/)
    assert.deepEqual(await told(), ['correspondence.message'])
    assert.match(browser.seen.text, /You, for the agency .*It waits its turn\. Not read yet/)
    assert.ok(!(await browser.open(officePaths.messages())).html.includes(thread))
  })

  it('that a colleague or the person wrote meanwhile are read before an answer goes out, and what was typed is kept', async () => {
    const thread = await asked()
    const [one, other] = [await openedBy(), await openedBy(2)]
    for (const browser of [one, other]) await browser.open(threadPath(thread))
    await one.press('Send answer', { text: 'The first answer.' })
    await other.press('Send answer', { text: 'The second answer.' })
    assert.equal(other.seen.status, 422)
    assert.match(other.seen.text, /Something was written in this conversation meanwhile.*The first answer\..*The second answer\./)
    assert.equal((await read(thread))?.messages.length, 2)
    assert.equal((await told()).length, 1)
  })

  it('that need no answer are closed without one, and wait again when their person writes on', async () => {
    const thread = await asked('Thank you!')
    const browser = await openedBy()
    await browser.open(threadPath(thread))
    await browser.press('No answer needed')
    assert.match(browser.seen.text, /The conversation is closed/)
    assert.deepEqual(await told(), [])
    office.services.clock.advance({ minutes: 1 })
    assert.ok((await office.as(maria).perform(writeOn, { receiptNumber, thread, text: 'One thing more', press: newId() })).ok)
    assert.ok((await browser.open(officePaths.messages())).html.includes(thread))
  })

  it('are not there for a role that does not work cases, nor under another case', async () => {
    const thread = await asked()
    const support = await office.signedIn('support')
    assert.doesNotMatch((await support.open(threadPath(thread))).text, /Where is my case/)
    assert.doesNotMatch((await support.open(officePaths.messages())).text, /Messages that wait/)
    const other = await office.openCase()
    const browser = await office.signedIn('officer')
    await browser.open(officePaths.case(other))
    await browser.press('Open file', { reason: 'work-on-case', note: '' })
    assert.equal((await browser.open(officePaths.messageThread({ receiptNumber: other.receiptNumber, thread }))).status, 404)
  })

  it('about a protected case are absent to an officer who may not see it, in the queue too, and there for a supervisor', async () => {
    const thread = await asked()
    await office.database.pools.owner?.updateTable('cases.case').set({ protected: true }).where('id', '=', caseId).execute()
    const browser = await office.signedIn('officer')
    assert.ok(!(await browser.open(officePaths.messages())).html.includes(thread))
    assert.equal((await browser.open(threadPath(thread))).status, 404)
    const supervisor = await office.signedIn('supervisor')
    assert.ok((await supervisor.open(officePaths.messages())).html.includes(thread))
  })
})
