import type { Tx } from '../platform/db/transaction.ts'

export async function deleteOldLinks(tx: Tx, before: Temporal.Instant): Promise<void> {
  await tx.deleteFrom('accounts.sign_up_link').where('made_at', '<', before).execute()
}

/** With each session goes the challenge that was bound to it. */
export async function deleteOldSessions(tx: Tx, before: Temporal.Instant): Promise<void> {
  await tx.deleteFrom('accounts.session').where('begun_at', '<', before).execute()
}

export async function deleteOldBackupCodes(tx: Tx, before: Temporal.Instant): Promise<void> {
  await tx.deleteFrom('accounts.backup_code').where('used_at', '<', before).execute()
}

/** Sign-ups that nobody came back to: no number was given out, so nothing of them needs to stay. A merged one leads on. */
export async function deleteAbandonedAccounts(tx: Tx, before: Temporal.Instant): Promise<void> {
  await tx
    .deleteFrom('accounts.account')
    .where('completed_at', 'is', null)
    .where('online_account_number', 'is', null)
    .where('retired_at', 'is', null)
    .where('asked_at', '<', before)
    .execute()
}
