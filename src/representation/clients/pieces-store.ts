import { sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'
import type { ClientRow } from './client-store.ts'

export interface StoredPieces {
  readonly client: string
  readonly keyId: string
  readonly pieces: readonly string[]
}

/** By what a client of whoever acts is found. */
export async function keepPieces(tx: Tx, { client, keyId, pieces }: StoredPieces): Promise<void> {
  await sql`select representation.keep_pieces(${client}::uuid, ${keyId}, ${pieces}::text[])`.execute(tx)
}

/** The same in the rights of the worker. */
export async function writePieces(tx: Tx, representative: string, { client, keyId, pieces }: StoredPieces): Promise<void> {
  await sql`
    insert into representation.client_pieces (client, representative, key_id, pieces)
    values (${client}::uuid, ${representative}::uuid, ${keyId}, array_to_tsvector(${pieces}::text[]))
    on conflict (client) do update set key_id = excluded.key_id, pieces = excluded.pieces`.execute(tx)
}

/** Clients of whoever acts whose names have these pieces, as the database takes a search. */
export async function listFound(tx: Tx, pieces: string, most: number): Promise<ClientRow[]> {
  const { rows } = await sql<ClientRow>`
    select client.* from representation.client where id in (select * from representation.find_clients(${pieces}::tsquery, ${most}::int))`.execute(tx)
  return rows
}

/** Clients who are not found yet, or under an older key alone. */
export async function listStale(tx: Tx, keyId: string, most: number): Promise<ClientRow[]> {
  const { rows } = await sql<ClientRow>`
    select client.* from representation.client left join representation.client_pieces its on its.client = client.id
    where its.client is null or its.key_id <> ${keyId}
    limit ${most}::int for update of client skip locked`.execute(tx)
  return rows
}
