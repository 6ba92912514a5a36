import type { Client } from 'pg'
import type { RunningPortolan } from '../running.ts'
import type { ClientOptions } from '../web-client.ts'

/** What a press added to each table, where it added anything. */
type Added = Readonly<Record<string, number>>

/** One press of a form that is ours: where it was sent, and what came of it. */
export interface Press {
  readonly at: string
  readonly statuses: readonly number[]
  readonly added: Added
}

/**
 * Kept of forms that came too late, to be shown again; what was sent out; what others did meanwhile; and names, which a
 * chore takes up in its own time. Nothing a press does.
 */
const besides = ['accounts.parked_form', 'mail.demo_outbox', 'filing.payment_event', 'filing.money_movement', 'officer.name_stale', 'officer.name_index']

const countsText = `select n.nspname || '.' || c.relname as name,
    (xpath('/row/n/text()', query_to_xml(format('select count(*) as n from %I.%I', n.nspname, c.relname), false, true, '')))[1]::text::int as n
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and n.nspname in ('accounts', 'cases', 'evidence', 'filing', 'mail', 'notifications', 'officer', 'portal', 'profile', 'representation', 'sms')`
const jobsText = "select count(*)::int as n from graphile_worker.jobs where run_at <= now() + interval '1 second'"

const looksMost = 400
const lookEveryMilliseconds = 25

/** Rows of every table, once the jobs of what was done before are done. */
async function counts(truth: Client): Promise<Map<string, number>> {
  for (let look = 0; look < looksMost; look += 1) {
    const { rows } = await truth.query<{ n: number }>(jobsText)
    if (rows[0]?.n === 0) break
    await new Promise((settle) => setTimeout(settle, lookEveryMilliseconds))
  }
  const { rows } = await truth.query<{ name: string; n: number }>(countsText)
  return new Map(rows.filter(({ name }) => !besides.includes(name)).map(({ name, n }) => [name, n]))
}

/** What a browser would show: the answer that signs in, else one that leads on. */
const shown = (answers: readonly Response[]): Response =>
  (answers.find((answer) => answer.headers.getSetCookie().length > 0) ?? answers.find(({ status }) => status === 303) ?? answers[0]) as Response

/** Once, or as somebody does who presses twice at the same moment and then sends it again, because no answer came. */
export function pressedSo(running: RunningPortolan, times: 'once' | 'again and again', truth: Client) {
  const presses: Press[] = []
  const pressing: ClientOptions['pressing'] = async (send, url) => {
    const listener = url.origin === running.portalUrl ? 'portal' : url.origin === running.officeUrl ? 'office' : null
    if (!listener) return send()
    const before = await counts(truth)
    const answers = times === 'once' ? [await send()] : await Promise.all([send(), send()])
    if (times !== 'once') answers.push(await send())
    const after = await counts(truth)
    const added = Object.fromEntries([...after].map(([name, n]) => [name, n - (before.get(name) ?? 0)]).filter(([, n]) => n !== 0))
    presses.push({ at: `${listener} ${url.pathname}`, statuses: answers.map(({ status }) => status), added })
    return shown(answers)
  }
  return { presses, pressing }
}
