import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { type Behaviour, broughtBack, oidcClient, oidcServer } from '../../../test/cast/oidc-server.ts'
import { newSecret } from '../ids.ts'
import { connectOidc, type OidcConnection } from './oidc.ts'
import { type Errand, ProviderAway, type Vouched } from './provider.ts'

const returnUrl = 'http://127.0.0.1:1/identity/return'
const person = { given_name: 'Maria Elena', family_name: 'López', birthdate: '1985-06-14' }
const verified = (assurance_level: string, claims: object = person) => ({ verified_claims: { verification: { trust_framework: 'harbour', assurance_level }, claims } })

const behaviour: Behaviour = { claims: {}, acr: 'high', cancels: false, hidesKey: false, idTokenSeconds: 600 }
let server: Awaited<ReturnType<typeof oidcServer>>
before(async () => {
  server = await oidcServer(returnUrl, behaviour)
})
after(() => server.end())
beforeEach(() => Object.assign(behaviour, { claims: verified('high'), acr: 'high', cancels: false, hidesKey: false, idTokenSeconds: 600 }))

const errand = (): Errand => ({ state: newSecret(256), nonce: newSecret(256), verifier: newSecret(256) })
const connected = (about: Partial<OidcConnection> = {}) =>
  connectOidc({ issuer: server.issuer, name: 'Harbour ID', clientId: oidcClient.id, clientSecret: oidcClient.secret, claims: 'verified', levels: ['high'], pages: [], returnUrl, ...about })

/** There and back, as one person in one browser. */
async function there(about: Partial<OidcConnection> = {}, own = errand()) {
  const provider = connected(about)
  const brought = await broughtBack(await provider.begin(own), returnUrl)
  return { provider, own, brought, found: await provider.finish(own, brought) }
}
const said = ({ givenName, familyName, dateOfBirth, level }: Vouched) => [givenName, familyName, `${dateOfBirth}`, level]

describe('an OpenID Connect provider', () => {
  it('vouches for a name and a date of birth, with its level, in verified claims', async () => {
    const { found } = await there()
    assert.ok('level' in found, JSON.stringify(found))
    assert.deepEqual(said(found), ['Maria Elena', 'López', '1985-06-14', 'high'])
  })

  it('or in plain claims with the acr that the settings accept', async () => {
    behaviour.claims = person
    const { found } = await there({ claims: 'plain' })
    assert.ok('level' in found, JSON.stringify(found))
    assert.deepEqual(said(found), ['Maria Elena', 'López', '1985-06-14', 'high'])
  })

  it('is not sure enough at another level, with half a date, or with nothing verified', async () => {
    for (const [claims, why] of [[verified('low'), 'level'], [verified('high', { ...person, birthdate: '1985' }), 'claims'], [person, 'nothing_vouched']] as const) {
      behaviour.claims = claims
      assert.deepEqual((await there()).found, { not: 'not-enough', why })
    }
    Object.assign(behaviour, { claims: person, acr: 'low' })
    assert.deepEqual((await there({ claims: 'plain' })).found, { not: 'not-enough', why: 'level' })
  })

  it('tells who turned back there', async () => {
    behaviour.cancels = true
    assert.deepEqual((await there()).found, { not: 'cancelled', why: 'access_denied' })
  })

  it('is not believed with another state, nonce or verifier, or a second time', async () => {
    const { provider, own, brought } = await there()
    assert.ok('not' in (await provider.finish(own, brought)))
    for (const part of ['state', 'nonce', 'verifier'] as const) {
      const [mine, other] = [errand(), errand()]
      const back = await broughtBack(await provider.begin(mine), returnUrl)
      const found = await provider.finish({ ...mine, [part]: other[part] }, back)
      assert.ok('not' in found && found.not === 'failed', part)
    }
  })

  it('is not believed by an ID token of another key, or one that is over', async () => {
    behaviour.hidesKey = true
    const forged = (await there()).found
    assert.ok('not' in forged && forged.not === 'failed', JSON.stringify(forged))
    Object.assign(behaviour, { hidesKey: false, idTokenSeconds: -3600 })
    const over = (await there()).found
    assert.ok('not' in over && over.not === 'failed', JSON.stringify(over))
  })

  it('that does not know us is a failure with its key, and of the secret nothing is said', async () => {
    const { found } = await there({ clientSecret: 'another-secret' })
    assert.deepEqual(found, { not: 'failed', why: 'invalid_client' })
  })

  it('that is away is away, before and after, and is asked again when it is back', async () => {
    const gone = await oidcServer(returnUrl, behaviour)
    const [known, fresh] = [connected({ issuer: gone.issuer }), connected({ issuer: gone.issuer })]
    const own = errand()
    const brought = await broughtBack(await known.begin(own), returnUrl)
    await gone.end()
    await assert.rejects(known.finish(own, brought), ProviderAway)
    await assert.rejects(fresh.begin(errand()), ProviderAway)
    await assert.rejects(fresh.begin(errand()), ProviderAway)
  })

  it('has its pages where the settings say, and one that calls itself by another name is not asked', async () => {
    assert.deepEqual(connected({ pages: ['https://login.example'] }).pageOrigins, [server.issuer, 'https://login.example'])
    await assert.rejects(connected({ issuer: server.issuer.replace('127.0.0.1', 'localhost') }).begin(errand()), ProviderAway)
  })
})
