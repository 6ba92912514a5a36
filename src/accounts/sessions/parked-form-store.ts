import { sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'

/** Keeps one form a path, and at most `most` for an account. */
export async function upsertParkedForm(
  tx: Tx,
  form: { account: string; path: string; sealed: Buffer; parked_at: Temporal.Instant },
  most: number,
): Promise<boolean> {
  const { rows } = await sql`
    insert into accounts.parked_form (account, path, sealed, parked_at)
    select ${form.account}::uuid, ${form.path}, ${form.sealed}, ${form.parked_at}::timestamptz
    where (select count(*) from accounts.parked_form other
           where other.account = ${form.account} and other.path <> ${form.path}) < ${most}
    on conflict (account, path) do update set sealed = excluded.sealed, parked_at = excluded.parked_at
    returning path`.execute(tx)
  return rows.length === 1
}

export function takeParkedForm(
  tx: Tx,
  account: string,
  path: string,
): Promise<{ sealed: Buffer; parked_at: Temporal.Instant } | undefined> {
  return tx
    .deleteFrom('accounts.parked_form')
    .where('account', '=', account)
    .where('path', '=', path)
    .returning(['sealed', 'parked_at'])
    .executeTakeFirst()
}

export async function deleteOldParkedForms(tx: Tx, before: Temporal.Instant): Promise<void> {
  await tx.deleteFrom('accounts.parked_form').where('parked_at', '<', before).execute()
}
