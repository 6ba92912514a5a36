import { hashCandidates } from '../../platform/crypto/keyed-hash.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import type { PostalAddress } from '../address/address.ts'

export type LikenessKind = 'a-number-and-birth' | 'name-birth-and-address' | 'name-and-birth'

/** What a form on paper says of who somebody is. `aNumber`: `A` and nine digits. */
export interface Likeness {
  readonly familyName: string
  readonly givenName: string
  readonly dateOfBirth: Temporal.PlainDate
  readonly aNumber: string | null
  readonly address: PostalAddress
}

/** Letters and digits alone, without accents or case: “O’Brien-Núñez” and “OBRIEN NUNEZ” are written by one person. */
export const plainName = (text: string): string => text.normalize('NFKD').replace(/[^\p{L}\p{N}]/gu, '').toLowerCase()

const plainAddress = ({ country, street = '', postalCode = '', city = '' }: PostalAddress): string[] =>
  [country, plainName(street), plainName(postalCode), plainName(city)]

type Named = Pick<Likeness, 'familyName' | 'givenName'>

export const isSameName = (one: Named, other: Named): boolean =>
  plainName(one.familyName) === plainName(other.familyName) && plainName(one.givenName) === plainName(other.givenName)

export const isSameAddress = (one: PostalAddress, other: PostalAddress): boolean => {
  const others = plainAddress(other)
  return plainAddress(one).every((part, index) => part === others[index])
}

function valuesOf({ familyName, givenName, dateOfBirth, aNumber, address }: Likeness): [LikenessKind, string[]][] {
  const named = [plainName(familyName), plainName(givenName), dateOfBirth.toString()]
  return [
    ['name-and-birth', named],
    ['name-birth-and-address', [...named, ...plainAddress(address)]],
    ...(aNumber ? [['a-number-and-birth', [aNumber, dateOfBirth.toString()]] as [LikenessKind, string[]]] : []),
  ]
}

/** For each thing by which a person may be known again its hash under every key that can still be read, the current first. */
export const likenessHashes = (keys: Keys, likeness: Likeness): Map<LikenessKind, readonly string[]> =>
  new Map(valuesOf(likeness).map(([kind, value]) => [kind, hashCandidates(keys, 'likeness', [kind, ...value])]))
