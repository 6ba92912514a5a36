import type { Tx } from '../platform/db/transaction.ts'
import { findAccountByNumber } from './account-store.ts'

/** The account that a number is of; null: of none that whoever asks may see. */
export const accountOfNumber = async (tx: Tx, number: string): Promise<string | null> => (await findAccountByNumber(tx, number))?.id ?? null
