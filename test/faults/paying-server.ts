import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Client } from 'pg'
import { cashierSecrets } from '../../src/app/pay.ts'
import { wallClock } from '../../src/cashier/clock.ts'
import { startCashier } from '../../src/cashier/index.ts'
import type { From } from '../../src/filing/payment/transitions.ts'
import { loadOrCreateDemoKeys } from '../../src/platform/crypto/demo-keys.ts'
import { startEmbeddedServer, stopEmbeddedServer } from '../../src/platform/db/embedded-server.ts'
import { connectCashier } from '../../src/platform/pay/index.ts'
import { formWith, type WebClient } from '../web-client.ts'
import { farSide } from './far-side.ts'
import { bringEvidence, fillPages, paidScenario, sign, startForm } from './file-i90.ts'
import { signUp } from './filer.ts'
import { openTruth } from './ground-truth.ts'
import { heldAnswers } from './held-answers.ts'
import { serverProcess } from './server-process.ts'
import { until } from './uploader.ts'

const hour = 3_600_000

/** A filing under way, and the person at their browser. */
export interface Filing {
  readonly client: WebClient
  readonly email: string
  readonly draft: string
  /** The form of the page on which Pay and submit is pressed, as their browser keeps it. */
  readonly form: URLSearchParams
}

export type PaymentRow = { id: string; submission: string; state: From; provider_id: string | null; provider_url: string | null; amount_cents: number; captured_cents: number }

export type PayingServer = Awaited<ReturnType<typeof payingServer>>

/** A provider that outlives whatever is killed: its answers are held up when a test says so, and its days pass when told to. */
async function farCashier() {
  let ahead = 0
  let url = ''
  const gate = await heldAnswers(() => url)
  return {
    gate,
    async open(secrets: ReturnType<typeof cashierSecrets>) {
      const clock = () => wallClock() + ahead
      const cashier = await startCashier({ port: 0, stateFile: ':memory:', publicUrl: gate.url, slowAnswerMs: hour, bankStepMs: hour, ...secrets, clock })
      url = cashier.url
      const asked = connectCashier({ url, pageOrigin: gate.url, ...secrets })
      const moved = async () => {
        const answer = await fetch(`${url}/v1/movements`, { headers: { authorization: `Bearer ${secrets.apiKey}` } })
        return ((await answer.json()) as { movements: { kind: string; amountCents: number; checkoutId: string }[] }).movements
      }
      return {
        moved,
        ...asked,
        /** So much later banks have done what they do by themselves, and forgotten pages are closed. */
        async pass(hours: number, providerId: string) {
          ahead = hours * hour
          await asked.find(providerId)
          ahead = 0
        },
        end: async () => {
          await gate.end()
          await cashier.close()
        },
      }
    },
  }
}

/** A database that can be taken away from whoever serves, and goes on without them. */
export async function farDatabase() {
  const home = mkdtempSync(join(tmpdir(), 'portolan-far-database-'))
  const database = await startEmbeddedServer({ home })
  const way = await farSide(() => database.url('owner'))
  const by = (role: 'portal' | 'owner' | 'office' | 'worker') => Object.assign(new URL(database.url(role)), { port: new URL(way.url).port }).href
  return {
    home,
    settings: { DATABASE_URL: by('portal'), DATABASE_OWNER_URL: by('owner'), DATABASE_OFFICE_URL: by('office'), DATABASE_WORKER_URL: by('worker') },
    goAway: () => way.become('away'),
    comeBack: () => way.become('there'),
    /** Whoever needed it just now has found it away. */
    async untilMissed() {
      const before = way.turnedAway()
      await until('the database is missed', async () => way.turnedAway() > before + 1)
    },
    async end() {
      await way.end()
      await stopEmbeddedServer(home)
      rmSync(home, { recursive: true, force: true })
    },
  }
}

type FarDatabase = Awaited<ReturnType<typeof farDatabase>>

