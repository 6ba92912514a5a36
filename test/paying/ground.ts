import { Pool } from 'pg'
import type { AgencyPack } from '../../src/agency/index.ts'
import { recordEntry } from '../../src/audit/index.ts'
import { submitJobs } from '../../src/filing/index.ts'
import { reconcilePaymentsChore } from '../../src/filing/payment/reconcile-payments.ts'
import { lookForTakenBackChore } from '../../src/filing/payment/look-for-taken-back.ts'
import { type Actor, visitor } from '../../src/platform/actor.ts'
import { jobContext } from '../../src/platform/jobs/run-worker.ts'
import { openLog } from '../../src/platform/log.ts'
import { performerFor } from '../../src/platform/operation.ts'
import { casesGround, staffActor } from '../cast/cases-ground.ts'
import { testRequest } from '../cast/services.ts'
import { submitPeople } from '../cast/submit-people.ts'
import { providerInMemory } from './provider.ts'

export type Ground = Awaited<ReturnType<typeof payingGround>>

/** What a draft costs from now on. */
const costing = (agency: AgencyPack, amountCents: number): AgencyPack => ({
  ...agency,
  fees: agency.fees.map((fee) => (fee.code === 'i-90-filing' && fee.channel === 'online' ? { ...fee, amountCents } : fee)),
})

/** The jobs that move payments; papers and mails are made by others, and are only counted here. */
const movers = ['prepare', 'settle', 'capture', 'release'].map((verb) => `filing.${verb}-payment`).concat('filing.keep-after-waiver')

/**
 * The real database, operations, jobs and poller of one portal, with a provider in memory and a queue that is worked one
 * job at a time, when and as often as a test says.
 */
export async function payingGround() {
  const cases = await casesGround()
  const { database, services } = cases
  const { clock, agency } = services
  const provider = providerInMemory(() => clock.now())
  const mutable = Object.assign(services, { pay: provider.port, pauseFor: async () => {} })
  const packs = new Map([41_500, 42_500, 38_000].map((cents) => [cents, costing(agency, cents)]))
  const log = openLog('silent')
  const asOn = (pool: keyof typeof database.pools) => (actor: Actor) =>
    performerFor({ pool: database.pools[pool] as never, services, record: recordEntry }, actor, testRequest)
  const as = asOn('portal')
  const parts = { pool: database.pools.worker, services, record: recordEntry, log }
  const truth = new Pool({ connectionString: database.urls.superuser, max: 3 })
  const rows = async <Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> =>
    (await truth.query(text, values)).rows as Row[]
  /** Work while a draft is held that is not submitted, as an upload holds it; none of it where it was. */
  async function holding(draft: string, work: () => Promise<unknown>): Promise<void> {
    const client = await truth.connect()
    try {
      await client.query('begin')
      const held = await client.query('select 1 from filing.draft where id = $1 and submission is null for no key update', [draft])
      if (held.rowCount === 1) await work()
      await client.query('commit')
    } finally {
      client.release()
    }
  }

  return {
    provider,
    holding,
    clock,
    services: mutable,
    rows,
    as,
    people: submitPeople(cases, as),
    system: () => cases.as({ kind: 'system', id: 'test', roles: [], sessionId: null }),
    gate: () => as(visitor),
    office: () => asOn('office')(staffActor('officer')),
    openCase: cases.openCase,
    /** What a form costs from now on. */
    setFee: (cents: number) => void Object.assign(mutable, { agency: packs.get(cents) }),
    poll: () => reconcilePaymentsChore.run(jobContext(parts, 'poller')),
    lookBack: () => lookForTakenBackChore.run(jobContext(parts, 'poller')),
    ...queueOf(rows, parts),
    async end() {
      await truth.end()
      await database.drop()
    },
  }
}

type Queued = { id: string; task: string; payload: Record<string, unknown> }

/** The real queue's rows, locked and removed as its worker does it. */
function queueOf(rows: <Row extends object>(text: string, values?: unknown[]) => Promise<Row[]>, parts: Parameters<typeof jobContext>[0]) {
  const waiting = () =>
    rows<Queued>(
      `select j.id::text, t.identifier as task, j.payload from graphile_worker._private_jobs j
       join graphile_worker._private_tasks t on t.id = j.task_id
       where t.identifier = any ($1) and j.locked_at is null order by j.id`,
      [movers],
    )
  const attempt = async ({ task, payload }: Queued) => submitJobs.find((job) => job.task === task)?.run(jobContext(parts, task), payload)

  /** Works one job so often at once; it is gone unless it failed. False: another took it first. */
  async function work(job: Queued, times = 1): Promise<boolean> {
    const taken = await rows("update graphile_worker._private_jobs set locked_at = now(), locked_by = 'test' where id = $1 and locked_at is null returning id", [job.id])
    if (taken.length === 0) return false
    const runs = await Promise.allSettled(Array.from({ length: times }, () => attempt(job)))
    const failed = runs.find(({ status }) => status === 'rejected')
    if (failed) await rows('update graphile_worker._private_jobs set locked_at = null, locked_by = null where id = $1', [job.id])
    else await rows('delete from graphile_worker._private_jobs where id = $1', [job.id])
    return true
  }
  /** As when the tries of all are used up, or the queue was lost: nobody will work them. */
  const lose = () =>
    rows('delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t where t.id = j.task_id and t.identifier = any ($1)', [movers])
  return { waiting, work, lose }
}
