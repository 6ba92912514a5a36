import { listStanding } from '../../../accounts/index.ts'
import { agencyDay, findReceiptNumber, type LetterTo, lettersOf } from '../../../cases/index.ts'
import { keyedHash } from '../../../platform/crypto/keyed-hash.ts'
import type { Keys } from '../../../platform/crypto/keys.ts'
import type { OperationContext } from '../../../platform/operation.ts'
import { checkRow, type Checks } from '../file/check-row.ts'
import { type Cells, type IntakeRow, isRefusedRow } from '../file/intake-row.ts'
import { findKnownCase } from '../intake-store.ts'
import { type Before, type HashedRow, lookBefore } from '../read-rows.ts'
import { type Sorted, sortRows } from '../sort-rows.ts'

/** What will happen when a form is taken in, as it is told before. */
export interface Plan {
  readonly sorted: Sorted
  readonly letters: readonly LetterTo[]
  /** The last four digits of each Online Account Number that it joins or may be of. */
  readonly endings: readonly string[]
  /** The case that this same form became before. */
  readonly knownAs: string | null
  /** What has to be the same when it is done, as `planMark` makes it. */
  readonly mark: string
}

type Looking = Pick<OperationContext, 'tx' | 'services'>

export const checksOf = ({ services, now }: Pick<OperationContext, 'services' | 'now'>): Checks => ({
  agency: services.agency,
  today: agencyDay(services.agency, now),
})

/** What was typed as a filing; null where the rules have changed since and it is none any more. */
export function filingOf(cells: Cells, checks: Checks): IntakeRow | null {
  const read = checkRow({ line: 1, cells, faults: [] }, checks)
  return isRefusedRow(read) ? null : read
}

const accountsIn = (sorted: Sorted): readonly string[] =>
  sorted.is === 'theirs' ? [sorted.account.id] : sorted.is === 'uncertain' ? sorted.accounts : []

/** One mark for everything that a look tells: what the form says, whose it is or may be, and why. */
export function planMark(keys: Keys, { rowHashes: [rowHash = ''] }: HashedRow, sorted: Sorted): string {
  const why = sorted.is === 'uncertain' ? sorted.doubts : sorted.is === 'refused' ? [sorted.code] : []
  return keyedHash(keys, 'intake-plan', [rowHash, sorted.is, [...accountsIn(sorted)].sort().join(' '), [...why].sort().join(' ')])
}

/** How one form is sorted by what the database has now. */
export async function sortOne(context: Looking, row: HashedRow): Promise<{ sorted: Sorted; before: Before }> {
  const before = await lookBefore(context, [row])
  const sorted = sortRows([row], before).get(row)
  if (!sorted) throw new Error('each row is sorted')
  return { sorted, before }
}

/** Numbers of protected people's accounts are told to nobody here, not even their ends. */
async function endingsOf(tx: Looking['tx'], { sorted, before }: { sorted: Sorted; before: Before }): Promise<string[]> {
  if (sorted.is === 'uncertain' && sorted.doubts.includes('protected')) return []
  const accounts = accountsIn(sorted)
  const others = await listStanding(tx, accounts.filter((account) => !before.numberOf.has(account)))
  const numbers = [...accounts.flatMap((account) => before.numberOf.get(account) ?? []), ...others.map(({ number }) => number)]
  return numbers.map((number) => number.slice(-4)).sort()
}

/** Looks what would become of a form, were it taken in now. */
export async function planFor(context: Looking, row: HashedRow): Promise<Plan> {
  const { tx, services } = context
  const knownCase = await findKnownCase(tx, row.rowHashes)
  const known: Sorted = { is: 'known' }
  const mark = (sorted: Sorted) => planMark(services.keys, row, sorted)
  if (knownCase) return { sorted: known, letters: [], endings: [], knownAs: await findReceiptNumber(tx, knownCase), mark: mark(known) }
  const found = await sortOne(context, row)
  const { sorted } = found
  const person = { ...row.row, ...row.row.person }
  const letters = sorted.is === 'refused' ? [] : lettersOf({ person, consular: sorted.is === 'consular' }, sorted.is === 'new' || sorted.is === 'theirs')
  return { sorted, letters, endings: await endingsOf(tx, found), knownAs: null, mark: mark(sorted) }
}
