import { isIP } from 'node:net'

/** Whom a passkey belongs to: the name it is bound to, and the one origin whose pages may ask for it. */
export interface RelyingParty {
  readonly id: string
  readonly origin: string
}

const isLoopback = (host: string) => host === '::1' || /^127\./.test(host)

/**
 * A passkey is bound to a domain; no browser takes an IP address for one (WebAuthn Level 3, 5.1.3 step 7, “only the
 * domain format of host is allowed”). A portal on this machine's own loopback address answers as `localhost` too, which
 * every browser takes, without TLS. Null: the portal has a number of the network and no name, so there are no passkeys.
 */
export function relyingPartyOf(publicUrl: string): RelyingParty | null {
  const { protocol, hostname, origin, port } = new URL(publicUrl)
  const host = hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) === 0) return { id: hostname, origin }
  if (!isLoopback(host)) return null
  return { id: 'localhost', origin: `${protocol}//localhost${port ? `:${port}` : ''}` }
}
