import { type FieldPlace, openText, sealText } from '../../platform/crypto/field.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import type { Passwords } from '../../platform/crypto/passwords.ts'
import { newId } from '../../platform/ids.ts'
import { backupCodeShape, newCode, showCode } from '../../platform/numbers/crockford.ts'
import type { OperationContext } from '../../platform/operation.ts'
import { insertBackupCode } from './backup-code-store.ts'

/** A code and its hash, made outside any transaction. */
export interface FreshBackupCode {
  code: string
  hash: string
}

/** 80 random bits are under 112, so they are hashed like a password (ASVS V6.5.2). Null: the hashing pool is full. */
export async function freshBackupCode(passwords: Passwords): Promise<FreshBackupCode | null> {
  const code = newCode(backupCodeShape)
  const hashed = await passwords.hashPassword(code)
  return 'hash' in hashed ? { code, hash: hashed.hash } : null
}

const place = (account: string, row: string): FieldPlace => ({
  person: account,
  table: 'accounts.backup_code',
  row,
  column: 'sealed',
})

/** Makes the fresh code the account's; it is shown until the person says that it is kept. */
export async function issueBackupCode(
  { tx, now, services }: Pick<OperationContext, 'tx' | 'now' | 'services'>,
  account: string,
  { code, hash }: FreshBackupCode,
): Promise<void> {
  const id = newId()
  await insertBackupCode(tx, { id, account, hash, sealed: sealText(services.keys, place(account, id), code), issued_at: now })
}

/** The code as it is shown, in groups of four. */
export const shownBackupCode = (keys: Keys, account: string, waiting: { id: string; sealed: Buffer }): string =>
  showCode(openText(keys, place(account, waiting.id), waiting.sealed))
