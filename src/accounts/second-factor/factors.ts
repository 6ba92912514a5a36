/** What an account can show beside its password. The mailed code is always there: the user name is a mailbox. */
export interface Factors {
  /** The id of the proven phone that gets codes; null: none. */
  readonly phone: string | null
  /** How many proven authentication apps there are. */
  readonly apps: number
  readonly passkeys: number
  readonly hasBackupCode: boolean
}

/**
 * Whether anything but the user name's own mailbox proves the person: a code that comes to the mailbox that also gets a
 * reset link is no second factor (NIST SP 800-63B-4, 3.1.3).
 */
export const hasFactorBesidesMailbox = ({ phone, apps, passkeys }: Factors): boolean =>
  phone !== null || apps > 0 || passkeys > 0
