import { generateKeyPairSync } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

const newKey = () => ({ ...(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }) as Record<'kty' | 'n' | 'e', string>), kid: 'the-key', use: 'sig', alg: 'RS256' })
const publicPart = ({ kty, n, e, kid, use, alg }: ReturnType<typeof newKey>) => ({ kty, n, e, kid, use, alg })

/** Who signs in there, and how the server behaves: a test changes it as it goes. */
export interface Behaviour {
  claims: Record<string, unknown>
  acr: string
  cancels: boolean
  /** It shows another key than the one it signs with. */
  hidesKey: boolean
  idTokenSeconds: number
}

const client = { id: 'portolan', secret: 'a-secret-of-the-test-that-is-long-enough' }
export const oidcClient = client
const claimNames = ['given_name', 'family_name', 'birthdate', 'verified_claims']

type Context = { oidc: { client: { clientId: string }; session: { accountId: string } } }

/** A grant for whatever is asked: consent is not what is tried here. */
async function granted(provider: Provider, { oidc }: Context) {
  const grant = new provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId })
  grant.addOIDCScope('openid profile')
  grant.addOIDCClaims(claimNames)
  await grant.save()
  return grant
}

function configured(behaviour: Behaviour, key: ReturnType<typeof newKey>, returnUrl: string): Record<string, unknown> {
  return {
    clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [returnUrl] }],
    claims: { openid: ['sub', 'verified_claims'], profile: ['given_name', 'family_name', 'birthdate'], acr: null },
    acrValues: ['high', 'low'],
    jwks: { keys: [key] },
    cookies: { keys: ['a-key-of-the-test'] },
    features: { devInteractions: { enabled: false }, claimsParameter: { enabled: true } },
    pkce: { required: () => true },
    ttl: { IdToken: () => behaviour.idTokenSeconds, AccessToken: 600, AuthorizationCode: 60, Interaction: 600, Session: 600, Grant: 600 },
    findAccount: (_context: unknown, id: string) => ({ accountId: id, claims: () => ({ sub: id, ...behaviour.claims }) }),
    interactions: { url: (_context: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
  }
}

/** A real OpenID Connect server on this machine. `port` of one that was there before: it comes back. */
export async function oidcServer(returnUrl: string, behaviour: Behaviour) {
  const [key, another] = [newKey(), newKey()]
  let provider: Provider | null = null
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    if (!provider) return void response.end()
    if (request.url === '/jwks' && behaviour.hidesKey) return void response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: [publicPart(another)] }))
    if (!request.url?.startsWith('/interaction/')) return provider.callback()(request, response)
    const login = { login: { accountId: 'somebody', acr: behaviour.acr } }
    return void provider.interactionFinished(request, response, behaviour.cancels ? { error: 'access_denied' } : login)
  }
  const server = createServer(answer)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const made = new Provider(issuer, { ...configured(behaviour, key, returnUrl), loadExistingGrant: (context: Context) => granted(made, context) })
  provider = made
  const end = () => {
    server.closeAllConnections()
    return new Promise<unknown>((closed) => server.close(closed))
  }
  return { issuer, end }
}

/** Goes to an address as a browser does, from page to page, until it is sent back; what the address there brings. */
export async function broughtBack(from: string, returnUrl: string): Promise<Record<string, string>> {
  const cookies = new Map<string, string>()
  let url = from
  for (let steps = 0; steps < 10; steps += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(url, { redirect: 'manual', headers: { cookie } })
    for (const set of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (set.split(';')[0] ?? '').split('=')
      cookies.set(name, value)
    }
    const to = response.headers.get('location')
    if (to === null) throw new Error(`${response.status} ${await response.text()}`)
    url = new URL(to, url).href
    if (url.startsWith(returnUrl)) return Object.fromEntries(new URL(url).searchParams)
  }
  throw new Error('never came back')
}
