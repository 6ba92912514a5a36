import { type ComparedAccount, listCompared } from '../../../accounts/index.ts'
import type { PaperPerson } from '../../../cases/index.ts'
import type { OperationContext } from '../../../platform/operation.ts'
import { type LikenessKind, likenessHashes, listAlike, type StoredLikeness } from '../../../profile/index.ts'

type Reading = Pick<OperationContext, 'tx' | 'services'>

/** An account once, however many of those merged into it were asked for. */
export const standingOnce = (found: readonly ComparedAccount[]): ComparedAccount[] => [
  ...new Map(found.map((each) => [each.account, each])).values(),
]

export const hashesOf = ({ services }: Pick<Reading, 'services'>, person: PaperPerson): ReadonlyMap<LikenessKind, readonly string[]> =>
  likenessHashes(services.keys, person)

/** What an account is known by once an officer found the form to be of it: its next form joins without one. */
export const likenessOf = (account: string, hashes: ReadonlyMap<LikenessKind, readonly string[]>): StoredLikeness[] =>
  [...hashes].map(([kind, [value_hash = '']]) => ({ account, kind, value_hash }))

/** Every open account that this form may be of: those it was found to be like when it came, and those it is like by now. */
export async function candidatesOf(context: Reading, noted: readonly string[], person: PaperPerson): Promise<ComparedAccount[]> {
  const alike = await listAlike(context.tx, [...hashesOf(context, person).values()].flat())
  return standingOnce(await listCompared(context.tx, [...new Set([...noted, ...alike.map(({ account }) => account)])]))
}
