import assert from 'node:assert/strict'
import { Client } from 'pg'
import type { EmbeddedServer } from '../../src/platform/db/embedded-server.ts'
import type { Acknowledged } from './tireless-filer.ts'

/** Reads the database behind the server's back, with every right. */
export async function openTruth(server: EmbeddedServer): Promise<Client> {
  const client = new Client({ connectionString: server.url('superuser', 'portolan') })
  client.on('error', () => undefined)
  await client.connect()
  return client
}

/** Where the filings under way stand: what a kill at this moment would fall into. */
export const standings = ['filling', 'signed', 'preparing', 'open', 'authorised', 'received', 'captured'] as const
export type StandingName = (typeof standings)[number]

const countOf: Record<StandingName, string> = {
  filling: 'select count(*)::int as n from filing.draft d where not exists (select from filing.signature g where g.draft = d.id)',
  signed: `select count(*)::int as n from filing.signature g
    where not exists (select from filing.submission s where s.draft = g.draft)`,
  preparing: "select count(*)::int as n from filing.payment where state = 'preparing'",
  open: "select count(*)::int as n from filing.payment where state in ('open', 'pending')",
  authorised: `select count(*)::int as n from filing.payment p join filing.submission s on s.id = p.submission
    where p.state in ('open', 'pending', 'authorised') and s.received_at is null and p.provider_id is not null`,
  received: `select count(*)::int as n from filing.payment p join filing.submission s on s.id = p.submission
    where s.received_at is not null and p.state = 'authorised'`,
  captured: "select count(*)::int as n from graphile_worker.jobs where task_identifier like 'filing.%'",
}

export async function countStanding(client: Client, standing: StandingName): Promise<number> {
  const { rows } = await client.query<{ n: number }>(countOf[standing])
  return rows[0]?.n ?? 0
}

const one = async (client: Client, text: string, values: unknown[] = []) => {
  const { rows } = await client.query<{ n: number }>(text, values)
  return rows[0]?.n ?? -1
}

/** What was acknowledged is there exactly once, with its audit entry, its mail and its papers; money fits to the cent. */
export async function assertNothingLost(client: Client, acknowledged: readonly Acknowledged[]): Promise<void> {
  for (const { submission, receiptNumber } of acknowledged) {
    const id = submission.split('/').at(-1)
    const found = await one(
      client,
      `select count(*)::int as n from filing.submission s join cases.case c on c.id = s."case"
       where s.id = $1 and s.receipt_number = $2 and c.receipt_number = $2 and s.received_at is not null`,
      [id, receiptNumber],
    )
    assert.equal(found, 1, `${receiptNumber} is there exactly once`)
  }
  const checks: [string, string][] = [
    ['no case without its submission or twice', `select count(*)::int as n from cases.case c where c.channel = 'online'
      and (select count(*) from filing.submission s where s."case" = c.id) <> 1`],
    ['no received filing without its history', `select count(*)::int as n from filing.submission s where s.received_at is not null
      and not exists (select from cases.status_change h where h."case" = s."case")`],
    ['no received filing without exactly one confirmation queued', `select count(*)::int as n from (
        select account, count(*) as filings from filing.submission where received_at is not null group by account) f
      where f.filings <> (select count(*) from mail.queued q where q.kind = 'filing.received' and q.person = f.account::text)`],
    ['no mail left behind', 'select count(*)::int as n from mail.queued where sent_at is null'],
    ['no received filing without its papers', `select count(*)::int as n from filing.submission s where s.received_at is not null
      and (select count(*) from cases.document d where d."case" = s."case") < case when s.fee_cents > 0 then 2 else 1 end`],
    ['captured is what was due', 'select count(*)::int as n from filing.ledger where balance_cents <> 0 or under_way <> 0'],
    ['no filing paid twice', `select count(*)::int as n from (select submission from filing.payment where captured_cents > 0
      group by submission having count(*) > 1) twice`],
    ['no job left', 'select count(*)::int as n from graphile_worker.jobs where attempts >= max_attempts or locked_at is not null'],
  ]
  for (const [title, text] of checks) assert.equal(await one(client, text), 0, title)
}

/** Whether everything that follows from what was committed has happened. */
export async function isSettled(client: Client): Promise<boolean> {
  const jobs = await one(client, "select count(*)::int as n from graphile_worker.jobs where run_at <= now() + interval '10 minutes'")
  const money = await one(client, 'select count(*)::int as n from filing.ledger where balance_cents <> 0 or under_way <> 0')
  return jobs === 0 && money === 0
}
