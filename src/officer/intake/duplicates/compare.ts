import { type ComparedAccount, dateOfBirthHashes } from '../../../accounts/index.ts'
import type { ComparedPaper, PaperPerson, PapersToCompare } from '../../../cases/index.ts'
import type { Keys } from '../../../platform/crypto/keys.ts'
import { isSameAddress, isSameName, type PostalAddress, type Stated } from '../../../profile/index.ts'

export const comparedFacts = ['name', 'born', 'a-number', 'address'] as const
export type ComparedFact = (typeof comparedFacts)[number]

/** `unknown`: nothing is known of it on one of the two sides. */
export type Agrees = 'same' | 'differs' | 'unknown'

/** What is known of a person, and from where: the newest form of theirs, or what they state in their account. */
export interface Known {
  readonly from: { readonly form: string; readonly receivedOn: Temporal.PlainDate } | 'stated'
  readonly name: { readonly familyName: string; readonly givenName: string } | null
  readonly born: Temporal.PlainDate | null
  readonly aNumber: string | null
  readonly address: PostalAddress | null
}

/** An account beside the form. Of a protected person nothing is shown but what agrees. */
export interface Beside {
  readonly account: string
  readonly number: string
  readonly isProtected: boolean
  readonly isClaimed: boolean
  readonly since: Temporal.Instant
  readonly cases: number
  readonly known: readonly Known[]
  readonly agrees: Readonly<Record<ComparedFact, Agrees>>
}

const knownOfPaper = ({ person, form, receivedOn }: ComparedPaper): Known => ({
  from: { form, receivedOn },
  ...{ name: person, born: person.dateOfBirth, aNumber: person.aNumber, address: person.address },
})

const knownOfStated = ({ names, dateOfBirth, aNumber, home }: Stated): Known => ({
  from: 'stated',
  ...{ name: names && { familyName: names.family, givenName: names.given }, born: dateOfBirth, aNumber, address: home },
})

/** Same where any of what is known is. */
function agreement<V>(known: readonly (V | null)[], isSame: (value: V) => boolean): Agrees {
  const values = known.filter((value) => value !== null)
  if (values.length === 0) return 'unknown'
  return values.some(isSame) ? 'same' : 'differs'
}

function agreesOf(keys: Keys, form: PaperPerson, known: readonly Known[], birthHash: string | null): Beside['agrees'] {
  const born = agreement(known.map((each) => each.born), (day) => day.equals(form.dateOfBirth))
  const bornByHash = agreement([birthHash], (hash) => dateOfBirthHashes(keys, form.dateOfBirth).includes(hash))
  return {
    name: agreement(known.map(({ name }) => name), (name) => isSameName(name, form)),
    born: born === 'unknown' ? bornByHash : born,
    'a-number': form.aNumber === null ? 'unknown' : agreement(known.map(({ aNumber }) => aNumber), (number) => number === form.aNumber),
    address: agreement(known.map(({ address }) => address), (address) => isSameAddress(address, form.address)),
  }
}

/** What the agency has of an account, held against what the form says. */
export function besideForm(keys: Keys, its: ComparedAccount, papers: PapersToCompare, stated: Stated | undefined): Beside {
  const own = its.all.flatMap((account) => papers.of.get(account) ?? [])
  const [newest] = own.toSorted((one, other) => Temporal.PlainDate.compare(other.receivedOn, one.receivedOn))
  const known = [...(newest ? [knownOfPaper(newest)] : []), ...(stated ? [knownOfStated(stated)] : [])]
  return {
    ...{ account: its.account, number: its.number, isProtected: its.protected, isClaimed: its.claimed, since: its.since },
    cases: its.all.reduce((sum, account) => sum + (papers.cases.get(account) ?? 0), 0),
    known: its.protected ? [] : known,
    agrees: agreesOf(keys, papers.asked.person, known, its.date_of_birth_hash),
  }
}
