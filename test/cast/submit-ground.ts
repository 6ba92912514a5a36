import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import type { InjectOptions } from 'fastify'
import { Logger, runOnce, type TaskList } from 'graphile-worker'
import { Pool } from 'pg'
import { layoutOf } from '../../src/app/layout.tsx'
import { recordEntry } from '../../src/audit/index.ts'
import { startCashier } from '../../src/cashier/index.ts'
import { sealName } from '../../src/evidence/stored-file.ts'
import { saveDraftPage, startDraft } from '../../src/filing/index.ts'
import type { FormDefinition } from '../../src/filing/definition/definition.ts'
import { scenarioAnswers } from '../../src/filing/journey/scenario-pages.ts'
import { submitChores, submitJobs, submitRoutes } from '../../src/filing/submission/routes.ts'
import type { Actor } from '../../src/platform/actor.ts'
import { visitor } from '../../src/platform/actor.ts'
import { buildServer } from '../../src/platform/http/server.ts'
import type { Visit } from '../../src/platform/http/visit.ts'
import { newId, newSecret } from '../../src/platform/ids.ts'
import { jobContext, runWorker } from '../../src/platform/jobs/run-worker.ts'
import { openLog } from '../../src/platform/log.ts'
import { connectCashier, type PayPort } from '../../src/platform/pay/index.ts'
import { newKeys, payFormWith } from '../../src/platform/pay/cashier-bench.ts'
import { performerFor } from '../../src/platform/operation.ts'
import type { Assets } from '../../src/ui/index.ts'
import { casesGround } from './cases-ground.ts'
import { testRequest } from './services.ts'

export type Chaos = { loseEvents?: number | 'all'; doubleEvents?: boolean; holdEveryOtherEventMs?: number }
export type SubmitGround = Awaited<ReturnType<typeof submitGround>>
export type Page = { status: number; location: string; html: string; headers: Record<string, unknown> }

export const paidScenario = 'lost card'
export const freeScenario = 'card never received'

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  await new Promise((settle) => server.close(settle))
  return port
}

/** The product's own look, where a browser is to see it. */
export type BuiltAssets = { assets: Assets; folder: string }

