import type { Tx } from '../../platform/db/transaction.ts'

/** The hash of an account's password, to see that the new one is another. Read at the gate only. */
export async function getPasswordHash(tx: Tx, account: string): Promise<string | undefined> {
  const found = await tx.selectFrom('accounts.password').select('hash').where('account', '=', account).executeTakeFirst()
  return found?.hash
}

export async function replacePassword(tx: Tx, account: string, hash: string, at: Temporal.Instant): Promise<void> {
  await tx.updateTable('accounts.password').set({ hash, set_at: at }).where('account', '=', account).execute()
}

/** The questions an account chose, in their order. */
export async function listResetQuestions(tx: Tx, account: string): Promise<string[]> {
  const found = await tx
    .selectFrom('accounts.reset_answer')
    .select('question')
    .where('account', '=', account)
    .orderBy('position')
    .execute()
  return found.map(({ question }) => question)
}

/** Questions with the hashes of their answers. Read at the gate only. */
export function listAnswerHashes(
  tx: Tx,
  account: string,
  questions: readonly string[],
): Promise<{ question: string; answer_hash: string }[]> {
  return tx
    .selectFrom('accounts.reset_answer')
    .select(['question', 'answer_hash'])
    .where('account', '=', account)
    .where('question', 'in', [...questions])
    .execute()
}

export async function deleteResetAnswers(tx: Tx, account: string): Promise<void> {
  await tx.deleteFrom('accounts.reset_answer').where('account', '=', account).execute()
}
