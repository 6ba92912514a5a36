import { newId } from '../../platform/ids.ts'
import type { OperationContext } from '../../platform/operation.ts'
import { issueOnlineAccountNumber } from '../online-account-number.ts'
import { insertOpenedAccounts, nextAccountSequences } from './opened-store.ts'

/** `dateOfBirthHash`: as `dateOfBirthHash` makes it. */
export interface HashedPerson {
  readonly dateOfBirthHash: string
  readonly language: string
}

/**
 * Opens an account for each of many who filed on paper, inside the caller's operation: it has a number to print and no user
 * name, no password, nothing to sign in with, until the person claims it. Staff and jobs open them, nobody else.
 * @returns in the order they were given
 */
export async function openAccountsForAgency(
  { tx, now, services }: Pick<OperationContext, 'tx' | 'now' | 'services'>,
  people: readonly HashedPerson[],
): Promise<{ id: string; number: string }[]> {
  if (people.length === 0) return []
  const places = await nextAccountSequences(tx, people.length)
  const made = people.map((person, index) => ({
    ...person,
    id: newId(),
    number: issueOnlineAccountNumber(services.keys, places[index] as bigint),
  }))
  await insertOpenedAccounts(tx, made, now)
  return made.map(({ id, number }) => ({ id, number }))
}
