import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { casesGround, type CasesGround, staffActor } from '../../../../test/cast/cases-ground.ts'
import { openPapers, workerOver } from '../../../../test/cast/printing-ground.ts'
import type { Actor } from '../../../platform/actor.ts'
import { newId } from '../../../platform/ids.ts'
import { operation } from '../../../platform/operation.ts'
import { openLetter } from '../../../cases/paper-link/printing/sealed-letter.ts'
import { contentAsText } from '../../../cases/paper-link/letter/letter-text.ts'
import { textOf } from '../../../platform/i18n/text.ts'
import { issueNotice, type NoticeToIssue } from '../issue-notice.ts'
import { mailNoticeAgain } from '../office-notices.ts'
import { setNoticeJob } from '../set-notice.ts'
import { postNoticeJob } from './post-notice.ts'

const issueForTest = operation({
  name: 'test.issue-posted-notice',
  allow: () => true,
  refusals: [],
  run: (context, notice: NoticeToIssue) => issueNotice(context, notice),
})
const againForTest = operation({
  name: 'test.mail-again',
  allow: () => true,
  refusals: [],
  run: async (context, input: Parameters<typeof mailNoticeAgain>[1]) => ({ said: await mailNoticeAgain(context, input) }),
})

let ground: CasesGround
before(async () => {
  ground = await casesGround()
})
after(() => ground.database.drop())

const owner = () => {
  const pool = ground.database.pools.owner
  if (!pool) throw new Error('the test database has an owner')
  return pool
}
const postsOf = (notice: string) => owner().selectFrom('correspondence.notice_post').selectAll().where('notice', '=', notice).orderBy('asked_at').execute()

/** Runs the jobs of a notice, each twice. */
async function work(notice: string): Promise<void> {
  for (let run = 0; run < 2; run += 1) {
    await setNoticeJob.run(workerOver(ground), { notice })
    for (const { id } of await postsOf(notice)) await postNoticeJob.run(workerOver(ground), { post: id })
  }
}

async function issue(caseId: string, receiptNumber: string) {
  const issued = await ground.as(staffActor('officer')).perform(issueForTest, { caseId, receiptNumber, kind: 'transfer', values: { to: 'field-office-newark' } })
  assert.ok(issued.ok, JSON.stringify(issued))
  await work(issued.output.notice)
  return issued.output.notice
}

async function onlineCase(person: Actor) {
  return ground.openCase({ account: String(person.id) })
}

const lettersOf = (caseId: string) => owner().selectFrom('cases.letter').selectAll().where('case', '=', caseId).where('kind', '=', 'notice').execute()

describe('a notice by mail', () => {
  it('goes to who asked for paper too, once however often its jobs run, and to nobody who did not', async () => {
    const [paper, screen] = [await ground.newAccount('paper-too@example.test'), await ground.newAccount('screen@example.test')]
    await owner().insertInto('profile.person').values({ account: String(paper.id), notices: 'paper', changed_at: ground.services.clock.now() }).execute()
    const [one, other] = [await onlineCase(paper), await onlineCase(screen)]
    const [posted, not] = [await issue(one.caseId, one.receiptNumber), await issue(other.caseId, other.receiptNumber)]
    const [post, ...more] = await postsOf(posted)
    assert.deepEqual([post?.cause, more.length, (await postsOf(not)).length], ['asked-for-paper', 0, 0])
    assert.ok(post?.no_address_at, 'they gave no address: the office is told')
  })
  it('of a form on paper goes to the address on it, word for word, and again where an officer says why, once a press', async () => {
    const [opened] = await openPapers(ground, [{}])
    assert.ok(opened)
    const { caseId, receiptNumber } = opened
    await owner().updateTable('cases.party').set({ until_at: ground.services.clock.now() }).where('case', '=', caseId).execute()
    const notice = await issue(caseId, receiptNumber)
    assert.deepEqual((await postsOf(notice)).map(({ copy, cause, letter }) => [copy, cause, letter !== null]), [['person', 'no-account', true]])
    const [letter] = await lettersOf(caseId)
    assert.ok(letter?.sealed)
    const { facts } = openLetter(ground.services.keys, { id: letter.id, case: caseId, kind: letter.kind, sealed: letter.sealed })
    const [part] = 'parts' in facts ? facts.parts : []
    assert.ok(part)
    assert.match(contentAsText(textOf('en', 'America/New_York'), part), /Another office has your case now/)
    const again = { caseId, notice, why: 'It came back torn', press: newId() }
    const officer = staffActor('officer')
    assert.deepEqual([await ground.as(officer).perform(againForTest, again), await ground.as(officer).perform(againForTest, again)].map((each) => each.ok && each.output.said), ['asked', 'asked-before'])
    await work(notice)
    assert.equal((await lettersOf(caseId)).length, 2)
  })
})
