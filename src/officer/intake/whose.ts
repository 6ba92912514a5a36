import type { LikenessKind, StoredLikeness } from '../../profile/index.ts'

/** Why it is not certain whose a form on paper is. */
export type Doubt = 'number-and-birth-differ' | 'numbers-disagree' | 'a-number-is-several' | 'a-number-name-differs' | 'a-number-differs' | 'name-and-birth' | 'protected'

/** Whose a form is: an account's, nobody's yet, or a question for an officer. */
export type Whose = { account: string } | { new: true } | { doubts: Doubt[]; accounts: string[] }

/** What was found for one row. `named`: the account its number leads to, and whether the date of birth fits. */
export interface Found {
  readonly named: { account: string; birthFits: boolean } | null
  /** The hashes of the row itself. */
  readonly hashes: ReadonlyMap<LikenessKind, readonly string[]>
  /** All that is known of the accounts that any of them leads to. */
  readonly alike: readonly StoredLikeness[]
}

const accountsWith = ({ hashes, alike }: Found, kind: LikenessKind): string[] => [
  ...new Set(alike.filter((each) => each.kind === kind && hashes.get(kind)?.includes(each.value_hash)).map(({ account }) => account)),
]

const asks = (doubt: Doubt, accounts: readonly string[]): Whose => ({ doubts: [doubt], accounts: [...new Set(accounts)] })

/** The person wrote their Online Account Number: it counts with the date of birth, and against no other number of theirs. */
function byNumber({ account, birthFits }: NonNullable<Found['named']>, byANumber: readonly string[]): Whose {
  if (!birthFits) return asks('number-and-birth-differ', [account])
  const others = byANumber.filter((each) => each !== account)
  return others.length > 0 ? asks('numbers-disagree', [account, ...others]) : { account }
}

/** The A-Number with the date of birth, where the name agrees: a number alone may be another's, copied wrong by a digit. */
function byANumber(accounts: readonly string[], named: readonly string[]): Whose {
  const [account] = accounts
  if (account === undefined || accounts.length > 1) return asks('a-number-is-several', accounts)
  return named.includes(account) ? { account } : asks('a-number-name-differs', accounts)
}

/**
 * Whose a form on paper is. Never by the name alone: a name with a date of birth is a question, and an answer only where the
 * address is the same too and no A-Number speaks against it.
 */
export function whose(found: Found): Whose {
  const [sameA, sameName, sameHome] = (['a-number-and-birth', 'name-and-birth', 'name-birth-and-address'] as const).map((kind) => accountsWith(found, kind)) as [string[], string[], string[]]
  if (found.named) return byNumber(found.named, sameA)
  if (sameA.length > 0) return byANumber(sameA, sameName)
  const [home] = sameHome
  if (home !== undefined && sameHome.length === 1) {
    const hasOther = found.hashes.has('a-number-and-birth') && found.alike.some((each) => each.account === home && each.kind === 'a-number-and-birth')
    return hasOther ? asks('a-number-differs', sameHome) : { account: home }
  }
  return sameName.length > 0 ? asks('name-and-birth', sameName) : { new: true }
}