/** Portolan in a process of its own, its database in another, and its payment provider here. */
export async function payingServer(far?: FarDatabase) {
  const { gate, open } = await farCashier()
  const settings = { CASHIER_PORT: `${gate.port}`, ...far?.settings }
  const server = await serverProcess(settings, 'portal,worker')
  const cashier = await open(cashierSecrets(loadOrCreateDemoKeys(server.home)))
  await server.start()
  const database = await startEmbeddedServer({ home: far?.home ?? server.home })
  const [truth, lock] = [await openTruth(database), await openTruth(database)]
  return {
    server,
    /** What another process of this deployment is started with. */
    settings,
    gate,
    cashier,
    truth,
    /** What the provider moved for one page of its own, and in all; what it gave back is below nothing. */
    movedOf: async (providerId: string | null) => (await cashier.moved()).filter(({ checkoutId }) => checkoutId === providerId).map(centsOf),
    movedInAll: async () => (await cashier.moved()).map(centsOf).reduce((sum, cents) => sum + cents, 0),
    ...filings(server.portalUrl),
    ...rowsOf(truth),
    heldRow: () => heldRow(truth, lock),
    async end() {
      await truth.end()
      await lock.end()
      await database.stop()
      await server.end()
      await cashier.end()
    },
  }
}

const centsOf = ({ kind, amountCents }: { kind: string; amountCents: number }) => (kind === 'refund' ? -amountCents : amountCents)

/** A person who signed up so long ago may be asked for a code again before they pay: that is not what is tried here. */
const freshMs = 150_000

/** People who file one form after another. */
function filings(portalUrl: string) {
  let people = 0
  let person: { client: WebClient; email: string; since: number } | undefined
  const fresh = async () => {
    const since = performance.now()
    if (person && since - person.since < freshMs) return person
    people += 1
    const email = `maria-${people}@example.test`
    person = { client: await signUp(portalUrl, email), email, since }
    return person
  }
  return {
    /** Filled, with its evidence, signed, and on the page on which it is paid and submitted. */
    async signed(): Promise<Filing> {
      const { client, email } = await fresh()
      const draft = await startForm(client)
      await fillPages(client, draft, paidScenario)
      await bringEvidence(client, draft, paidScenario)
      await sign(client, email, draft, paidScenario)
      return { client, email, draft, form: formOn(client) }
    },
    /** Presses Pay and submit, whatever comes of it: the answer's place, or null when none came. */
    press: async ({ client: { post }, draft, form }: Filing): Promise<string | null> => {
      const answer = await post(`/drafts/${draft}/pay`, form).catch(() => null)
      await answer?.body?.cancel()
      return answer && (answer.headers.get('location') ?? `${answer.status}`)
    },
  }
}

/** What Pay and submit on the page last seen would send. */
export const formOn = (client: WebClient) => new URLSearchParams(formWith(client.last.html, 'Pay and submit').fields)

function rowsOf(truth: Client) {
  const paymentsOf = async (draft: string): Promise<PaymentRow[]> => {
    const text = 'select p.* from filing.payment p join filing.submission s on s.id = p.submission where s.draft = $1 order by p.attempt'
    return (await truth.query<PaymentRow>(text, [draft])).rows
  }
  const lastOf = async (draft: string): Promise<PaymentRow> => {
    const last = (await paymentsOf(draft)).at(-1)
    assert.ok(last, 'a payment was begun')
    return last
  }
  const stateOf = async (draft: string): Promise<From> => (await paymentsOf(draft)).at(-1)?.state ?? 'none'
  return {
    paymentsOf,
    lastOf,
    stateOf,
    untilState: (draft: string, state: From) => until(`the payment stands at ${state}`, async () => (await stateOf(draft)) === state),
  }
}

/** Keeps a draft's row to itself, so that whoever writes of it waits inside their transaction. */
function heldRow(truth: Client, lock: Client) {
  return {
    async take(draft: string) {
      await lock.query('begin')
      await lock.query('select from filing.draft where id = $1 for update', [draft])
    },
    untilWaitedFor: () =>
      until('a transaction waits for the draft', async () => {
        const { rows } = await truth.query<{ n: number }>(
          "select count(*)::int as n from pg_stat_activity where wait_event_type = 'Lock' and application_name like 'portolan %'",
        )
        return (rows[0]?.n ?? 0) > 0
      }),
    letGo: () => lock.query('rollback'),
  }
}
