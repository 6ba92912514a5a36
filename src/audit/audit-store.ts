import { sql } from 'kysely'
import { compiledOnce } from '../platform/db/compiled-once.ts'
import type { Tx } from '../platform/db/transaction.ts'
import type { AuditRecord } from '../platform/operation.ts'

interface Entry extends Omit<AuditRecord, 'at' | 'actor' | 'detail' | 'subject' | 'account'> {
  at: string
  kind: string
  actorId: string | null
  subject: string | null
  account: string | null
  detail: string | null
}

const record = compiledOnce<Entry, unknown>(
  (_, { at, operation, kind, actorId, subject, account, outcome, refusal, detail, requestId }) => sql`
    select audit.record(${at}::timestamptz, ${operation}, ${kind}, ${actorId}, ${subject}, ${account}::uuid,
      ${outcome}, ${refusal}, ${detail}::jsonb, ${requestId})`,
)

/** Adds one entry in the caller's transaction; `audit.record` is the only door the database leaves open. */
export async function recordEntry(tx: Tx, { at, actor, subject, account, detail, ...rest }: AuditRecord): Promise<void> {
  await record(tx, {
    ...rest,
    at: at.toString(),
    kind: actor.kind,
    actorId: actor.id,
    subject: subject ?? null,
    account: account ?? null,
    detail: detail ? JSON.stringify(detail) : null,
  })
}

/** What one of many things that one act did is about. */
export interface EachEntry {
  subject: string
  account: string | null
  detail: Record<string, string | number | boolean | null> | null
}

/** Adds an entry for each of many things that one act of staff or of a job did, by one statement. */
export async function recordEach(
  tx: Tx,
  { at, operation, actor, requestId }: Pick<AuditRecord, 'at' | 'operation' | 'actor' | 'requestId'>,
  entries: readonly EachEntry[],
): Promise<void> {
  await sql`select audit.record_each(${at}::timestamptz, ${operation}, ${actor.kind}, ${actor.id}, ${JSON.stringify(entries)}::json, ${requestId})`.execute(tx)
}

/** An entry as it is hashed: instants as the database writes them, so that every reader computes the same bytes. */
export interface StoredEntry {
  entry_id: string
  content: string
  ordinal: string
  at_text: string
}

const content = sql<string>`jsonb_build_array(
  e.id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), e.operation, e.actor_kind, e.actor_id,
  e.subject, e.account, e.outcome, e.refusal, e.detail, e.request_id)::text`

/** The next entries to seal, in the order of their numbers; only committed ones are seen. */
export async function lockUnsealed(tx: Tx, most: number): Promise<StoredEntry[]> {
  const rows = await sql<StoredEntry>`
    select u.entry_id, u.ordinal::text as ordinal, u.entry_at::text as at_text, ${content} as content
    from audit.unsealed u join audit.entry e on e.at = u.entry_at and e.id = u.entry_id
    order by u.ordinal limit ${most}`.execute(tx)
  return rows.rows
}

export async function lastLink(tx: Tx): Promise<{ position: number; hash: Buffer } | undefined> {
  const rows = await sql<{ position: string; hash: Buffer }>`
    select l.position::text as position, l.hash from audit.link l order by l.position desc limit 1`.execute(tx)
  const row = rows.rows[0]
  return row && { position: Number(row.position), hash: row.hash }
}

/** One sealer at a time: a second one finds nothing to do. */
export async function takeSealerLock(tx: Tx): Promise<boolean> {
  const rows = await sql<{ taken: boolean }>`select pg_try_advisory_xact_lock(7261010) as taken`.execute(tx)
  return rows.rows[0]?.taken ?? false
}

export interface NewLink {
  position: number
  entry: StoredEntry
  hash: Buffer
}

export async function insertLinks(tx: Tx, links: readonly NewLink[]): Promise<void> {
  const rows = links.map(({ position, entry, hash }) => ({ position, entry_id: entry.entry_id, entry_at: entry.at_text, hash: hash.toString('hex') }))
  await sql`insert into audit.link (position, entry_id, entry_at, hash)
    select position, entry_id, entry_at, decode(hash, 'hex')
    from json_to_recordset(${JSON.stringify(rows)}::json) as l(position bigint, entry_id uuid, entry_at timestamptz, hash text)`.execute(tx)
  const ordinals = links.map(({ entry }) => entry.ordinal)
  await sql`delete from audit.unsealed where ordinal = any(${ordinals}::bigint[])`.execute(tx)
}

export async function insertSignedHead(tx: Tx, head: { position: number; hash: Buffer; signedAt: Temporal.Instant; signature: string }) {
  await sql`insert into audit.signed_head (position, hash, signed_at, signature)
    values (${head.position}, ${head.hash}, ${head.signedAt.toString()}::timestamptz, ${head.signature})`.execute(tx)
}

export interface LinkedEntry {
  position: string
  hash: Buffer
  entry_id: string
  /** Null: the entry is gone. */
  content: string | null
}

/** The chain from `after` on, with what the entries say now. */
export async function listLinks(tx: Tx, after: number, most: number): Promise<LinkedEntry[]> {
  const rows = await sql<LinkedEntry>`
    select l.position::text as position, l.hash, l.entry_id, case when e.id is null then null else ${content} end as content
    from audit.link l left join audit.entry e on e.at = l.entry_at and e.id = l.entry_id
    where l.position > ${after} order by l.position limit ${most}`.execute(tx)
  return rows.rows
}

export async function listSignedHeads(tx: Tx): Promise<{ position: number; hash: Buffer; signature: string }[]> {
  const rows = await sql<{ position: string; hash: Buffer; signature: string }>`
    select h.position::text as position, h.hash, h.signature from audit.signed_head h order by h.position`.execute(tx)
  return rows.rows.map((row) => ({ ...row, position: Number(row.position) }))
}

/** Entries that no link covers: the tail a second old, or entries slipped in beside the door. */
export async function unlinked(tx: Tx): Promise<{ count: number; from: Temporal.Instant | null; until: Temporal.Instant | null }> {
  const rows = await sql<{ count: number; from: Temporal.Instant | null; until: Temporal.Instant | null }>`
    select count(*)::int as count, min(e.at) as from, max(e.at) as until
    from audit.entry e where not exists (select from audit.link l where l.entry_id = e.id)`.execute(tx)
  return rows.rows[0] ?? { count: 0, from: null, until: null }
}
