import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { type CasesGround, casesGround } from '../../../test/cast/cases-ground.ts'
import { recordedStatements } from '../../../test/cast/recorded-statements.ts'
import { recordEntry } from '../../audit/index.ts'
import { systemActor } from '../../platform/actor.ts'
import { newId } from '../../platform/ids.ts'
import { operation, performerFor } from '../../platform/operation.ts'
import { enterForMany } from './enter-for-many.ts'

let ground: CasesGround
before(async () => {
  ground = await casesGround()
})
after(() => ground.database.drop())

const staff = newId()
const moveForTest = operation({
  name: 'test.move-many',
  allow: () => true,
  refusals: [],
  run: async (context, ids: readonly string[]) =>
    enterForMany(context, { cases: ids.map((id) => ({ id, from: 'received' })), status: 'actively-reviewed', reason: 'Sorted', staff }),
})

let people = 0
async function caseOfSomebody(): Promise<{ caseId: string; email: string }> {
  people += 1
  const email = `together${people}@example.test`
  const account = await ground.newAccount(email)
  const { caseId } = await ground.openCase({ account: account.id })
  return { caseId, email }
}

/** The statements that moving so many cases takes, and whom it told. */
async function moved(many: number) {
  const cases = await Promise.all(Array.from({ length: many }, caseOfSomebody))
  const { pool, statements } = recordedStatements(ground.database.pools.worker)
  const { services } = ground
  const worker = performerFor({ pool, services, record: recordEntry }, systemActor('job'), { id: null, network: null })
  const done = await worker.perform(moveForTest, cases.map(({ caseId }) => caseId))
  assert.ok(done.ok && done.output.moved.length === many)
  return { cases, statements: statements.length }
}

it('many cases cost the statements of a few, and a job for every 25 mails: people are asked for, and their mails queued, all at once', async () => {
  const [few, many] = [await moved(3), await moved(43)]
  assert.equal(many.statements - few.statements, 1)
  for (const { email } of [...few.cases, ...many.cases]) assert.deepEqual((await ground.mailsTo(email)).map(({ kind }) => kind), ['cases.news'])
})

it('of many cases told together each person is told as they chose, one of a protected case is left as it is, and two accounts of a person are told once', async () => {
  const [mailed, quiet, silent] = [await caseOfSomebody(), await caseOfSomebody(), await caseOfSomebody()]
  const owner = ground.database.pools.owner ?? assert.fail()
  const accountOf = async (caseId: string) => (await owner.selectFrom('cases.party').select('account').where('case', '=', caseId).executeTakeFirstOrThrow()).account
  const now = ground.services.clock.now()
  await owner.updateTable('cases.case').set({ protected: true }).where('id', '=', quiet.caseId).execute()
  await owner.insertInto('notifications.choice').values({ account: await accountOf(silent.caseId), topic: 'case-news', by_email: false, by_text: false, chosen_at: now }).execute()
  const merged = await ground.newAccount('merged-together@example.test')
  await owner.insertInto('accounts.forwarding').values({ retired: String(merged.id), kept: await accountOf(mailed.caseId), cause: 'merged', forwarded_at: now }).execute()
  await owner.insertInto('cases.party').values({ case: mailed.caseId, account: String(merged.id), role: 'representative', from_at: now }).execute()
  const worker = ground.as(systemActor('job'))
  assert.ok((await worker.perform(moveForTest, [mailed, quiet, silent].map(({ caseId }) => caseId))).ok)
  const kinds = async (email: string) => (await ground.mailsTo(email)).map(({ kind }) => kind)
  assert.deepEqual([await kinds(mailed.email), await kinds(quiet.email), await kinds(silent.email), await kinds('merged-together@example.test')], [['cases.news'], [], [], []])
})
