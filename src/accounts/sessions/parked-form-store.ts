import { sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'

/**
 * Whose session it was, as long as what is typed on its pages may still be kept: its visit runs, ran out, or was signed out
 * since then. Nobody's once the visit was shut out, or the account shut others out after it.
 */
export async function accountOfEndedSession(tx: Tx, session: string, since: Temporal.Instant): Promise<string | undefined> {
  const { rows } = await sql<{ account: string }>`
    select s.account from accounts.session s
    cross join lateral (
      select l.ended_at, l.ended_by from accounts.session l
      where l.account = s.account and l.visit = s.visit order by l.begun_at desc, l.ended_at desc nulls first limit 1
    ) last
    where s.id = ${session}::uuid and s.audience = 'portal' and s.stage in ('sign-up', 'full')
      and (last.ended_at is null or last.ended_by in ('sign-out', 'replaced') and last.ended_at > ${since}::timestamptz)
      and not exists (
        select from accounts.session shut
        where shut.account = s.account and shut.ended_by not in ('sign-out', 'replaced') and shut.ended_at >= last.ended_at
      )`.execute(tx)
  return rows[0]?.account
}

/** Keeps one form a path, and at most `most` for an account. */
export async function upsertParkedForm(
  tx: Tx,
  form: { account: string; path: string; sealed: Buffer; parked_at: Temporal.Instant },
  most: number,
): Promise<'new' | 'in-place' | undefined> {
  const { rows } = await sql<{ is_new: boolean }>`
    insert into accounts.parked_form (account, path, sealed, parked_at)
    select ${form.account}::uuid, ${form.path}, ${form.sealed}, ${form.parked_at}::timestamptz
    where (select count(*) from accounts.parked_form other
           where other.account = ${form.account} and other.path <> ${form.path}) < ${most}
    on conflict (account, path) do update set sealed = excluded.sealed, parked_at = excluded.parked_at
    returning xmax = 0 as is_new`.execute(tx)
  return rows[0] && (rows[0].is_new ? 'new' : 'in-place')
}

export function findParkedForm(tx: Tx, account: string, path: string): Promise<{ sealed: Buffer } | undefined> {
  return tx.selectFrom('accounts.parked_form').select('sealed').where('account', '=', account).where('path', '=', path).executeTakeFirst()
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
