import { createHmac } from 'node:crypto'
import { sameSecret } from '../crypto/keyed-hash.ts'

type Values = ReadonlyMap<string, readonly string[]>

/** Names in order of their code units, each followed by its value; of a name with several values each one once, in order. */
const joined = (values: Values): string =>
  [...values.keys()]
    .toSorted()
    .flatMap((name) => [...new Set(values.get(name))].toSorted().map((value) => name + value))
    .join('')

/** The address with and without its port: which one was signed is known to the sender alone. */
function withAndWithoutPort(url: string): string[] {
  const parts = /^(https?:\/\/)(\[[^\]]*\]|[^/:?#]+)(?::\d+)?(.*)$/s.exec(url)
  if (!parts) return []
  const [, scheme = '', host = '', rest = ''] = parts
  const port = /^:\d+/.exec(url.slice(scheme.length + host.length))?.[0] ?? (scheme === 'https://' ? ':443' : ':80')
  return [scheme + host + rest, scheme + host + port + rest]
}

/**
 * Whether a request was signed with this token: HMAC-SHA1 of the address and the sorted parameters, in base64
 * (twilio.com/docs/usage/security), compared in constant time. SHA-1 is the vendor's choice; HMAC does not rest on its
 * resistance to collisions (RFC 6194, 3.3).
 * @param url as the provider was told it, from the scheme to the end of the query
 */
export function isSignedByTwilio(authToken: string, url: string, values: Values, signature: string): boolean {
  const sign = (address: string) => createHmac('sha1', authToken).update(address + joined(values)).digest('base64')
  return withAndWithoutPort(url).some((address) => sameSecret(sign(address), signature))
}
