import type { Tx } from '../../../platform/db/transaction.ts'

/** Phones that get codes; one that is only told of a change stays told. */
export async function removeLostPhones(tx: Tx, account: string, at: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('accounts.contact_point')
    .set({ removed_at: at })
    .where('account', '=', account)
    .where('kind', '=', 'phone')
    .where('purpose', '=', 'codes')
    .where('removed_at', 'is', null)
    .execute()
}

export async function removeLostApps(tx: Tx, account: string, at: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('accounts.authenticator_app')
    .set({ removed_at: at })
    .where('account', '=', account)
    .where('removed_at', 'is', null)
    .execute()
}

export async function removeLostPasskeys(tx: Tx, account: string, at: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('accounts.passkey')
    .set({ removed_at: at })
    .where('account', '=', account)
    .where('removed_at', 'is', null)
    .execute()
}
