import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'
import type { Tx } from '../../platform/db/transaction.ts'

type Table = DB['representation.client']
export type ClientRow = Selectable<Table>
export type PlacedRow = Pick<ClientRow, 'id' | 'representative' | 'names_sealed' | 'place'>

export const findClient = (tx: Tx, id: string): Promise<ClientRow | undefined> =>
  tx.selectFrom('representation.client').selectAll().where('id', '=', id).executeTakeFirst()

export const lockClient = (tx: Tx, id: string): Promise<ClientRow | undefined> =>
  tx.selectFrom('representation.client').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

/** Adds a client, under the lock of the representative's account. `account`: by the worker alone. */
export async function insertClient(tx: Tx, client: Insertable<Table>): Promise<void> {
  await tx.insertInto('representation.client').values(client).execute()
}

/** Who of these representatives' clients is this account. */
export const findClientByAccount = (tx: Tx, representatives: readonly string[], account: string): Promise<{ id: string } | undefined> =>
  tx.selectFrom('representation.client').select('id').where('representative', 'in', representatives).where('account', '=', account).executeTakeFirst()

/** Those of them who are one of these accounts. */
export const listClientsByAccounts = (tx: Tx, representatives: readonly string[], accounts: readonly string[]): Promise<ClientRow[]> =>
  tx.selectFrom('representation.client').selectAll().where('representative', 'in', representatives).where('account', 'in', accounts).execute()

export async function updateClient(tx: Tx, id: string, facts: Updateable<Table>): Promise<void> {
  await tx.updateTable('representation.client').set(facts).where('id', '=', id).execute()
}

/** So many of a representative's clients between two places, evenly spread over them, in their order. `total`: how many stand between. */
export async function listProbes(tx: Tx, { representative, above, below, most }: { representative: string; above: number | null; below: number | null; most: number }): Promise<(PlacedRow & { total: number })[]> {
  const { rows } = await sql<PlacedRow & { total: number }>`
    select id, representative, names_sealed, place, total from (
      select id, representative, names_sealed, place, row_number() over (order by place, id)::int as n, count(*) over ()::int as total
      from representation.client
      where representative = ${representative}::uuid and (${above}::float8 is null or place > ${above}::float8) and (${below}::float8 is null or place < ${below}::float8)
    ) its
    where total <= ${most}::int or n % ((total + ${most}::int - 1) / ${most}::int) = 0
    order by n`.execute(tx)
  return rows
}

/** The clients nearest to a place, on both sides of it. */
export async function listNear(tx: Tx, { representative, place, most }: { representative: string; place: number; most: number }): Promise<ClientRow[]> {
  const { rows } = await sql<ClientRow>`
    (select * from representation.client where representative = ${representative}::uuid and place <= ${place}::float8 order by place desc limit ${most}::int)
    union all
    (select * from representation.client where representative = ${representative}::uuid and place > ${place}::float8 order by place limit ${most}::int)`.execute(tx)
  return rows
}

/** Spreads the places anew, in the order that they have. */
export async function spreadPlaces(tx: Tx, representative: string, gap: number): Promise<void> {
  await sql`
    update representation.client set place = its.n * ${gap}::float8
    from (select id, row_number() over (order by place, id) as n from representation.client where representative = ${representative}::uuid) its
    where client.id = its.id`.execute(tx)
}

export const listClients = (tx: Tx, accounts: readonly string[], { archived, skip, most }: { archived: boolean; skip: number; most: number }): Promise<ClientRow[]> =>
  tx
    .selectFrom('representation.client')
    .selectAll()
    .where('representative', 'in', accounts)
    .where('archived_at', archived ? 'is not' : 'is', null)
    .orderBy('place')
    .orderBy('id')
    .offset(skip)
    .limit(most)
    .execute()

/** Those of whom something is asked now, in the order of their names. `total`: how many there are. */
export async function listClientsAsked(tx: Tx, accounts: readonly string[], { skip, most }: { skip: number; most: number }): Promise<(ClientRow & { total: number })[]> {
  const { rows } = await sql<ClientRow & { total: number }>`
    with asked as materialized (
      select id, place from representation.client
      where representative = any (${accounts}::uuid[]) and archived_at is null and account in (select * from cases.clients_asked())
    ), page as (select id from asked order by place, id offset ${skip}::int limit ${most}::int)
    select client.*, (select count(*) from asked)::int as total
    from page join representation.client using (id) order by place, id`.execute(tx)
  return rows
}

export async function countClients(tx: Tx, accounts: readonly string[]): Promise<{ active: number; archived: number }> {
  const { rows } = await sql<{ active: number; archived: number }>`
    select (count(*) filter (where archived_at is null))::int as active, (count(*) filter (where archived_at is not null))::int as archived
    from representation.client where representative = any (${accounts}::uuid[])`.execute(tx)
  return rows[0] ?? { active: 0, archived: 0 }
}

/** For the archive: all of them, in the order in which they were added. */
export const listClientsOf = (tx: Tx, accounts: readonly string[]): Promise<ClientRow[]> =>
  tx.selectFrom('representation.client').selectAll().where('representative', 'in', accounts).orderBy('added_at').orderBy('id').execute()

export const deleteClientsOf = async (tx: Tx, accounts: readonly string[]): Promise<void> => {
  await tx.deleteFrom('representation.client').where('representative', 'in', accounts).execute()
}

/** By the client's own act: see `link-client.ts`. */
export async function linkAccount(tx: Tx, { client, account, at }: { client: string; account: string; at: Temporal.Instant }): Promise<boolean> {
  const { rows } = await sql<{ linked: boolean }>`select representation.link_client(${client}::uuid, ${account}::uuid, ${at}::timestamptz) as linked`.execute(tx)
  return rows[0]?.linked === true
}