/** A portal that listens, a real cashier over HTTP, a worker on call, and people with drafts to submit. */
export async function submitGround(options: { chaos?: Chaos; built?: BuiltAssets } = {}) {
  const cases = await casesGround()
  const { database } = cases
  const { clock } = cases.services
  const secrets = newKeys()
  const chaos = options.chaos ?? {}
  const cashier = await startCashier({
    port: 0,
    stateFile: ':memory:',
    ...secrets,
    chaos,
    clock: () => clock.now().epochMilliseconds,
    slowAnswerMs: 0,
    retryDelaysMs: [10, 10],
  })
  const pay = connectCashier({ url: cashier.url, ...secrets })
  const port = await freePort()
  const services = {
    ...cases.services,
    publicUrl: `http://127.0.0.1:${port}`,
    pay: { ...pay } as PayPort,
    pauseFor: async (_milliseconds: number) => {},
  }
  const faults: unknown[] = []
  const log = { ...openLog('silent'), fault: (_line: unknown, fault: unknown) => void faults.push(fault) }
  const visits = new Map<string, Visit>()
  const parts = { pool: database.pools.portal, services, record: recordEntry }
  const portal = await portalOver(parts, visits, log, options.built)
  await portal.listen({ port, host: '127.0.0.1' })
  const worker = { ...parts, pool: database.pools.worker, log }
  const queue = new Pool({ connectionString: database.urls.worker, max: 4 })
  const as = (actor: Actor) => performerFor(parts, actor, testRequest)
  const form = services.agency.definitions.get('i-90')?.get('2025-01-20') as FormDefinition
  let people = 0

  async function person(): Promise<Actor> {
    people += 1
    const actor = await cases.newAccount(`${'p'.repeat(people)}@example.test`)
    const now = clock.now()
    await database.pools.owner
      ?.insertInto('accounts.session')
      .values({
        id: actor.sessionId as string,
        secret_hash: newSecret(256) + newId(),
        account: actor.id as string,
        stage: 'full',
        begun_at: now,
        last_seen_at: now,
        ends_at: now.add({ hours: 12 }),
        proved_at: now,
      })
      .execute()
    return actor
  }

  async function addFile(actor: Actor, draft: string, document: string, state = 'clean'): Promise<string> {
    const id = newId()
    const account = actor.id as string
    const now = clock.now()
    await database.pools.owner
      ?.insertInto('evidence.file')
      .values({
        id,
        account,
        draft,
        document,
        name_sealed: sealName(services.keys, account, id, `${document}.pdf`),
        type: 'pdf',
        size_bytes: 1000,
        sha256: (newId() + newId()).replaceAll('-', ''),
        storage_key: newId(),
        state,
        pages: state === 'clean' ? 1 : null,
        uploaded_at: now,
        checked_at: state === 'clean' ? now : null,
      })
      .execute()
    return id
  }

  /** A draft that a described person filled in, with the files they bring. */
  async function filledDraft(actor: Actor, scenario = paidScenario): Promise<string> {
    const described = form.scenarios.find(({ name }) => name === scenario)
    if (!described) throw new Error(`No scenario person is called ${scenario}`)
    const started = await as(actor).perform(startDraft, { form: 'i-90', language: 'en', startKey: newId() })
    if (!started.ok) throw new Error(started.refusal)
    const { draft } = started.output
    const page = form.parts[0]?.pages[0]?.id ?? ''
    await as(actor).perform(saveDraftPage, { draft, page, answers: scenarioAnswers(form, described) })
    for (const document of Object.keys(described.files)) await addFile(actor, draft, document)
    return draft
  }

  /** How a described person signs. */
  function nameOf(scenario = paidScenario): string {
    const answers = form.scenarios.find(({ name }) => name === scenario)?.answers ?? {}
    return `${answers.givenName} ${answers.familyName}`
  }

  /** Signs a draft as its owner does on the page; the answer of the press. */
  async function sign(actor: Actor, draft: string, scenario = paidScenario): Promise<Page> {
    return browser(actor).press(`/drafts/${draft}/sign`, { fullLegalName: nameOf(scenario) })
  }

  /** From a filled draft to the provider's page: signed, paid for by nobody yet. */
  async function payable(scenario = paidScenario) {
    const actor = await person()
    const draft = await filledDraft(actor, scenario)
    await sign(actor, draft, scenario)
    await browser(actor).press(`/drafts/${draft}/pay`)
    await drain()
    const [payment] = await paymentsOf(draft)
    if (!payment?.provider_url) throw new Error('The payment was not prepared')
    return { actor, draft, submission: payment.submission, payment: payment.id, url: payment.provider_url }
  }

  type PaymentRow = {
    id: string
    submission: string
    attempt: number
    state: string
    reason: string | null
    provider_id: string | null
    provider_url: string | null
    captured_cents: number
    refunded_cents: number
  }
  const paymentsOf = (draft: string): Promise<PaymentRow[]> =>
    rows(
      `select p.* from filing.payment p join filing.submission s on s.id = p.submission
       where s.draft = $1 order by p.attempt`,
      [draft],
    )

  /** Signs somebody in: the secret their cookie holds. */
  function enter(actor: Actor): string {
    const secret = newSecret(128)
    visits.set(secret, visitOf(actor, clock.now()))
    return secret
  }

  function browser(actor: Actor | null) {
    const secret = actor ? enter(actor) : ''
    const cookie = actor ? `portolan_portal=${secret}` : ''
    const seen = async (request: InjectOptions): Promise<Page> => {
      const answer = await portal.inject(request)
      const location = answer.headers.location?.toString() ?? ''
      return { status: answer.statusCode, location, html: answer.body, headers: answer.headers }
    }
    const get = (url: string) => seen({ method: 'GET', url, headers: { cookie } })
    return {
      get,
      /** Presses the button of the page's form, with these fields beside its hidden ones. */
      async press(url: string, fields: Record<string, string> = {}, page?: Page): Promise<Page> {
        const { html } = page ?? (await get(url))
        const hidden = [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)]
        const body = new URLSearchParams({ ...Object.fromEntries(hidden.map(([, name, value]) => [name, value])), ...fields })
        const headers = { cookie, origin: services.publicUrl, 'content-type': 'application/x-www-form-urlencoded' }
        return seen({ method: 'POST', url, headers, payload: body.toString() })
      },
      /** Makes the session's proof older than the step-up allows. */
      forgetProof() {
        const visit = visits.get(secret)
        const session = visit?.session
        if (visit && session?.holder)
          visits.set(secret, { ...visit, session: { ...session, holder: { ...session.holder, hasRecentProof: false } } })
      },
    }
  }

  /** Works the queue until nothing that is due is left; each job twice when asked. */
  async function drain({ twice = false } = {}): Promise<void> {
    const run = (task: string) => async (payload: unknown) => {
      const job = submitJobs.find((each) => each.task === task)
      const times = twice ? 2 : 1
      for (let time = 0; time < times; time++) await job?.run(jobContext(worker, task), payload as Record<string, unknown>)
    }
    const taskList: TaskList = Object.fromEntries(submitJobs.map(({ task }) => [task, run(task)]))
    await runOnce({ pgPool: queue, taskList, logger: new Logger(() => () => undefined) })
  }

  const rows = async <T>(sqlText: string, values: unknown[] = []): Promise<T[]> => {
    const owner = new Pool({ connectionString: database.urls.superuser, max: 1 })
    try {
      return (await owner.query(sqlText, values)).rows
    } finally {
      await owner.end()
    }
  }

  return {
    database,
    services,
    clock,
    cashier,
    pay,
    secrets,
    chaos,
    faults,
    form,
    as,
    asSystem: (name = 'test') => jobContext(worker, name),
    person,
    addFile,
    filledDraft,
    nameOf,
    sign,
    payable,
    paymentsOf,
    /** The one submission of a draft. */
    submissionOf: async (draft: string) =>
      (
        await rows<{ id: string; receipt_number: string | null; fee_cents: number; case: string | null }>(
          'select * from filing.submission where draft = $1',
          [draft],
        )
      )[0],
    ledger: () => rows<{ balance_cents: number; captured_cents: number }>('select * from filing.ledger'),
    browser,
    enter,
    drain,
    rows,
    mailsTo: cases.mailsTo,
    /** Makes every job due that failed and waits for its next try. */
    retryNow: () => rows("update graphile_worker._private_jobs set run_at = now() - interval '1 second'"),
    reconcile: async () => {
      for (const chore of submitChores) await chore.run(jobContext(worker, chore.name))
    },
    /** Works the queue as it fills, as the product does. */
    startWorker: () =>
      runWorker({ ...worker, databaseUrl: database.urls.worker, jobs: submitJobs, chores: [], concurrency: 2 }),
    /** Waits for what the test can see, not for time: looks again each turn of the event loop. */
    async until(holds: () => Promise<boolean>): Promise<void> {
      for (let look = 0; look < 2000; look++) if (await holds()) return
      throw new Error('It never came about')
    },
    async movements(): Promise<{ kind: string; amountCents: number; checkoutId: string }[]> {
      const answer = await fetch(`${cashier.url}/v1/movements`, { headers: { authorization: `Bearer ${secrets.apiKey}` } })
      return ((await answer.json()) as { movements: [] }).movements
    },
    /** Posts an event to the portal as the provider signs it; `secret` and `at` are wrong where a test says so. */
    async postEvent(event: { id?: string; type: string; providerId: string; secret?: string; at?: number; body?: string }) {
      const id = event.id ?? newId()
      const timestamp = String(event.at ?? Math.floor(clock.now().epochMilliseconds / 1000))
      const signed = JSON.stringify({ type: event.type, timestamp: clock.now().toString(), data: { id: event.providerId } })
      const signature = createHmac('sha256', Buffer.from(event.secret ?? secrets.webhookSecret, 'base64'))
        .update(`${id}.${timestamp}.${signed}`)
        .digest('base64')
      const answer = await fetch(`${services.publicUrl}/payment-events`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'webhook-id': id,
          'webhook-timestamp': timestamp,
          'webhook-signature': `v1,${signature}`,
        },
        body: event.body ?? signed,
      })
      return { id, status: answer.status }
    },
    payAt: (url: string, cardNumber: string) => payFormWith(url, { cardNumber }),
    leaveAt: (url: string) => payFormWith(url, { action: 'cancel' }),
    async end() {
      await queue.end()
      await portal.close()
      await cashier.close()
      await database.drop()
    },
  }
}

