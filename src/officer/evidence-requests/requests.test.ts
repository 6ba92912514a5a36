import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, describe, it } from 'node:test'
import { type OfficeGround, officeGround } from '../../../test/cast/office-ground.ts'
import type { PortalBrowser } from '../../../test/cast/portal-browser.ts'
import { lapseRequests } from '../../correspondence/evidence-requests/lapse-requests.ts'
import { ownRequest, ownRequests } from '../../correspondence/evidence-requests/own-requests.ts'
import { saveAnswer } from '../../correspondence/evidence-requests/save-answer.ts'
import { sendAnswer } from '../../correspondence/evidence-requests/send-answer.ts'
import { type Actor, systemActor } from '../../platform/actor.ts'
import { newId } from '../../platform/ids.ts'
import { officePaths } from '../../platform/paths.ts'

let office: OfficeGround
let maria: Actor
let receiptNumber = ''
let people = 0
before(async () => {
  office = await officeGround()
  await office.enrol('officer')
  await office.enrol('officer', 2)
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

const compose = () => officePaths.composeRequest({ receiptNumber })
async function opened(number = 1): Promise<PortalBrowser> {
  const browser = await office.signedIn('officer', number)
  await browser.open(officePaths.case({ receiptNumber }))
  await browser.press('Open file', { reason: 'work-on-case', note: '' })
  return browser
}
async function sent(browser: PortalBrowser, kind = 'additional') {
  await browser.open(compose())
  await browser.press('Save and preview', { kind, add: 'card-lost', opening: 'Please read this first.', grounds: 'The card is not yours.' })
  await browser.press('Send request')
  const found = await office.as(maria).read(ownRequests, { receiptNumber })
  return String(found?.requests[0]?.id)
}
const stands = (status: string) => office.database.pools.owner?.updateTable('cases.case').set({ status }).where('receipt_number', '=', receiptNumber).execute()
const seen = (request: string) => office.as(maria).read(ownRequest, { receiptNumber, request })

async function answerIt(request: string, betweenwhiles = async () => {}) {
  const ask = String((await seen(request))?.asks[0]?.id)
  assert.ok((await office.as(maria).perform(saveAnswer, { receiptNumber, request, ask, text: 'It fell into the harbour.', lacks: false, version: 0 })).ok)
  await betweenwhiles()
  assert.ok((await office.as(maria).perform(sendAnswer, { receiptNumber, request, understands: true, press: newId() })).ok)
}
async function lapse(request: string) {
  const now = office.services.clock.now()
  office.services.clock.set((await seen(request))?.request.dueAt.add({ seconds: 1 }) ?? now)
  assert.ok((await office.as(systemActor('requests.lapse')).perform(lapseRequests, {})).ok)
  office.services.clock.set(now)
}

describe('a request for evidence in the office', () => {
  it('is composed from the list for its form, kept, looked at as its person will read it, and sent: case, task and people move at once', async () => {
    const browser = await opened()
    assert.match((await browser.open(compose())).text, /A copy of your card, both sides/)
    assert.doesNotMatch(browser.seen.text, /Your tax records/)
    await browser.press('Save', { kind: 'additional', add: 'card-lost', opening: 'Please read this first.', 'own-title': 'Your trip', 'own-words': 'Say when you came back.' })
    assert.match(browser.seen.text, /The request is saved/)
    assert.match(browser.seen.text, /1\. What happened to your card.*2\. Your trip/)
    await browser.press('Save and preview', { kind: 'additional', 'ask-0-place': '2', 'ask-1-place': '1' })
    assert.match(browser.seen.text, /1\. Your trip.*2\. What happened to your card/)
    assert.match(browser.seen.text, /84 days from the day we sent it/)
    await browser.press('Send request')
    assert.match(browser.seen.text, /The request was sent.*Waits for an answer/)
    const found = await office.as(maria).read(ownRequests, { receiptNumber })
    assert.deepEqual(found?.requests.map(({ kind, state }) => [kind, state]), [['additional', 'open']])
    assert.ok((await office.mailsTo(`maria-${people}@example.test`)).length > 0)
    assert.match((await browser.open(officePaths.case({ receiptNumber }))).text, /Request for Additional Evidence/i)
    assert.match((await browser.open(compose())).text, /still waits for its answer/)
  })

  it('begins with first words of the agency that are put into the text by their choice, and with none that it does not have', async () => {
    const browser = await opened()
    const asked = async (template: string) => (await browser.open(`${compose()}?template=${template}`)).text
    assert.match(await asked('usual'), /We looked at your case and need more from you before we can decide/)
    assert.doesNotMatch(await asked('of-nobody'), /We looked at your case and need/)
  })

  it('that asks nothing, or denies without saying why, is not sent', async () => {
    const browser = await opened()
    await browser.open(compose())
    assert.equal((await browser.press('Save', { opening: 'x' })).status, 422)
    assert.match(browser.seen.text, /Choose what kind of request it is/)
    await browser.press('Save and preview', { kind: 'intent-to-deny', add: 'card-lost' })
    assert.match(browser.seen.text, /says why the case would be denied/)
    await browser.open(compose())
    await browser.press('Save and preview', { kind: 'initial', 'ask-0-drop': 'yes' })
    assert.match(browser.seen.text, /Nothing is asked yet/)
  })

  it('of two officers who compose it the second is told, with both texts before them; and none sends what the other has changed', async () => {
    const [one, other] = [await opened(), await opened(2)]
    for (const browser of [one, other]) await browser.open(compose())
    await one.press('Save and preview', { kind: 'additional', add: 'card-lost', opening: 'The first words.' })
    await other.press('Save', { kind: 'additional', add: 'identity-document', opening: 'The second words.' })
    assert.equal(other.seen.status, 422)
    assert.match(other.seen.text, /A colleague saved this request while you wrote.*The first words\..*The second words\./)
    await other.press('Save', { kind: 'additional', opening: 'Both words.' })
    assert.match(other.seen.text, /The request is saved/)
    await one.press('Send request')
    assert.match(one.seen.text, /was changed or sent while you looked at it/)
    assert.equal((await office.as(maria).read(ownRequests, { receiptNumber }))?.requests.length, 0)
  })

  it('is not sent, and no proof of identity asked, on a case that was decided, withdrawn or closed while it was composed: both are refused in words', async () => {
    const browser = await opened()
    for (const status of ['denied', 'withdrawn', 'closed']) {
      await stands('received')
      await browser.open(compose())
      await browser.press('Save and preview', { kind: 'additional', add: 'card-lost', opening: 'Please read this first.' })
      await stands(status)
      await browser.press('Send request')
      assert.equal(browser.seen.status, 422)
      assert.match(browser.seen.text, /The case cannot go to this status from where it stands/)
    }
    await stands('received')
    await browser.open(officePaths.case({ receiptNumber }))
    await stands('closed')
    await browser.press('Ask for proof', { identityReason: 'names-differ' })
    assert.match(browser.seen.text, /nobody is asked to prove who they are/)
    assert.doesNotMatch(browser.seen.text, /Ask for proof/)
    assert.equal((await office.as(maria).read(ownRequests, { receiptNumber }))?.requests.length, 0)
  })

  it('is taken back with why, and then nobody has to answer it', async () => {
    const browser = await opened()
    const request = await sent(browser)
    assert.equal((await browser.press('Take back request', { why: '' })).status, 422)
    await browser.press('Take back request', { why: 'We found it in the file.' })
    assert.match(browser.seen.text, /The request was taken back.*We found it in the file\./)
    assert.equal((await seen(request))?.request.state, 'withdrawn')
    assert.equal(JSON.stringify(await seen(request)).includes('found it in the file'), false)
    const late = await office.as(maria).perform(sendAnswer, { receiptNumber, request, understands: true, press: newId() })
    assert.deepEqual(late, { ok: false, refusal: 'withdrawn' })
    assert.match((await browser.open(officePaths.case({ receiptNumber }))).text, /Actively Reviewed/i)
  })

  it('shows what was answered beside what was asked once it is sent, and nothing before', async () => {
    const browser = await opened()
    const request = await sent(browser)
    await answerIt(request, async () => assert.doesNotMatch((await browser.open(officePaths.request({ receiptNumber, request }))).text, /harbour/))
    assert.match((await browser.open(officePaths.request({ receiptNumber, request }))).text, /Answered.*What happened to your card.*It fell into the harbour\./)
    assert.ok((await browser.open(officePaths.queue({ queue: 'answered' }))).html.includes(receiptNumber))
  })

  it('is found by a filter of its queue while its answer waits to be read or its deadline has passed, until an officer has seen it', async () => {
    const browser = await opened()
    const listed = async (queue: string, filter: 'answered' | 'lapsed') => (await browser.open(`${officePaths.queue({ queue })}?request=${filter}`)).html.includes(receiptNumber)
    const request = await sent(browser)
    assert.equal((await listed('asked', 'answered')) || (await listed('asked', 'lapsed')), false, 'it still waits')
    await answerIt(request)
    assert.ok(await listed('answered', 'answered'))
    assert.match(browser.seen.text, /answered, not read yet/)
    assert.equal(await listed('answered', 'lapsed'), false)
    await browser.open(`${officePaths.queue({ queue: 'answered' })}?request=answered&form=i-90`)
    await browser.press('Keep this view', { name: `Answers ${people}` })
    assert.match((await browser.open(officePaths.views())).text, /Requests for evidence: answered, not read yet/)
    await browser.open(officePaths.request({ receiptNumber, request }))
    await browser.press('I have seen this')
    assert.equal(await listed('answered', 'answered'), false)
    office.services.clock.advance({ minutes: 2 })
    const next = await sent(browser)
    await lapse(next)
    assert.ok(await listed('asked', 'lapsed'))
    await browser.open(officePaths.request({ receiptNumber, request: next }))
    await browser.press('I have seen this')
    assert.equal(await listed('asked', 'lapsed'), false)
  })

  it('that nobody answered stands in a list until an officer has seen it', async () => {
    const browser = await opened()
    const request = await sent(browser, 'intent-to-deny')
    await lapse(request)
    assert.ok((await browser.open(officePaths.unanswered())).html.includes(receiptNumber))
    await browser.open(officePaths.request({ receiptNumber, request }))
    await browser.press('I have seen this')
    assert.match(browser.seen.text, /you have seen this/)
    assert.ok(!(await browser.open(officePaths.unanswered())).html.includes(receiptNumber))
  })

  it('is not there for a role that does not work cases, nor for who has not opened the file', async () => {
    const request = await sent(await opened())
    const support = await office.signedIn('support')
    for (const path of [compose(), officePaths.request({ receiptNumber, request }), officePaths.unanswered()]) assert.doesNotMatch((await support.open(path)).text, /Please read this first|No answer came|Ask for evidence/)
    const colleague = await office.signedIn('officer', 2)
    assert.match((await colleague.open(officePaths.request({ receiptNumber, request }))).text, /Reason for opening/)
    assert.match((await colleague.open(compose())).text, /Reason for opening/)
  })
})
