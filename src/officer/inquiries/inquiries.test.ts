import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, describe, it } from 'node:test'
import { type OfficeGround, officeGround } from '../../../test/cast/office-ground.ts'
import { askInquiry, ownInquiries } from '../../correspondence/inquiries/ask-inquiry.ts'
import { ownThread, ownThreads } from '../../correspondence/messages/own-threads.ts'
import type { Actor } from '../../platform/actor.ts'
import { newId } from '../../platform/ids.ts'
import { officePaths } from '../../platform/paths.ts'

let office: OfficeGround
let maria: Actor
let receiptNumber = ''
let people = 0
before(async () => {
  office = await officeGround()
  await office.enrol('officer')
  await office.enrol('support')
})
after(() => office.end())
afterEach(() => assert.deepEqual(office.faults.splice(0), []))
beforeEach(async () => {
  people += 1
  office.services.clock.advance({ minutes: 2 })
  maria = await office.newAccount(`maria-${people}@example.test`)
  receiptNumber = (await office.openCase({ account: String(maria.id) })).receiptNumber
})

async function asked() {
  const result = await office.as(maria).perform(askInquiry, { receiptNumber, reason: 'typo', text: 'The harbour is written wrong', press: newId() })
  return result.ok ? result.output.inquiry : assert.fail(result.refusal)
}
async function opened() {
  const browser = await office.signedIn('officer')
  await browser.open(officePaths.case({ receiptNumber }))
  await browser.press('Open file', { reason: 'work-on-case', note: '' })
  return browser
}

describe('questions in the office', () => {
  it('wait in a queue that says nothing of what they say, are read in the opened file, and answered once with what came of it', async () => {
    const inquiry = await asked()
    const path = officePaths.inquiry({ receiptNumber, inquiry })
    const closed = await office.signedIn('officer')
    assert.doesNotMatch((await closed.open(officePaths.inquiries())).text, /harbour/)
    assert.ok(closed.seen.html.includes(path))
    assert.doesNotMatch((await closed.open(path)).text, /harbour/)
    const browser = await opened()
    assert.match((await browser.open(path)).text, /The harbour is written wrong/)
    assert.equal((await browser.press('Send answer', { outcome: '', text: '' })).status, 422)
    await browser.press('Send answer', { outcome: 'corrected', text: 'It is corrected.' })
    assert.match(browser.seen.text, /Your answer was sent.*It is corrected\./)
    assert.equal((await office.as(maria).read(ownInquiries, { receiptNumber }))?.asked[0]?.answer?.text, 'It is corrected.')
    assert.ok(!(await browser.open(officePaths.inquiries())).html.includes(path))
  })

  it('are not there for a role that does not work cases', async () => {
    const inquiry = await asked()
    const support = await office.signedIn('support')
    assert.doesNotMatch((await support.open(officePaths.inquiry({ receiptNumber, inquiry }))).text, /harbour/)
  })
})

describe('a conversation that the agency begins', () => {
  it('is begun in the opened file, with a text of the agency where one is chosen, and searched there', async () => {
    const browser = await opened()
    const path = officePaths.caseMessages({ receiptNumber })
    await browser.open(`${path}?reply=in-order`)
    assert.match(browser.seen.html, /<textarea[^>]*>Thank you for your message\. Your case is in order/)
    await browser.press('Send message', { topic: 'appointment', text: 'Please bring the letter.' })
    const threads = (await office.as(maria).read(ownThreads, { receiptNumber, page: 1 }))?.threads ?? []
    assert.deepEqual(threads.map(({ openedBy, unread, state }) => [openedBy, unread, state]), [['agency', 1, 'answered']])
    assert.equal((await office.as(maria).read(ownThread, { receiptNumber, thread: threads[0]?.id ?? '' }))?.messages[0]?.text, 'Please bring the letter.')
    assert.deepEqual((await office.mailsTo(`maria-${people}@example.test`)).map(({ kind }) => kind), ['correspondence.message'])
    await browser.open(path)
    await browser.press('Search', { term: 'THE LETTER' })
    assert.match(browser.seen.html, /Please bring <mark>the letter<\/mark>\./)
  })
})
