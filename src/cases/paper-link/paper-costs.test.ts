import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { sql } from 'kysely'
import { type CasesGround, casesGround } from '../../../test/cast/cases-ground.ts'
import { manyCases } from '../../../test/cast/many-cases.ts'
import { type Reads, readsOf } from '../../../test/cast/reads.ts'
import { systemActor } from '../../platform/actor.ts'
import { asActor, type Tx } from '../../platform/db/transaction.ts'
import { findClaimable, lockClaimable } from './claim-store.ts'
import { listNotices, lockNotices } from './codes/code-store.ts'
import { listPapersToCompare } from './compare-store.ts'
import { findPaperCase, listTakenReceipts, lockPaper } from './paper-store.ts'

const hash = 'h'.repeat(43)

let ground: CasesGround
before(async () => {
  ground = await casesGround()
  await manyCases(ground.database)
  for (const statement of [
    `insert into cases.paper_filing select id, 'x', '${hash}', false, null, now() from cases."case" where channel = 'paper'`,
    `insert into cases.access_notice (id, "case", addressee, code_hash, cause, issued_at, expires_at)
      select gen_random_uuid(), id, 'applicant', '${hash}', 'intake', now(), now() + interval '90 days' from cases."case" where channel = 'paper'`,
    'analyze cases.paper_filing, cases.access_notice',
  ])
    await sql.raw(statement).execute(ground.database.pools.owner ?? assert.fail())
})
after(() => ground.database.drop())

/** One in the middle of twenty thousand, each of which has an open notice. */
const receiptNumber = 'EAC0000010000'

it('whoever has a code, asks for a new one or is looked up by an import reads by indexes alone, however many notices are open', async () => {
  const [its] = (await sql<{ id: string }>`select id from cases."case" where receipt_number = ${receiptNumber}`.execute(ground.database.pools.owner ?? assert.fail())).rows
  const caseId = its?.id ?? ''
  const now = ground.services.clock.now()
  const typed = { receiptNumber, codeHashes: [hash], birthHashes: [hash], now, by: caseId }
  const looks: [string, (tx: Tx) => Promise<unknown>][] = [
    ['a claim that is tried', (tx) => findClaimable(tx, { ...typed, by: '' })],
    ['a claim', (tx) => lockClaimable(tx, typed)],
    ['who asks for a new code', (tx) => findPaperCase(tx, { receiptNumber, birthHashes: [hash] })],
    ['a new code', (tx) => lockPaper(tx, caseId)],
    ['the notices of a case', (tx) => lockNotices(tx, { caseId, addressee: 'applicant' })],
    ['the notices of a case in the office', (tx) => listNotices(tx, caseId, 50)],
    ['a form that is held against another', (tx) => listPapersToCompare(tx, caseId, [caseId])],
    ['an import', (tx) => listTakenReceipts(tx, [receiptNumber, 'EAC0000010001'])],
  ]
  for (const [name, look] of looks) {
    let found: unknown
    const reads: Reads[] = await asActor(ground.database.pools.worker, systemActor('test'), {}, (tx) =>
      readsOf(tx, 'cases', async () => {
        found = await look(tx)
      }),
    )
    assert.ok(reads.length > 0, name)
    assert.deepEqual(reads.filter(({ whole }) => whole > 0), [], name)
    if (name === 'a claim') assert.equal((found as { case: string } | undefined)?.case, caseId)
  }
})
