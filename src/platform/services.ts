import type { Clock } from './clock.ts'
import type { Keys } from './crypto/keys.ts'
import type { Passwords } from './crypto/passwords.ts'
import type { IdentityProviderPort } from './identity-provider/index.ts'
import type { ReadFile } from './preview/index.ts'
import type { SmsPort } from './sms/text-message.ts'
import type { StoragePort } from './storage/index.ts'

/**
 * What a deployment has and operations use: never ambient, always handed in.
 * Higher rooms add their own by declaration merging (the agency pack, the password hasher), `app.ts` fills it.
 */
export interface Services {
  readonly clock: Clock
  readonly keys: Keys
  /** Password hashing behind its bounded pool; never inside a transaction. */
  readonly passwords: Passwords
  /** Where files lie, sealed; keys are random. */
  readonly storage: StoragePort
  /** The way out for text messages; pages offer them only where `sms.isOffered`. */
  readonly sms: SmsPort
  /** How files from strangers are looked into; left out: in a process of its own for each look. */
  readonly readFile?: ReadFile
  /** Who vouches for people that are asked who they are; left out: nobody. */
  readonly identityProvider?: IdentityProviderPort
  /** What the operator’s mail server signs its reports with; left out: none are taken. */
  readonly mailEventsSecret?: string
  /** Where people reach the portal, without a trailing slash. */
  readonly publicUrl: string
  readonly officeUrl: string
  readonly mode: 'demo' | 'production'
}
