import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type CasesGround, casesGround } from '../../../test/cast/cases-ground.ts'
import { officeOver } from '../../../test/cast/office-ground.ts'
import type { PortalBrowser } from '../../../test/cast/portal-browser.ts'
import { countAsked } from '../../correspondence/index.ts'
import { systemActor } from '../../platform/actor.ts'
import { newId } from '../../platform/ids.ts'

let ground: CasesGround
let office: Awaited<ReturnType<typeof officeOver>>
let admin: PortalBrowser
let caseId = ''
let account = ''
before(async () => {
  ground = await casesGround()
  office = await officeOver(ground)
  await office.enrol('admin')
  admin = await office.signedIn('admin')
  const person = await ground.newAccount('asked@example.test')
  account = String(person.id)
  caseId = (await ground.openCase({ account })).caseId
})
after(() => office.end())

const owner = () => ground.database.pools.owner ?? assert.fail()
const daysAgo = (days: number) => ground.services.clock.now().subtract({ hours: 24 * days })

/** Requests of one form that were sent so long ago, and answered after these days or never. */
async function requests(many: number, form: string, its: { sent: number; took?: number; state?: 'answered' | 'lapsed' }): Promise<void> {
  const state = its.state ?? 'open'
  const ended = its.took === undefined ? null : daysAgo(its.sent - its.took)
  const cases: string[] = []
  // A case has one open request at a time.
  while (cases.length < many) cases.push(state === 'open' ? (await ground.openCase({ account })).caseId : caseId)
  const rows = cases.map((about) => ({
    ...{ id: newId(), case: about, receipt_number: 'IOE9012345677', form, kind: 'additional', asks: 1, sealed: Buffer.of(1), copy_key: newId() },
    ...{ sent_at: daysAgo(its.sent), sent_by: newId(), days: 84, mailed: false, due_at: daysAgo(its.sent - 84), state, ended_at: ended },
    ...(state === 'answered' ? { way: 'paper', late: false } : {}),
  }))
  await owner().insertInto('correspondence.evidence_request').values(rows as never).execute()
}

async function inquiries(many: number, reason: string, its: { asked: number; took?: number }): Promise<void> {
  const answered = its.took === undefined ? {} : { answered_at: daysAgo(its.asked - its.took), answered_by: newId(), outcome: 'told', answer_sealed: Buffer.of(1) }
  for (let each = 0; each < many; each += 1) {
    const row = { id: newId(), case: caseId, receipt_number: 'IOE9012345677', account, side: 'person', reason, sealed: Buffer.of(1), at: daysAgo(its.asked), expected_on: '2026-12-01', ...answered }
    await owner().insertInto('correspondence.inquiry').values(row as never).execute()
  }
}

async function file(section: string, days = 365): Promise<string[]> {
  const system = ground.as(systemActor('test'))
  for (const _run of [1, 2]) assert.ok((await system.perform(countAsked, {})).ok)
  const { html, status } = await admin.ask('GET', `/numbers/${section}/numbers.csv?days=${days}&by=month`)
  assert.equal(status, 200)
  return html.trim().split('\r\n')
}

describe('the numbers of what was asked', () => {
  it('tell of requests for evidence how many were sent, answered, ran out and are open, and the middle days to an answer', async () => {
    await requests(11, 'i-90', { sent: 100, took: 20, state: 'answered' })
    await requests(10, 'i-90', { sent: 95, took: 40, state: 'answered' })
    await requests(12, 'i-90', { sent: 110, took: 84, state: 'lapsed' })
    await requests(13, 'i-90', { sent: 10 })
    const [head, row, all] = await file('requests')
    assert.equal(head, 'Form,Sent,Answered,Ran out,Open,"Middle, in days"')
    assert.equal(row, '"Form I-90, Application to Replace Permanent Resident Card",46,21,12,13,20')
    assert.equal(all, 'All,46,21,12,13,–')
    assert.match((await file('requests', 30))[1] ?? '', /,13,0,12,13,–$/)
  })
  it('hide a form with few, and no time of few answers is told', async () => {
    await requests(4, 'n-400', { sent: 50, took: 5, state: 'answered' })
    const rows = await file('requests')
    assert.match(rows.find((line) => /N-400/.test(line)) ?? '', /,not shown,not shown,0,0,–$/)
    assert.match(rows.at(-1) ?? '', /^All,50,25,/)
  })
  it('tell of questions about cases how many were asked, answered and wait, by what was asked', async () => {
    const [reason, ...others] = ground.services.agency.inquiries.reasons.map(({ id }) => id)
    await inquiries(12, String(reason), { asked: 60, took: 9 })
    await inquiries(1, String(reason), { asked: 3 })
    await inquiries(1, String(others[0]), { asked: 3 })
    const rows = await file('inquiries')
    assert.equal(rows[0], 'What was asked,Asked,Answered,Waiting,"Middle, in days"')
    assert.match(rows[1] ?? '', /,not shown,12,not shown,9$/)
    assert.equal(rows.at(-1), 'All,14,12,2,–')
  })
  it('are drawn on the page beside their tables', async () => {
    await admin.open('/numbers?days=365')
    assert.match(admin.seen.text, /Requests for evidence.*Questions about cases/)
    assert.match(admin.seen.html, /id="requests"[\s\S]*class="bars"[\s\S]*id="inquiries"/)
  })
})
