import { sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'
import type { TaskKind } from '../tasks/task.ts'
import { type HomeRow, listedCaseColumns } from '../own-case-store.ts'

export interface StandingRow {
  client: string
  cases: number
  asked: number
  next_at: Temporal.Instant | null
}

/** Of these accounts, as clients of whoever acts; one of whom they are on no case is left out. */
export async function listStandingOfClients(tx: Tx, clients: readonly string[]): Promise<StandingRow[]> {
  if (clients.length === 0) return []
  const { rows } = await sql<StandingRow>`select * from cases.standing_of_clients(${clients}::uuid[])`.execute(tx)
  return rows
}

/** The cases of a client on which whoever acts represents them now, the newest news first. */
export async function listCasesOfClient(tx: Tx, client: string, most: number): Promise<HomeRow[]> {
  const { rows } = await sql<HomeRow>`
    select ${listedCaseColumns} from cases."case" its
    where its.id in (select * from cases.cases_of_client(${client}::uuid))
    order by its.touched_at desc, its.id limit ${most}::int`.execute(tx)
  return rows
}

export interface AskedRow {
  id: string
  client: string | null
  receipt_number: string
  form: string
  kind: TaskKind
  subject: string
  opened_at: Temporal.Instant
  due_at: Temporal.Instant | null
  starts_at: Temporal.Instant | null
  changes: number
}

export type AskedPlace = { readonly at: string; readonly id: string }

export async function listAskedOfClients(tx: Tx, { what, after, most }: { what: string; after: AskedPlace | null; most: number }): Promise<AskedRow[]> {
  const { rows } = await sql<AskedRow>`
    select * from cases.asked_of_clients(${what}, ${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid, ${most}::int)`.execute(tx)
  return rows
}

export interface RepresentedRow {
  case: string
  account: string
  persons: readonly string[]
}

/** The case of a relation that lasts, who represents on it, and whose it is now, the first who was on it first. */
export async function findRepresented(tx: Tx, party: string): Promise<RepresentedRow | undefined> {
  const { rows } = await sql<RepresentedRow>`
    select mine."case", mine.account, array(
      select party.account from cases.party where party."case" = mine."case" and party.role <> 'representative' and party.until_at is null
      order by party.from_at, party.account)::text[] as persons
    from cases.party mine
    where mine.id = ${party}::uuid and mine.role = 'representative' and mine.until_at is null`.execute(tx)
  return rows[0]
}
