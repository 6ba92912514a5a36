import type { Insertable } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'
import type { Tx } from '../../platform/db/transaction.ts'

/** Agreed to once is agreed to: a second press changes nothing of the first. */
export async function insertTermsAgreement(tx: Tx, agreement: Insertable<DB['accounts.terms_agreement']>): Promise<void> {
  await tx
    .insertInto('accounts.terms_agreement')
    .values(agreement)
    .onConflict((conflict) => conflict.columns(['account', 'version']).doNothing())
    .execute()
}

export function listTermsAgreements(tx: Tx, account: string) {
  return tx
    .selectFrom('accounts.terms_agreement')
    .select(['version', 'language', 'agreed_at', 'text_sha256'])
    .where('account', '=', account)
    .orderBy('agreed_at', 'desc')
    .execute()
}
