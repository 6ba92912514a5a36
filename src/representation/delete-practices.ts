import type { Tx } from '../platform/db/transaction.ts'
import { deleteClientsOf } from './clients/client-store.ts'
import { deleteLicencesOf } from './licences/licence-store.ts'
import { deleteCertificationsOf } from './practice/certification-store.ts'
import { deletePracticesOf } from './practice/practice-store.ts'
import { deleteWithdrawnOf } from './withdrawn/withdrawn-store.ts'

/** A practice goes with its account, the clients of it with their notes, and what is left of those whom they represented. */
export async function deletePractices(tx: Tx, accounts: readonly string[]): Promise<void> {
  await deleteClientsOf(tx, accounts)
  await deleteLicencesOf(tx, accounts)
  await deleteCertificationsOf(tx, accounts)
  await deletePracticesOf(tx, accounts)
  await deleteWithdrawnOf(tx, accounts)
}
