import type { Config } from '../config.ts'
import type { Clock } from '../platform/clock.ts'
import { type IdentityProviderPort, standInProvider } from '../platform/identity-provider/index.ts'
import { paths } from '../platform/paths.ts'
import { secretText } from './secret-text.ts'
import { StartRefused } from './start-refused.ts'

/**
 * Who vouches for people: the provider of the settings. Without: in a demonstration its stand-in, in production nobody, and the
 * other ways stay.
 * @throws {StartRefused} for an empty secret
 */
export async function identityProviderOf(
  { mode, publicUrl, identityProvider: given }: Config,
  clock: Clock,
): Promise<IdentityProviderPort | null> {
  const returnUrl = publicUrl + paths.identityReturn()
  if (!given?.clientSecret) return mode === 'demo' ? standInProvider({ pageUrl: publicUrl + paths.demoIdentity(), returnUrl, now: () => clock.now() }) : null
  const clientSecret = secretText(given.clientSecret, 'IDENTITY_PROVIDER_CLIENT_SECRET').trim()
  if (clientSecret === '') throw new StartRefused(['IDENTITY_PROVIDER_CLIENT_SECRET: it is empty'])
  // Who has no provider never loads its library.
  const { connectOidc } = await import('../platform/identity-provider/oidc.ts')
  return connectOidc({ ...given, clientSecret, returnUrl })
}
