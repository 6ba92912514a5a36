import type { OperationContext } from '../../platform/operation.ts'
import { lockAccount, recordFacts } from '../account-store.ts'
import { lockOpenedAccount, retireAccount, takeNumber } from './one-person-store.ts'

/**
 * Joins an account that the agency opened to the account of the person it is for, inside the caller's operation, which
 * has seen the proof (the code of the access notice). Who has no number yet keeps the one that was printed for them;
 * who has one keeps theirs, and the printed one leads there for ever. The opened account's cases are seen from then on.
 * @returns false when the opened account was claimed before, or is none
 */
export async function claimOpenedAccount(
  { tx, now }: Pick<OperationContext, 'tx' | 'now'>,
  { opened, by }: { opened: string; by: string },
): Promise<boolean> {
  const person = await lockAccount(tx, by)
  const paper = await lockOpenedAccount(tx, opened)
  if (!paper || person.retired_at || person.closed_at) return false
  await retireAccount(tx, { retired: paper.id, kept: person.id, cause: 'claimed', at: now })
  if (!person.online_account_number) {
    const number = await takeNumber(tx, paper.id)
    await recordFacts(tx, person.id, { online_account_number: number })
  }
  if (!person.date_of_birth_hash) await recordFacts(tx, person.id, { date_of_birth_hash: paper.date_of_birth_hash })
  return true
}
