import type { Insertable } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { AuthenticatorApp } from './authenticator-app.ts'

export async function insertApp(tx: Tx, app: Insertable<DB['accounts.authenticator_app']>): Promise<void> {
  await tx.insertInto('accounts.authenticator_app').values(app).execute()
}

const appsOf = (tx: Tx, account: string, isProven: boolean) =>
  tx
    .selectFrom('accounts.authenticator_app')
    .selectAll()
    .where('account', '=', account)
    .where('removed_at', 'is', null)
    .where('proven_at', isProven ? 'is not' : 'is', null)
    .orderBy('added_at')

export const listApps = (tx: Tx, account: string): Promise<AuthenticatorApp[]> => appsOf(tx, account, true).execute()

/** The app that is being added, whose key is still shown. */
export const findAppToProve = (tx: Tx, account: string): Promise<AuthenticatorApp | undefined> =>
  appsOf(tx, account, false).executeTakeFirst()

/** Locks what a code is compared with, so that of two parallel uses of one step the second finds it used. */
export const lockApps = (tx: Tx, account: string, isProven: boolean): Promise<AuthenticatorApp[]> =>
  appsOf(tx, account, isProven).forUpdate().execute()

export function lockApp(tx: Tx, account: string, id: string): Promise<AuthenticatorApp | undefined> {
  return appsOf(tx, account, true).where('id', '=', id).forUpdate().executeTakeFirst()
}

export async function markAppUsed(tx: Tx, id: string, step: number, at: Temporal.Instant): Promise<void> {
  await tx.updateTable('accounts.authenticator_app').set({ last_step: step, last_used_at: at }).where('id', '=', id).execute()
}

/** False for one that was taken back meanwhile. */
export async function markAppProven(tx: Tx, id: string, at: Temporal.Instant): Promise<boolean> {
  const marked = await tx
    .updateTable('accounts.authenticator_app')
    .set({ proven_at: at })
    .where('id', '=', id)
    .where('proven_at', 'is', null)
    .where('removed_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return marked !== undefined
}

export async function renameApp(tx: Tx, id: string, name: string): Promise<void> {
  await tx.updateTable('accounts.authenticator_app').set({ name }).where('id', '=', id).execute()
}

export async function removeApp(tx: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await tx.updateTable('accounts.authenticator_app').set({ removed_at: at }).where('id', '=', id).execute()
}

/** A key that was shown and never proven opens nothing; it goes when another is made. */
export async function removeUnprovenApps(tx: Tx, account: string, at: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('accounts.authenticator_app')
    .set({ removed_at: at })
    .where('account', '=', account)
    .where('proven_at', 'is', null)
    .where('removed_at', 'is', null)
    .execute()
}

export async function deleteOldApps(tx: Tx, before: Temporal.Instant): Promise<void> {
  await tx.deleteFrom('accounts.authenticator_app').where('removed_at', '<', before).execute()
}
