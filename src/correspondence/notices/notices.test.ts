import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { type CasesGround, casesGround, staffActor } from '../../../test/cast/cases-ground.ts'
import { type PortalGround, portalGround } from '../../../test/cast/portal-ground.ts'
import { workerOver } from '../../../test/cast/printing-ground.ts'
import type { Actor } from '../../platform/actor.ts'
import { operation } from '../../platform/operation.ts'
import { paths } from '../../platform/paths.ts'
import { portalRoutes } from '../../portal/index.ts'
import { issueNotice, type NoticeToIssue } from './issue-notice.ts'
import { noticeRoutes } from './pages/routes.ts'
import { setNoticeJob } from './set-notice.ts'

/** The acts that issue notices live in higher rooms; this one does nothing else. */
const issueForTest = operation({
  name: 'test.issue-notice',
  allow: () => true,
  refusals: [],
  run: (context, notice: NoticeToIssue) => issueNotice(context, notice),
})

let ground: CasesGround
let portal: PortalGround
let maria: Actor
let receiptNumber = ''
let caseId = ''
let people = 0
before(async () => {
  ground = await casesGround()
  portal = await portalGround(ground, [...portalRoutes(), ...noticeRoutes])
})
after(async () => {
  await portal.close()
  await ground.database.drop()
})
beforeEach(async () => {
  people += 1
  ground.services.clock.advance({ minutes: 1 })
  maria = await ground.newAccount(`maria-${people}@example.test`)
  const opened = await ground.openCase({ account: String(maria.id) })
  receiptNumber = opened.receiptNumber
  caseId = opened.caseId
})

async function issue(notice: Partial<NoticeToIssue> = {}, as: Actor = staffActor('officer')) {
  const issued = await ground.as(as).perform(issueForTest, { caseId, receiptNumber, kind: 'receipt', values: {}, ...notice })
  assert.ok(issued.ok, JSON.stringify(issued))
  return issued.output
}

const set = (notice: string) => setNoticeJob.run(workerOver(ground), { notice })
const page = (notice: string, as: Actor = maria) => portal.get(paths.notice({ receiptNumber, notice }), as)

describe('a notice', () => {
  it('stands in the portal from the commit on, and everyone on the case is told', async () => {
    const { notice } = await issue()
    const seen = await page(notice)
    assert.equal(seen.status, 200)
    assert.match(seen.body, /We received your filing/)
    assert.match((await portal.get(paths.notices({ receiptNumber }), maria)).body, /We received your filing/)
    assert.deepEqual((await ground.mailsTo(`maria-${people}@example.test`)).map(({ kind }) => kind), ['cases.news'])
  })
  it('of another person is not there', async () => {
    const { notice } = await issue()
    const stranger = await ground.newAccount(`stranger-${people}@example.test`)
    for (const path of [paths.notice({ receiptNumber, notice }), paths.notices({ receiptNumber }), paths.noticePdf({ receiptNumber, notice })])
      assert.equal((await portal.get(path, stranger)).status, 404)
    await set(notice)
    assert.equal((await portal.get(paths.noticePdf({ receiptNumber, notice }), stranger)).status, 404)
  })
  it('has a PDF once its job has run, and one alone when it runs twice at once', async () => {
    const { notice } = await issue()
    assert.equal((await portal.get(paths.noticePdf({ receiptNumber, notice }), maria)).status, 404)
    await Promise.all([set(notice), set(notice)])
    await set(notice)
    const made = await ground.database.pools.owner?.selectFrom('correspondence.notice_paper').selectAll().where('notice', '=', notice).execute()
    assert.equal(made?.length, 1)
    const pdf = await portal.get(paths.noticePdf({ receiptNumber, notice }), maria)
    assert.equal(pdf.status, 200)
    assert.match(pdf.body, /^%PDF-/)
  })
  it('of the same kind and source is issued once', async () => {
    const first = await issue({ source: 'filing' })
    assert.deepEqual(await issue({ source: 'filing' }), first)
  })
  it('is refused where a value is missing, unknown or of another type, and of a kind that the pack does not have', async () => {
    const dueAt = ground.services.clock.now()
    const wrong: [Partial<NoticeToIssue>, RegExp][] = [
      [{ kind: 'no-such' }, /no notice no-such/],
      [{ kind: 'denial', values: {} }, /lacks its value/],
      [{ values: { more: 'x' } }, /has no value more/],
      [{ kind: 'request-for-evidence', values: { dueAt: 'tomorrow', asks: [{ title: 'A passport' }] } }, /dueAt of a notice is no instant/],
      [{ kind: 'request-for-evidence', values: { dueAt, asks: [] } }, /lacks its value asks/],
      [{ kind: 'transfer', values: { to: 'the-moon' } }, /is no office/],
    ]
    for (const [notice, message] of wrong) await assert.rejects(issue(notice), message)
  })
})

describe('the code of a notice', () => {
  const check = (typed: string) => portal.get(`${paths.verifyDocument()}?code=${encodeURIComponent(typed)}`)
  it('says to anyone that it is genuine, what it is and when it was issued, and no name', async () => {
    const { code } = await issue()
    for (const seen of [await check(code.toLowerCase()), await portal.get(paths.verifyCode({ code }))]) {
      assert.match(seen.body, /This notice is genuine/)
      assert.match(seen.body, /We received your filing/)
      assert.ok(seen.body.includes(receiptNumber.slice(-4)) && !seen.body.includes(receiptNumber))
    }
  })
  it('is not known where it is nobody’s, or where the notice behind it was changed', async () => {
    const { notice, code } = await issue()
    assert.match((await check('0000-0000-0000-0000-0')).body, /We do not know this code/)
    await ground.database.pools.owner?.updateTable('correspondence.notice').set({ issued_on: Temporal.PlainDate.from('2020-01-01') }).where('id', '=', notice).execute()
    assert.match((await check(code)).body, /We do not know this code/)
  })
})
