import { Client } from 'pg'
import { openPaperCases, type PaperToOpen } from '../../src/cases/index.ts'
import { makeBatch } from '../../src/cases/paper-link/printing/make-batch.ts'
import { recordEntry } from '../../src/audit/index.ts'
import { systemActor } from '../../src/platform/actor.ts'
import { asActor } from '../../src/platform/db/transaction.ts'
import type { JobContext } from '../../src/platform/jobs/job.ts'
import { openLog } from '../../src/platform/log.ts'
import { operation, performerFor } from '../../src/platform/operation.ts'
import { keyedHash } from '../../src/platform/crypto/keyed-hash.ts'
import { type OfficeGround, officeGround } from './office-ground.ts'
import { homeAddress } from './paper-letters.ts'

export type PrintingGround = Awaited<ReturnType<typeof printingGround>>

const openForTest = operation({
  name: 'test.open-paper',
  allow: () => true,
  refusals: [],
  run: (context, papers: readonly PaperToOpen[]) => openPaperCases(context, papers),
})

/** What a worker gives a job, over any ground with an office. */
export function workerOver({ database, services }: Pick<OfficeGround, 'database' | 'services'>): JobContext {
  const pool = database.pools.worker
  return { ...performerFor({ pool, services, record: recordEntry }, systemActor('job'), { id: null, network: null }), services, pool, log: openLog('silent') }
}

let filings = 0

/** Opens cases from paper, each with its notice and letter, as an import does. */
export async function openPapers({ database, services, newAccount }: Pick<OfficeGround, 'database' | 'services' | 'newAccount'>, papers: readonly Partial<PaperToOpen['person']>[], about: Partial<PaperToOpen> = {}) {
  const toOpen: PaperToOpen[] = []
  for (const person of papers) {
    filings += 1
    const { id } = await newAccount(`paper-${filings}@example.test`)
    const row = await database.pools.owner?.selectFrom('accounts.account').select('online_account_number').where('id', '=', String(id)).executeTakeFirst()
    toOpen.push({
      form: 'i-90',
      receivedOn: Temporal.PlainDate.from('2026-11-03'),
      receiptNumber: null,
      account: { id: String(id), number: row?.online_account_number ?? '' },
      consular: false,
      feeCents: null,
      language: 'en',
      dateOfBirthHash: keyedHash(services.keys, 'test', String(filings)),
      person: {
        familyName: 'Example',
        givenName: 'Maria',
        dateOfBirth: Temporal.PlainDate.from('1985-06-14'),
        aNumber: null,
        email: null,
        address: homeAddress,
        representative: null,
        ...person,
      },
      ...about,
    })
  }
  const opened = await workerOver({ database, services }).perform(openForTest, toOpen)
  if (!opened.ok) throw new Error(opened.refusal)
  return opened.output
}

/** An office with letters that wait. */
export async function printingGround(options: Parameters<typeof officeGround>[0] = {}) {
  const office = await officeGround(options)
  const { owner } = office.database.pools
  if (!owner) throw new Error('no owner')
  const worker = workerOver(office)
  return {
    ...office,
    owner,
    worker,
    open: (...papers: Partial<PaperToOpen['person']>[]) => openPapers(office, papers),
    openConsular: (...papers: Partial<PaperToOpen['person']>[]) => openPapers(office, papers, { consular: true }),
    make: (most?: number) => makeBatch(worker, most),
    letters: () => owner.selectFrom('cases.letter').selectAll().orderBy('written_at').orderBy('id').execute(),
    batches: () => owner.selectFrom('cases.print_batch').selectAll().orderBy('ordinal').execute(),
    outbox: () => owner.selectFrom('mail.demo_outbox').selectAll().orderBy('ordinal').execute(),
    /** The tasks that are queued. */
    jobs: () => queuedTasks(office.database.urls.superuser),
    stored: () => asKeys(office.services.storage.list()),
    /** Nothing waits any more, and no batch is there. */
    clear: () =>
      asActor(owner, systemActor('test'), {}, async (tx) => {
        await tx.deleteFrom('cases.letter').execute()
        await tx.deleteFrom('cases.print_batch').execute()
        await tx.deleteFrom('cases.access_notice').execute()
      }),
  }
}

async function queuedTasks(connectionString: string): Promise<string[]> {
  const client = new Client({ connectionString })
  await client.connect()
  try {
    const { rows } = await client.query<{ task: string }>(
      'select tasks.identifier as task from graphile_worker._private_jobs jobs join graphile_worker._private_tasks tasks on tasks.id = jobs.task_id',
    )
    return rows.map(({ task }) => task)
  } finally {
    await client.end()
  }
}

async function asKeys(list: AsyncIterable<{ key: string }>): Promise<string[]> {
  const keys: string[] = []
  for await (const { key } of list) keys.push(key)
  return keys
}
