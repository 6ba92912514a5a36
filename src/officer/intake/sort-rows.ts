import type { Column } from './file/columns.ts'
import type { RefusedRow } from './file/intake-row.ts'
import type { Before, HashedRow } from './read-rows.ts'
import { type Doubt, whose } from './whose.ts'

/** What becomes of a row. */
export type Sorted =
  | { is: 'known' }
  | { is: 'later' }
  | { is: 'refused'; column: Column; code: 'receipt-exists' | 'account-number-unknown' }
  | { is: 'consular' }
  | { is: 'new' }
  | { is: 'theirs'; account: { id: string; number: string } }
  | { is: 'uncertain'; doubts: readonly Doubt[]; accounts: readonly string[] }

function sortedBy({ row, rowHashes, birthHashes, likeness }: HashedRow, before: Before): Sorted {
  if (rowHashes.some((hash) => before.knownRows.has(hash))) return { is: 'known' }
  if (row.receiptNumber && before.takenReceipts.has(row.receiptNumber)) return { is: 'refused', column: 'receipt_number', code: 'receipt-exists' }
  if (row.consular) return { is: 'consular' }
  const number = row.onlineAccountNumber
  const numbered = number === null ? undefined : before.numbered.get(number)
  if (number !== null && !numbered) return { is: 'refused', column: 'online_account_number', code: 'account-number-unknown' }
  const named = numbered ? { account: numbered.account, birthFits: numbered.date_of_birth_hash !== null && birthHashes.includes(numbered.date_of_birth_hash) } : null
  const found = whose({ named, hashes: likeness, alike: before.alike })
  if ('new' in found) return { is: 'new' }
  if ('doubts' in found) return { is: 'uncertain', ...found }
  // Mail about a protected person goes where they said that it is safe, and a form cannot say that.
  if (numbered?.protected) return { is: 'uncertain', doubts: ['protected'], accounts: [found.account] }
  const printed = numbered ? numbered.number : before.numberOf.get(found.account)
  return printed ? { is: 'theirs', account: { id: found.account, number: printed } } : { is: 'uncertain', doubts: ['name-and-birth'], accounts: [found.account] }
}

/**
 * Sorts the rows of a batch by what the database has. A second row of one person, or the same row twice, waits until the
 * first is taken: only then is it seen whose it is.
 */
export function sortRows(rows: readonly HashedRow[], before: Before): Map<HashedRow, Sorted> {
  const seen = new Set<string>()
  const sorted = new Map<HashedRow, Sorted>()
  for (const each of rows) {
    const marks = [each.rowHashes[0] ?? '', each.row.receiptNumber ?? '', ...[...each.likeness.values()].map(([first]) => first ?? '')].filter(Boolean)
    sorted.set(each, marks.some((mark) => seen.has(mark)) ? { is: 'later' } : sortedBy(each, before))
    for (const mark of marks) seen.add(mark)
  }
  return sorted
}

/** The rows that the database speaks against, each with why. */
export const refusedBy = (sorted: readonly [HashedRow, Sorted][]): RefusedRow[] =>
  sorted.flatMap(([{ row }, what]) => (what.is === 'refused' ? [{ line: row.line, cells: row.cells, faults: [{ column: what.column, code: what.code }] }] : []))
