import { z } from 'zod'
import type { ClaimKind } from './oidc-settings.ts'
import type { NotVouched, Vouched } from './provider.ts'

const named = { given_name: null, family_name: null, birthdate: null }

/** What is asked of the provider: a name and a date of birth, and how sure it is of them. Nothing else. */
export function claimsAsked(kind: ClaimKind, levels: readonly string[]): Record<string, string> {
  if (kind === 'plain') return { scope: 'openid profile', acr_values: levels.join(' '), claims: JSON.stringify({ id_token: named, userinfo: named }) }
  const verified_claims = { verification: { trust_framework: null, assurance_level: null }, claims: named }
  return { scope: 'openid', claims: JSON.stringify({ id_token: { verified_claims }, userinfo: { verified_claims } }) }
}

const text = z.string().trim().max(200)
const person = z.object({ given_name: text.default(''), family_name: text.min(1), birthdate: z.iso.date() })
const signed = z.object({ iat: z.number().int().positive() })
const verified = z.object({
  verification: z.object({ trust_framework: z.string(), assurance_level: z.string().optional() }),
  claims: z.unknown(),
})
const allVerified = z.object({ verified_claims: z.union([verified.transform((one) => [one]), z.array(verified)]) })
const plain = z.object({ acr: z.string() })

/** Each thing that is vouched for, with how sure the provider is of it. A framework without levels is a level by itself. */
function vouchings(all: object, kind: ClaimKind): { level: string; claims: unknown }[] {
  if (kind === 'plain') {
    const level = plain.safeParse(all).data?.acr
    return level === undefined ? [] : [{ level, claims: all }]
  }
  const given = allVerified.safeParse(all).data?.verified_claims ?? []
  return given.map(({ verification, claims }) => ({ level: verification.assurance_level ?? verification.trust_framework, claims }))
}

/** The person of the claims, where the provider is sure enough. */
export function readClaims(all: object, kind: ClaimKind, levels: readonly string[]): Vouched | NotVouched {
  const at = signed.safeParse(all).data?.iat
  if (at === undefined) return { not: 'failed', why: 'unsigned' }
  const given = vouchings(all, kind)
  if (given.length === 0) return { not: 'not-enough', why: 'nothing_vouched' }
  const enough = given.filter(({ level }) => levels.includes(level))
  if (enough.length === 0) return { not: 'not-enough', why: 'level' }
  for (const { level, claims } of enough) {
    const read = person.safeParse(claims).data
    if (read)
      return {
        givenName: read.given_name,
        familyName: read.family_name,
        dateOfBirth: Temporal.PlainDate.from(read.birthdate),
        level,
        at: Temporal.Instant.fromEpochMilliseconds(at * 1000),
      }
  }
  return { not: 'not-enough', why: 'claims' }
}
