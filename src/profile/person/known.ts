import { dateOfBirthHash, dateOfBirthHashes } from '../../accounts/index.ts'
import { hashCandidates, keyedHash } from '../../platform/crypto/keyed-hash.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import type { OperationContext } from '../../platform/operation.ts'
import { type StoredKnown, upsertKnown } from './known-store.ts'
import type { Person } from './person.ts'

const aNumberPurpose = 'a-number'

/** What an officer found proven on a case of the person's. */
export interface KnownOfPerson {
  account: string
  caseId: string
  /** `A` and nine digits, as `parseANumber` gives it. */
  aNumber: string | null
  dateOfBirth: Temporal.PlainDate | null
}

/**
 * Keeps what a case proves of a person, inside the operation of a higher room. Where the person states the same, it is
 * known from then on and no longer theirs to change.
 */
export async function noteKnown(
  { tx, now, services }: Pick<OperationContext, 'tx' | 'now' | 'services'>,
  { account, caseId, aNumber, dateOfBirth }: KnownOfPerson,
): Promise<void> {
  const note = (fact: string, value_hash: string) => upsertKnown(tx, { account, fact, case: caseId, value_hash, known_at: now })
  if (aNumber) await note('a-number', keyedHash(services.keys, aNumberPurpose, aNumber))
  if (dateOfBirth) await note('date-of-birth', dateOfBirthHash(services.keys, dateOfBirth))
}

/** Which of the things a person states a case of theirs has proven. */
export interface Proven {
  readonly aNumber: boolean
  readonly dateOfBirth: boolean
}

export function provenOf(keys: Keys, { aNumber, dateOfBirth }: Pick<Person, 'aNumber' | 'dateOfBirth'>, known: readonly StoredKnown[]): Proven {
  const has = (fact: string, hashes: readonly string[]) =>
    known.some((each) => each.fact === fact && hashes.includes(each.value_hash))
  return {
    aNumber: aNumber !== null && has('a-number', hashCandidates(keys, aNumberPurpose, aNumber)),
    dateOfBirth: dateOfBirth !== null && has('date-of-birth', dateOfBirthHashes(keys, dateOfBirth)),
  }
}
