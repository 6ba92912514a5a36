import * as oidc from 'openid-client'
import { isLoopbackHost } from '../mail/reserved-recipients.ts'
import { claimsAsked, readClaims } from './claims.ts'
import type { OidcSettings } from './oidc-settings.ts'
import { type Errand, type IdentityProviderPort, type NotVouched, ProviderAway } from './provider.ts'

export interface OidcConnection extends OidcSettings {
  readonly clientSecret: string
  /** Where the provider sends the browser back to, as it is registered there. */
  readonly returnUrl: string
  readonly timeoutSeconds?: number
}

const timeoutSecondsUsual = 10

/** As the provider says it wants it; where it says nothing, as the standard has it. */
const withSecret = (secret: string): oidc.ClientAuth => {
  const [basic, post] = [oidc.ClientSecretBasic(secret), oidc.ClientSecretPost(secret)]
  return (server, ...rest) => ((server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']).includes('client_secret_basic') ? basic : post)(server, ...rest)
}

const discover = ({ issuer, clientId, clientSecret, timeoutSeconds = timeoutSecondsUsual }: OidcConnection): Promise<oidc.Configuration> => {
  const server = new URL(issuer)
  // Its word counts by its signature, not by the line that it came over alone.
  const execute = [oidc.enableNonRepudiationChecks]
  if (server.protocol === 'http:' && isLoopbackHost(server.hostname)) execute.push(oidc.allowInsecureRequests)
  return oidc.discovery(server, clientId, {}, withSecret(clientSecret), { execute, timeout: timeoutSeconds })
}

/** A key of the protocol or of the library; nothing else is kept. */
const keyOf = (text: unknown): string => (typeof text === 'string' && /^\w{1,60}$/.test(text) ? text : 'unknown')

const awayCodes = ['OAUTH_TIMEOUT', 'OAUTH_ABORT']

/** What a failed exchange means. @throws {ProviderAway} where nobody was there to answer */
function notVouched(fault: unknown): NotVouched {
  if (fault instanceof oidc.AuthorizationResponseError) return { not: fault.error === 'access_denied' ? 'cancelled' : 'failed', why: keyOf(fault.error) }
  if (fault instanceof oidc.ResponseBodyError) {
    if (fault.status >= 500) throw new ProviderAway('answers with a fault of its own')
    return { not: 'failed', why: keyOf(fault.error) }
  }
  if (fault instanceof oidc.WWWAuthenticateChallengeError) return { not: 'failed', why: keyOf(fault.cause[0]?.parameters.error) }
  const { code, message } = fault as { code?: string; message?: string }
  if (awayCodes.includes(String(code)) || (fault instanceof TypeError && message === 'fetch failed')) throw new ProviderAway('cannot be reached')
  return { not: 'failed', why: keyOf(code) }
}

/** The port over OpenID Connect: authorization code with PKCE, state and nonce; the ID token is believed by its signature. */
export function connectOidc(connection: OidcConnection): IdentityProviderPort {
  const { issuer, claims, levels, returnUrl } = connection
  const pageOrigins = [...new Set([new URL(issuer).origin, ...connection.pages])]
  let discovered: Promise<oidc.Configuration> | null = null
  const configuration = () => {
    discovered ??= discover(connection).catch((cause: unknown) => {
      discovered = null
      throw new ProviderAway('does not say what it is', { cause })
    })
    return discovered
  }

  async function begin({ state, nonce, verifier }: Errand): Promise<string> {
    const url = oidc.buildAuthorizationUrl(await configuration(), {
      redirect_uri: returnUrl,
      ...claimsAsked(claims, levels),
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    })
    // A browser would not go there from our form.
    if (!pageOrigins.includes(url.origin)) throw new ProviderAway('has its page at an origin that the settings do not name')
    return url.href
  }

  async function said({ state, nonce, verifier }: Errand, brought: Readonly<Record<string, string>>) {
    const server = await configuration()
    const url = new URL(`${returnUrl}?${new URLSearchParams(brought)}`)
    const tokens = await oidc.authorizationCodeGrant(server, url, { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true })
    const signed = tokens.claims()
    if (!signed) return null
    const more = server.serverMetadata().userinfo_endpoint ? await oidc.fetchUserInfo(server, tokens.access_token, signed.sub) : {}
    // What is signed stands above what was asked for afterwards.
    return { ...more, ...signed }
  }

  return {
    name: connection.name,
    pageOrigins,
    begin,
    finish: (errand, brought) =>
      said(errand, brought).then(
        (all) => readClaims(all ?? {}, claims, levels),
        (fault: unknown) => {
          if (fault instanceof ProviderAway) throw fault
          return notVouched(fault)
        },
      ),
  }
}
