import type { Selectable } from 'kysely'
import { isDemonstration } from '../../agency/index.ts'
import { type FieldPlace, openText, sealText } from '../../platform/crypto/field.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import { checkTotp, totpUri } from '../../platform/crypto/totp.ts'
import type { DB } from '../../platform/db/tables.ts'
import { asTyped } from '../../platform/numbers/typed.ts'
import type { Services } from '../../platform/services.ts'

/** An app that makes one-time passwords, by its sealed key. Until it is proven it signs nobody in. */
export type AuthenticatorApp = Selectable<DB['accounts.authenticator_app']>

/** More apps than a person has devices would only be places for a stranger's to hide. */
export const appsMost = 5

const place = (account: string, row: string): FieldPlace => ({
  person: account,
  table: 'accounts.authenticator_app',
  row,
  column: 'secret_sealed',
})

export const sealAppSecret = (keys: Keys, account: string, id: string, secret: string): Buffer =>
  sealText(keys, place(account, id), secret)

const secretOf = (keys: Keys, app: AuthenticatorApp): string => openText(keys, place(app.account, app.id), app.secret_sealed)

/** What a person puts into their app. */
export interface AppToAdd {
  id: string
  /** Base 32, to be typed where the picture cannot be read. */
  secret: string
  /** The `otpauth:` address in the picture, and of the link on the same device. */
  uri: string
}

type Issuing = Pick<Services, 'keys' | 'agency' | 'mode'>

/** A demonstration signs as the product, never in an agency's name. */
const issuerOf = (services: Issuing) => (isDemonstration(services) ? 'Portolan' : services.agency.shortName)

/** The app shows who asks for its codes and for which address, so that two accounts on one phone are told apart. */
export function appToAdd(services: Issuing, app: AuthenticatorApp, email: string): AppToAdd {
  const secret = secretOf(services.keys, app)
  return { id: app.id, secret, uri: totpUri(secret, issuerOf(services), email) }
}

/** `used`: the code is right, and was taken before or is older than one that was. */
export type AppLook = { verdict: 'fits'; app: AuthenticatorApp; step: number } | { verdict: 'used' | 'wrong' }

/**
 * Compares a typed code with each of the apps, whose rows the caller has locked. The step before and the one after now
 * are taken too, because clocks differ; each step is good once (RFC 6238, 5.2).
 */
export function lookAtApps(keys: Keys, apps: readonly AuthenticatorApp[], typed: string, now: Temporal.Instant): AppLook {
  const code = asTyped(typed)
  let verdict: 'used' | 'wrong' = 'wrong'
  for (const app of apps) {
    const proof = checkTotp({ secret: secretOf(keys, app), code, now })
    if (!proof.ok) continue
    if (app.last_step === null || proof.step > app.last_step) return { verdict: 'fits', app, step: proof.step }
    verdict = 'used'
  }
  return { verdict }
}
