import type { Insertable } from 'kysely'
import type { DB } from '../../../platform/db/tables.ts'
import type { Tx } from '../../../platform/db/transaction.ts'

export const postCauses = ['no-account', 'asked-for-paper', 'office'] as const
export type PostCause = (typeof postCauses)[number]

/** False: it goes, or went, by mail for a cause of its own before. */
export async function insertPost(tx: Tx, post: Insertable<DB['correspondence.notice_post']>): Promise<boolean> {
  const row = await tx
    .insertInto('correspondence.notice_post')
    .values(post)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export interface PostRow {
  id: string
  notice: string
  copy: string
  cause: string
  asked_at: Temporal.Instant
  letter: string | null
  no_address_at: Temporal.Instant | null
}

const columns = ['id', 'notice', 'copy', 'cause', 'asked_at', 'letter', 'no_address_at'] as const

/** Locked, so that of two runs of a job the second sees the letter of the first. */
export const lockPost = (tx: Tx, id: string): Promise<PostRow | undefined> =>
  tx.selectFrom('correspondence.notice_post').select(columns).where('id', '=', id).forUpdate().executeTakeFirst()

export const listPosts = (tx: Tx, notices: readonly string[]): Promise<PostRow[]> =>
  notices.length === 0
    ? Promise.resolve([])
    : tx.selectFrom('correspondence.notice_post').select(columns).where('notice', 'in', notices).orderBy('asked_at').orderBy('id').execute()

export async function markPosted(tx: Tx, id: string, letter: string): Promise<void> {
  await tx.updateTable('correspondence.notice_post').set({ letter, no_address_at: null }).where('id', '=', id).execute()
}

export async function markNoAddress(tx: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await tx.updateTable('correspondence.notice_post').set({ no_address_at: at }).where('id', '=', id).execute()
}
