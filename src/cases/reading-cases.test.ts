import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import {
  accountActor,
  addPaperForTest,
  type CasesGround,
  casesGround,
  staffActor,
  visitor,
} from '../../test/cast/cases-ground.ts'
import { type Actor, systemActor } from '../platform/actor.ts'
import { asActor } from '../platform/db/transaction.ts'
import { newId } from '../platform/ids.ts'
import {
  caseFor,
  caseForOffice,
  countCasesWaiting,
  documentFor,
  listCasesOf,
  listCasesWaiting,
  type Paper,
} from './index.ts'

const office = ['officer', 'supervisor', 'intake', 'support'].map((role) => staffActor(role))
const worker = systemActor('documents')

const paperOf = (caseId: string): Paper => ({
  caseId,
  kind: 'copy-of-record',
  source: 'submission-1',
  titleKey: 'cases.channel.online',
  storageKey: newId(),
  sha256: randomBytes(32).toString('hex'),
  sizeBytes: 1234,
  pages: 9,
})

describe('reading cases', () => {
  let ground: CasesGround
  before(async () => {
    ground = await casesGround()
  })
  after(() => ground.database.drop())

  const strangers = (): Actor[] => [accountActor(), visitor, staffActor('admin')]

  it('gives a case to its party; for anybody else it is as one that does not exist', async () => {
    const { account, receiptNumber } = await ground.openCase()
    assert.equal((await ground.as(account).read(caseFor, { receiptNumber }))?.receiptNumber, receiptNumber)
    for (const actor of [...strangers(), ...office]) {
      assert.equal(await ground.as(actor).read(caseFor, { receiptNumber }), null)
    }
    assert.equal(await ground.as(account).read(caseFor, { receiptNumber: 'IOE0000000000' }), null)
  })

  it('lists an account its own cases, newest news first, and nobody else any of them', async () => {
    const first = await ground.openCase()
    ground.services.clock.advance({ minutes: 1 })
    const second = await ground.openCase({ account: String(first.account.id) })
    const listed = await ground.as(first.account).read(listCasesOf, {})
    assert.deepEqual(
      listed?.own.map(({ receiptNumber }) => receiptNumber),
      [second.receiptNumber, first.receiptNumber],
    )
    assert.deepEqual(await ground.as(accountActor()).read(listCasesOf, {}), { own: [], followed: [] })
    assert.equal(await ground.as(visitor).read(listCasesOf, {}), null)
    assert.equal(await ground.as(staffActor('officer')).read(listCasesOf, {}), null)
  })

  it('ends with the relation: who is no party any more sees nothing', async () => {
    const { account, receiptNumber, caseId } = await ground.openCase()
    await ground.database.pools.owner
      ?.updateTable('cases.party')
      .set({ until_at: Temporal.Instant.from('2030-01-01T00:00:00Z') })
      .where('case', '=', caseId)
      .execute()
    assert.equal(await ground.as(account).read(caseFor, { receiptNumber }), null)
    assert.deepEqual(await ground.as(account).read(listCasesOf, {}), { own: [], followed: [] })
  })

  it('gives the office a case, the queues and their counts, and no account or visitor any of it', async () => {
    const { account, receiptNumber } = await ground.openCase({ status: 'accepted-at-lockbox' })
    const statuses = ['accepted-at-lockbox']
    for (const actor of office) {
      assert.equal((await ground.as(actor).read(caseForOffice, { receiptNumber }))?.parties[0]?.account, account.id)
      assert.equal((await ground.as(actor).read(listCasesWaiting, { statuses, most: 5 }))?.cases.length, 1)
      assert.deepEqual(await ground.as(actor).read(countCasesWaiting, { statuses }), [
        { status: statuses[0], cases: 1 },
      ])
    }
    for (const actor of [account, ...strangers()]) {
      assert.equal(await ground.as(actor).read(caseForOffice, { receiptNumber }), null)
      assert.equal(await ground.as(actor).read(listCasesWaiting, { statuses, most: 5 }), null)
      assert.equal(await ground.as(actor).read(countCasesWaiting, { statuses }), null)
    }
  })

  it('pages through a queue from the longest waiting on, and passes over none', async () => {
    for (let i = 0; i < 5; i += 1) {
      ground.services.clock.advance({ minutes: 1 })
      await ground.openCase({ status: 'rejected-unsigned' })
    }
    const statuses = ['rejected-unsigned']
    const reader = ground.as(staffActor('officer'))
    const seen: string[] = []
    for (let last: { since: Temporal.Instant; id: string } | undefined; ; ) {
      const page = await reader.read(listCasesWaiting, { statuses, most: 2, ...(last ? { after: last } : {}) })
      seen.push(...(page?.cases ?? []).map(({ id }) => id))
      if (!page?.next) break
      last = page.next
    }
    assert.equal(new Set(seen).size, 5)
    assert.equal(seen.length, 5)
  })

  it('keeps a paper once however often its job runs, and gives it to the party and the office alone', async () => {
    const { account, caseId, receiptNumber } = await ground.openCase()
    const added = await ground.as(worker).perform(addPaperForTest, paperOf(caseId))
    const again = await ground.as(worker).perform(addPaperForTest, paperOf(caseId))
    assert.ok(added.ok && added.output)
    assert.deepEqual(again, { ok: true, output: null })
    const own = await ground.as(account).read(caseFor, { receiptNumber })
    assert.deepEqual(
      own?.documents.map(({ id, pages, sizeBytes }) => [id, pages, sizeBytes]),
      [[added.output, 9, 1234]],
    )
    const asked = { receiptNumber, document: String(added.output) }
    for (const actor of [account, ...office])
      assert.equal((await ground.as(actor).read(documentFor, asked))?.caseId, caseId)
    for (const actor of strangers()) assert.equal(await ground.as(actor).read(documentFor, asked), null)
    const other = await ground.openCase()
    assert.equal(
      await ground.as(other.account).read(documentFor, { ...asked, receiptNumber: other.receiptNumber }),
      null,
    )
    assert.equal(await ground.as(account).read(documentFor, { receiptNumber, document: "x' or 1=1" }), null)
    await assert.rejects(ground.as(account).perform(addPaperForTest, paperOf(caseId)), /Only the jobs/)
  })

  it('is held by the database too: without the actor of the case no statement returns a row', async () => {
    const { account, caseId } = await ground.openCase()
    const { portal, office: officePool } = ground.database.pools
    const tables = ['case', 'party', 'document', 'status_change'] as const
    for (const actor of [accountActor(), visitor]) {
      for (const table of tables) {
        const rows = await asActor(portal, actor, {}, (tx) =>
          tx.selectFrom(`cases.${table}`).select(sql`1`.as('one')).execute(),
        )
        assert.deepEqual(rows, [], table)
        const unsigned = await asActor(officePool, actor, {}, (tx) =>
          tx.selectFrom(`cases.${table}`).select(sql`1`.as('one')).execute(),
        )
        assert.deepEqual(unsigned, [], table)
      }
    }
    const own = await asActor(portal, account, {}, (tx) => tx.selectFrom('cases.case').select('id').execute())
    assert.deepEqual(own, [{ id: caseId }])
  })

  it('lets no role of the application change what happened, and the portal read no reason or officer', async () => {
    const { account } = await ground.openCase()
    const { portal, office: officePool, worker: workerPool } = ground.database.pools
    const denied = /permission denied/
    const attempts = [
      [portal, account],
      [officePool, staffActor('supervisor')],
      [workerPool, worker],
    ] as const
    for (const [pool, actor] of attempts) {
      const statement = (text: string) => asActor(pool, actor, {}, (tx) => sql.raw(text).execute(tx))
      await assert.rejects(statement("update cases.status_change set status = 'approved'"), denied)
      await assert.rejects(statement('delete from cases.status_change'), denied)
      await assert.rejects(statement('delete from cases."case"'), denied)
      await assert.rejects(statement('delete from cases.document'), denied)
      await assert.rejects(statement("update cases.document set sha256 = ''"), denied)
      await assert.rejects(statement('update cases.party set account = gen_random_uuid()'), denied)
    }
    const asOwner = (text: string) => asActor(portal, account, {}, (tx) => sql.raw(text).execute(tx))
    await assert.rejects(asOwner('select reason_sealed from cases.status_change'), denied)
    await assert.rejects(asOwner('select by_id from cases.status_change'), denied)
    await assert.rejects(asOwner('update cases."case" set status = \'approved\''), denied)
    await assert.rejects(
      asOwner("insert into cases.party values (gen_random_uuid(), gen_random_uuid(), 'applicant', now())"),
      denied,
    )
  })
})
