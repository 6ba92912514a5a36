import { createHmac } from 'node:crypto'
import { Logger, runOnce, type TaskList } from 'graphile-worker'
import { Pool } from 'pg'
import { recordEntry } from '../../src/audit/index.ts'
import { startCashier } from '../../src/cashier/index.ts'
import { submitChores, submitJobs } from '../../src/filing/index.ts'
import type { Actor } from '../../src/platform/actor.ts'
import type { Route } from '../../src/platform/http/page.ts'
import { newId } from '../../src/platform/ids.ts'
import type { Job } from '../../src/platform/jobs/job.ts'
import { jobContext, runWorker, type WorkerParts } from '../../src/platform/jobs/run-worker.ts'
import { openLog } from '../../src/platform/log.ts'
import { performerFor } from '../../src/platform/operation.ts'
import { debitWith, newKeys, payFormWith } from '../../src/platform/pay/cashier-bench.ts'
import { connectCashier, type PayPort } from '../../src/platform/pay/index.ts'
import { casesGround } from './cases-ground.ts'
import { testRequest } from './services.ts'
import { paidScenario, submitPeople } from './submit-people.ts'
import { type BuiltAssets, freePort, type Page, submitPortal } from './submit-portal.ts'

export { freeScenario, paidScenario } from './submit-people.ts'

export type Chaos = { loseEvents?: number | 'all'; doubleEvents?: boolean; holdEveryOtherEventMs?: number }
export type SubmitGround = Awaited<ReturnType<typeof submitGround>>

export type PaymentRow = {
  id: string
  submission: string
  attempt: number
  state: string
  reason: string | null
  provider_id: string | null
  provider_url: string | null
  captured_cents: number
  refunded_cents: number
  taken_back_cents: number
  method: string | null
  dispute: string | null
}

export type SubmissionRow = { id: string; receipt_number: string | null; fee_cents: number; case: string | null }

/** A portal that listens, a real cashier over HTTP, a worker on call, and people with drafts to submit. */
export async function submitGround(options: { chaos?: Chaos; built?: BuiltAssets; languages?: readonly string[]; routes?: readonly Route[]; jobs?: readonly Job[] } = {}) {
  const cases = await casesGround()
  const { database } = cases
  const { clock } = cases.services
  const till = await openTill(() => clock.now().epochMilliseconds, options.chaos ?? {})
  const port = await freePort()
  const services = Object.assign(cases.services, {
    publicUrl: `http://127.0.0.1:${port}`,
    pay: { ...till.pay } as PayPort,
    pauseFor: async (_milliseconds: number) => {},
  })
  const log = openLog('silent')
  const parts = { pool: database.pools.portal, services, record: recordEntry, log }
  const { portal, enter, browser } = await submitPortal(parts, options.built, options.languages, options.routes)
  await portal.listen({ port, host: '127.0.0.1' })
  const as = (actor: Actor) => performerFor(parts, actor, testRequest)
  const worker = workerOn({ ...parts, pool: database.pools.worker, databaseUrl: database.urls.worker }, [...submitJobs, ...(options.jobs ?? [])])
  const people = submitPeople(cases, as)
  const rows = rowsIn(database.urls.superuser)
  const paymentsOf = (draft: string) =>
    rows<PaymentRow>(
      `select p.* from filing.payment p join filing.submission s on s.id = p.submission
       where s.draft = $1 order by p.attempt`,
      [draft],
    )

  /** Everybody who helped with a draft signs it, each on their own step, as the sign page leads there. */
  async function signAsHelpers(actor: Actor, draft: string): Promise<void> {
    const { html } = await browser(actor).get(`/drafts/${draft}/sign`)
    for (const [, url, name] of html.matchAll(/<a href="(\/drafts\/[^"]+\/sign\/[^"]+)">Sign as \w+: ([^<]+)<\/a>/g)) {
      const { status } = await browser(actor).press(String(url), { fullLegalName: String(name), themselves: 'yes' })
      if (status !== 303) throw new Error(`${url}: ${status}`)
    }
  }

  /** Signs a draft as its owner does on the page; the answer of the press. */
  const sign = (actor: Actor, draft: string, scenario = paidScenario): Promise<Page> =>
    browser(actor).press(`/drafts/${draft}/sign`, { fullLegalName: people.nameOf(scenario) })

  /** From a filled draft to the provider's page: signed, paid for by nobody yet. */
  async function payable(scenario = paidScenario) {
    const actor = await people.person()
    const draft = await people.filledDraft(actor, scenario)
    await sign(actor, draft, scenario)
    await browser(actor).press(`/drafts/${draft}/pay`)
    await worker.drain()
    const [payment] = await paymentsOf(draft)
    if (!payment?.provider_url) throw new Error('The payment was not prepared')
    return { actor, draft, submission: payment.submission, payment: payment.id, url: payment.provider_url }
  }

  return {
    ...people,
    ...worker,
    ...till,
    database,
    services,
    clock,
    as,
    enter,
    browser,
    rows,
    sign,
    signAsHelpers,
    payable,
    paymentsOf,
    mailsTo: cases.mailsTo,
    openCase: cases.openCase,
    submissionOf: async (draft: string) =>
      (await rows<SubmissionRow>('select * from filing.submission where draft = $1', [draft]))[0],
    ledger: () => rows<{ balance_cents: number; captured_cents: number; under_way: number }>('select * from filing.ledger'),
    /** Makes every job due that failed and waits for its next try. */
    retryNow: () => rows("update graphile_worker._private_jobs set run_at = now() - interval '1 second'"),
    /** Posts an event to the portal as the provider signs it; `secret`, `at` and `body` are wrong where a test says so. */
    postEvent: (event: ProviderEvent) => postEvent(services.publicUrl, till.secrets, clock.now(), event),
    async end() {
      await worker.end()
      await portal.close()
      await till.cashier.close()
      await database.drop()
    },
  }
}

