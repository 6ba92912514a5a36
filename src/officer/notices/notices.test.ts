import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, describe, it } from 'node:test'
import { staffActor } from '../../../test/cast/cases-ground.ts'
import { type OfficeGround, officeGround } from '../../../test/cast/office-ground.ts'
import type { PortalBrowser } from '../../../test/cast/portal-browser.ts'
import { issueNotice, type NoticeToIssue } from '../../correspondence/index.ts'
import { markOpened } from '../../correspondence/notices/mark-opened.ts'
import type { Actor } from '../../platform/actor.ts'
import { newId } from '../../platform/ids.ts'
import { operation } from '../../platform/operation.ts'
import { officePaths } from '../../platform/paths.ts'

const issueForTest = operation({
  name: 'test.issue-notice-for-office',
  allow: () => true,
  refusals: [],
  run: (context, notice: NoticeToIssue) => issueNotice(context, notice),
})

let office: OfficeGround
let maria: Actor
let receiptNumber = ''
let caseId = ''
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
  const opened = await office.openCase({ account: String(maria.id) })
  receiptNumber = opened.receiptNumber
  caseId = opened.caseId
})

async function issued(): Promise<string> {
  const done = await office.as(staffActor('officer')).perform(issueForTest, { caseId, receiptNumber, kind: 'transfer', values: { to: 'field-office-newark' } })
  assert.ok(done.ok, JSON.stringify(done))
  return done.output.notice
}
async function openedBy(): Promise<PortalBrowser> {
  const browser = await office.signedIn('officer')
  await browser.open(officePaths.case({ receiptNumber }))
  await browser.press('Open file', { reason: 'work-on-case', note: '' })
  return browser
}
const posts = () => office.database.pools.owner?.selectFrom('correspondence.notice_post').selectAll().execute()

describe('notices in the office', () => {
  it('are read only in a file that was opened with a reason, and there it is said who opened them when', async () => {
    const notice = await issued()
    const browser = await office.signedIn('officer')
    const closed = await browser.open(officePaths.notice({ receiptNumber, notice }))
    assert.match(closed.text, /Reason for opening/)
    await browser.press('Open file', { reason: 'work-on-case', note: '' })
    assert.match(browser.seen.text, /Another office has your case now[\s\S]*Nobody has opened it yet/)
    await office.as(maria).perform(markOpened, { notice, caseId, side: 'person' })
    assert.match((await browser.open(officePaths.notice({ receiptNumber, notice }))).text, /Opened by the person:[\s\S]*field office/i)
  })
  it('are mailed again with a reason, which is kept sealed, and once for each press', async () => {
    const notice = await issued()
    const browser = await openedBy()
    await browser.open(officePaths.notice({ receiptNumber, notice }))
    assert.equal((await browser.press('Mail it again', { why: '' })).status, 422)
    await browser.press('Mail it again', { why: 'It came back torn' })
    assert.match(browser.seen.text, /on its way to print[\s\S]*once more: the letter waits for print/)
    const [post] = (await posts()) ?? []
    assert.deepEqual([post?.cause, post?.why_sealed?.includes('torn')], ['office', false])
  })
  it('of another case are not there, and are not for every role', async () => {
    const notice = await issued()
    const other = await office.openCase({ account: String((await office.newAccount(`other-${people}@example.test`)).id) })
    const browser = await openedBy()
    await browser.open(officePaths.case({ receiptNumber: other.receiptNumber }))
    await browser.press('Open file', { reason: 'work-on-case', note: '' })
    assert.equal((await browser.open(officePaths.notice({ receiptNumber: other.receiptNumber, notice }))).status, 404)
    assert.equal((await browser.open(officePaths.notice({ receiptNumber, notice: newId() }))).status, 404)
    const support = await office.signedIn('support')
    assert.doesNotMatch((await support.open(officePaths.notice({ receiptNumber, notice }))).text, /Another office has your case now/)
  })
})
