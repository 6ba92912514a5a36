import { newId } from '../../platform/ids.ts'
import type { OperationContext } from '../../platform/operation.ts'
import { nextAccountSequence } from '../account-store.ts'
import { dateOfBirthHash } from '../date-of-birth.ts'
import { issueOnlineAccountNumber } from '../online-account-number.ts'
import { insertOpenedAccount } from './one-person-store.ts'

export interface PersonOnPaper {
  dateOfBirth: Temporal.PlainDate
  /** The language in which the person is written to. */
  language: string
}

/**
 * Opens an account for somebody who filed on paper, inside the caller's operation: it has a number to print and no user
 * name, no password, nothing to sign in with, until the person claims it. Staff and jobs open them, nobody else.
 */
export async function openAccountForAgency(
  { tx, now, services }: Pick<OperationContext, 'tx' | 'now' | 'services'>,
  { dateOfBirth, language }: PersonOnPaper,
): Promise<{ account: string; onlineAccountNumber: string }> {
  const account = newId()
  const onlineAccountNumber = issueOnlineAccountNumber(services.keys, await nextAccountSequence(tx))
  await insertOpenedAccount(tx, {
    id: account,
    language,
    online_account_number: onlineAccountNumber,
    date_of_birth_hash: dateOfBirthHash(services.keys, dateOfBirth),
    opened_by_agency_at: now,
    begun_at: now,
    asked_at: now,
  })
  return { account, onlineAccountNumber }
}
