import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { workerOver } from '../../../test/cast/printing-ground.ts'
import { type RepresentedGround, representedGround } from '../../../test/cast/represented-case.ts'
import { operation } from '../../platform/operation.ts'
import { issueNotice, type NoticeToIssue } from './issue-notice.ts'
import { setNoticeJob } from './set-notice.ts'
import { tellJoinedJob } from './tell-joined.ts'

const issueForTest = operation({
  name: 'test.issue-before-joining',
  allow: () => true,
  refusals: [],
  run: (context, notice: NoticeToIssue) => issueNotice(context, notice),
})

let ground: RepresentedGround
before(async () => {
  ground = await representedGround()
})
after(() => ground.end())

/** A case from paper with its codes, and a notice that was issued and set while nobody had joined. */
async function withNotice() {
  const paper = await ground.paperCase()
  const { id: caseId } = await ground.owner.selectFrom('cases.case').select('id').where('receipt_number', '=', paper.receiptNumber).executeTakeFirstOrThrow()
  const issued = await workerOver(ground).perform(issueForTest, { caseId, receiptNumber: paper.receiptNumber, kind: 'transfer', values: { to: 'field-office-newark' } })
  assert.ok(issued.ok, JSON.stringify(issued))
  await setNoticeJob.run(workerOver(ground), { notice: issued.output.notice })
  return { ...paper, caseId, notice: issued.output.notice }
}

async function joins(name: string, type: 'applicant' | 'representative', { receiptNumber, ...codes }: Awaited<ReturnType<typeof withNotice>>) {
  const browser = await ground.signedUp(`${name}@example.test`, type)
  await ground.add(browser, receiptNumber, codes[type])
  return browser
}

interface Queued {
  payload: Record<string, unknown>
}

/** The jobs that a case’s joining queued. */
async function queuedFor(caseId: string): Promise<Queued[]> {
  const { rows } = await sql<Queued>`
    select jobs.payload from graphile_worker._private_jobs jobs join graphile_worker._private_tasks tasks on tasks.id = jobs.task_id
    where tasks.identifier = 'correspondence.tell-joined' and jobs.payload ->> 'case' = ${caseId}`.execute(ground.owner)
  return rows
}

async function work(caseId: string): Promise<void> {
  for (const { payload } of await queuedFor(caseId)) for (const _run of [1, 2]) await tellJoinedJob.run(workerOver(ground), payload)
}

const waitingMails = async (name: string) => (await ground.mails(`${name}@example.test`)).filter(({ kind }) => kind === 'correspondence.notices-waiting')
const copiesOf = async (notice: string) =>
  (await ground.owner.selectFrom('correspondence.notice_paper').select('copy').where('notice', '=', notice).execute()).map(({ copy }) => copy).toSorted()

describe('who joins a case after its notices were issued', () => {
  it('is told by mail that some are waiting, once however often the job runs, and nothing personal', async () => {
    const paper = await withNotice()
    await joins('late-ana', 'representative', paper)
    await joins('late-maria', 'applicant', paper)
    await work(paper.caseId)
    for (const name of ['late-ana', 'late-maria']) {
      const told = await waitingMails(name)
      assert.equal(told.length, 1, name)
      assert.doesNotMatch(JSON.stringify(told), new RegExp(`Reyes|Maria|Paper|${paper.receiptNumber}|${paper.receiptNumber.slice(-4)}|represent`))
    }
  })
  it('finds their own copy of each, which was not made while nobody would read it, and no letter goes a second time', async () => {
    const paper = await withNotice()
    assert.deepEqual(await copiesOf(paper.notice), ['person'])
    // As if everybody had had an account when it was issued.
    const posts = ground.owner.deleteFrom('correspondence.notice_post').where('notice', '=', paper.notice)
    await posts.execute()
    await joins('copies-ana', 'representative', paper)
    await work(paper.caseId)
    for (const _run of [1, 2]) await setNoticeJob.run(workerOver(ground), { notice: paper.notice, copies: true })
    assert.deepEqual(await copiesOf(paper.notice), ['person', 'representative'])
    assert.equal((await posts.executeTakeFirst()).numDeletedRows, 0n)
  })
  it('is told nothing where none waits, or where they are on the case no longer', async () => {
    const [bare, left] = [await ground.paperCase(), await withNotice()]
    const { id } = await ground.owner.selectFrom('cases.case').select('id').where('receipt_number', '=', bare.receiptNumber).executeTakeFirstOrThrow()
    await joins('bare-ana', 'representative', { ...bare, caseId: id, notice: '' })
    await joins('left-ana', 'representative', left)
    await ground.owner.updateTable('cases.party').set({ until_at: ground.services.clock.now() }).where('case', '=', left.caseId).where('role', '=', 'representative').execute()
    for (const caseId of [id, left.caseId]) await work(caseId)
    for (const name of ['bare-ana', 'left-ana']) assert.deepEqual(await waitingMails(name), [], name)
  })
})