type PortalParts = { pool: never; services: never; record: typeof recordEntry }

function portalOver(
  parts: unknown,
  visits: Map<string, Visit>,
  log: ReturnType<typeof openLog>,
  built: BuiltAssets = { assets: (name) => `/assets/${name}`, folder: import.meta.dirname },
) {
  const { pool, services, record } = parts as PortalParts
  const { publicUrl, agency } = services as { publicUrl: string; agency: Parameters<typeof layoutOf>[0]['agency'] }
  return buildServer(
    {
      pool,
      services,
      record,
      name: 'portal',
      origin: publicUrl,
      log,
      trustedProxies: [],
      noIndex: true,
      languages: ['en', 'en-XA', 'ar-XB'],
      timeZone: agency.timeZone,
      assetsFolder: built.folder,
      visitOf: async (secret) => visits.get(secret ?? '') ?? { actor: visitor, session: null, endedAccount: null },
      park: async () => {},
      takeParked: async () => null,
      ready: async () => true,
      layout: layoutOf({
        audience: 'portal',
        agency,
        assets: built.assets,
        demonstration: true,
        operatorName: '',
        languages: ['en'],
        viewerOf: ({ actor }) => ({ kind: actor.kind === 'account' ? 'account' : 'visitor' }),
        extendSessionPath: '/session/extend',
      }),
    },
    submitRoutes,
  )
}

const visitOf = (actor: Actor, now: Temporal.Instant): Visit => ({
  actor,
  endedAccount: null,
  session: {
    id: String(actor.sessionId),
    idleEndsAt: now.add({ hours: 1 }),
    endsAt: now.add({ hours: 12 }),
    holder: {
      account: String(actor.id),
      stage: 'full',
      nextStep: null,
      accountType: 'applicant',
      hasRecentProof: true,
      hasParkedForm: false,
    },
  },
})
