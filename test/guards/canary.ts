import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'
import { Client } from 'pg'
import type { RunningPortolan } from '../running.ts'

/** What nobody but the person and the office may read: by its kind, so that a finding does not repeat it. */
export type Secrets = Readonly<Record<string, string>>

/** The ways one value may be written: as typed, in another case, without its signs, as an address bar has it, as bytes. */
function formsOf(value: string): string[] {
  const plain = value.replace(/[\s().+-]/g, '')
  const all = [
    value,
    encodeURIComponent(value),
    value.replaceAll(' ', '+'),
    Buffer.from(value).toString('hex'),
    ...(plain.length >= 6 ? [plain] : []),
  ]
  return [...new Set(all.map((each) => each.toLowerCase()))]
}

/** One sentence for each secret that stands in a text. */
export function leaksIn(where: string, texts: readonly string[], secrets: Secrets): string[] {
  const all = texts.join('\n').toLowerCase()
  return Object.entries(secrets)
    .filter(([, value]) => value !== '' && formsOf(value).some((form) => all.includes(form)))
    .map(([kind]) => `${where}: ${kind}`)
}

/** Every address that this process is asked for, the portal's, the office's and the cashier's alike. */
export function watchAddresses() {
  const addresses: string[] = []
  const heard = (message: unknown) => void addresses.push((message as { request: IncomingMessage }).request.url ?? '')
  subscribe('http.server.request.start', heard)
  return { addresses, stop: () => void unsubscribe('http.server.request.start', heard) }
}

async function asAdministrator<T>(running: RunningPortolan, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: running.database.urls.superuser })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Jobs are deleted when they are done: this keeps what each was given. */
export const keepJobs = (running: RunningPortolan) =>
  asAdministrator(running, (client) =>
    client.query(`
      create table public.kept_job (payload text not null);
      create function public.keep_job() returns trigger language plpgsql security definer as
        $$ begin insert into public.kept_job values (new.payload::text); return new; end $$;
      create trigger keep after insert or update on graphile_worker._private_jobs for each row execute function public.keep_job()`),
  )

export const keptJobs = (running: RunningPortolan): Promise<string[]> =>
  asAdministrator(running, async (client) =>
    (await client.query<{ payload: string }>('select payload from public.kept_job')).rows.map(({ payload }) => payload),
  )

/** What stands there for anyone to read by design: the demonstration's own mailbox, and what tests keep. */
const readable = new Set(['mail.demo_outbox', 'public.kept_job'])

/** Every row of every table, as text. */
export const everyRow = (running: RunningPortolan): Promise<{ table: string; rows: string[] }[]> =>
  asAdministrator(running, async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
    )
    const found: { table: string; rows: string[] }[] = []
    for (const { name } of tables.filter((table) => !readable.has(table.name)))
      found.push({
        table: name,
        rows: (await client.query<{ row: string }>(`select t::text as row from ${name} t`)).rows.map(({ row }) => row),
      })
    return found
  })
