import { hashCandidates, keyedHash } from '../platform/crypto/keyed-hash.ts'
import type { Keys } from '../platform/crypto/keys.ts'
import type { OperationContext } from '../platform/operation.ts'
import { recordFacts } from './account-store.ts'

const purpose = 'date-of-birth'

/**
 * A date of birth as an account keeps it: enough to compare, nothing to read. Few days are possible, so the hash alone
 * hides nothing from who has the key: it stands beside a number or an account, and is never looked up by itself.
 */
export const dateOfBirthHash = (keys: Keys, day: Temporal.PlainDate): string => keyedHash(keys, purpose, day.toString())
export const dateOfBirthHashes = (keys: Keys, day: Temporal.PlainDate): string[] =>
  hashCandidates(keys, purpose, day.toString())

/** Keeps the day by which a person who forgot their address is found again; profile says who they are. */
export async function keepDateOfBirth(
  { tx, services }: Pick<OperationContext, 'tx' | 'services'>,
  account: string,
  day: Temporal.PlainDate,
): Promise<void> {
  await recordFacts(tx, account, { date_of_birth_hash: dateOfBirthHash(services.keys, day) })
}