/** The cashier on the test's own clock, and a payer's hand. */
async function openTill(clock: () => number, chaos: Chaos) {
  const secrets = newKeys()
  const quick = { slowAnswerMs: 0, bankStepMs: 60_000, retryDelaysMs: [10, 10] }
  const cashier = await startCashier({ port: 0, stateFile: ':memory:', ...secrets, ...quick, chaos, clock })
  const headers = { authorization: `Bearer ${secrets.apiKey}` }
  return {
    secrets,
    cashier,
    pay: connectCashier({ url: cashier.url, ...secrets }),
    payAt: (url: string, cardNumber: string) => payFormWith(url, { cardNumber }),
    /** Pays from a bank account; the cashier's bank takes a step each minute of the test's clock. */
    debitAt: (url: string, accountNumber: string) => debitWith(url, accountNumber),
    leaveAt: (url: string) => payFormWith(url, { action: 'cancel' }),
    /** Every charge and refund there was. */
    async movements(): Promise<{ kind: string; amountCents: number; checkoutId: string }[]> {
      const answer = await fetch(`${cashier.url}/v1/movements`, { headers })
      return ((await answer.json()) as { movements: [] }).movements
    },
  }
}

/** Jobs and chores run when the test says so, through the real queue and the worker's role. */
function workerOn(parts: Omit<WorkerParts, 'jobs' | 'chores'>, jobs: readonly Job[]) {
  const queue = new Pool({ connectionString: parts.databaseUrl, max: 4 })
  queue.on('error', () => {})
  queue.on('connect', (client) => client.on('error', () => {}))
  const run = (task: string, times: number) => async (payload: unknown) => {
    const job = jobs.find((each) => each.task === task)
    for (let time = 0; time < times; time++) await job?.run(jobContext(parts, task), payload as Record<string, unknown>)
  }
  return {
    asSystem: () => jobContext(parts, 'test'),
    /** Works the queue until nothing that is due is left; each job twice when asked. */
    async drain({ twice = false } = {}): Promise<void> {
      const taskList: TaskList = Object.fromEntries(jobs.map(({ task }) => [task, run(task, twice ? 2 : 1)]))
      await runOnce({ pgPool: queue, taskList, logger: new Logger(() => () => undefined) })
    },
    async reconcile(): Promise<void> {
      for (const chore of submitChores) await chore.run(jobContext(parts, chore.name))
    },
    /** Works the queue as it fills, as the product does. */
    startWorker: () => runWorker({ ...parts, jobs, chores: [], concurrency: 2 }),
    /** Waits for what the test can see, not for time: looks until it holds. */
    async until(holds: () => Promise<boolean>): Promise<void> {
      for (let look = 0; look < 2000; look++) if (await holds()) return
      throw new Error('It never came about')
    },
    end: () => queue.end(),
  }
}

export type ProviderEvent = {
  id?: string
  type: string
  providerId: string
  secret?: string
  at?: number
  body?: string
}

async function postEvent(url: string, secrets: { webhookSecret: string }, now: Temporal.Instant, event: ProviderEvent) {
  const id = event.id ?? newId()
  const timestamp = String(event.at ?? Math.floor(now.epochMilliseconds / 1000))
  const signed = JSON.stringify({ type: event.type, timestamp: now.toString(), data: { id: event.providerId } })
  const key = Buffer.from(event.secret ?? secrets.webhookSecret, 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${signed}`).digest('base64')
  const proof = { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` }
  const headers = { 'content-type': 'application/json', ...proof }
  const answer = await fetch(`${url}/payment-events`, { method: 'POST', headers, body: event.body ?? signed })
  return { id, status: answer.status }
}

/** What the database holds, for assertions: as the superuser, whom no policy stops. */
const rowsIn =
  (connectionString: string) =>
  async <T>(text: string, values: unknown[] = []): Promise<T[]> => {
    const pool = new Pool({ connectionString, max: 1 })
    // A connection that is closing may still hear that its database goes.
    pool.on('error', () => {})
    pool.on('connect', (client) => client.on('error', () => {}))
    try {
      return (await pool.query(text, values)).rows
    } finally {
      await pool.end()
    }
  }
