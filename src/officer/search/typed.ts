import { knownReceiptPrefixes, parseReceiptNumber } from '../../cases/index.ts'
import { parsedField } from '../../platform/http/field.ts'
import { receiptFaults } from '../find-by-receipt.tsx'
import { type Sought, soughtIn } from './search-people.ts'

/** The letters of a receipt number, which alone are the beginning of one; Lin is a name too. */
const prefixes = new Set(knownReceiptPrefixes.filter((letters) => letters !== 'LIN'))

/** What staff typed into the one field: a case, or somebody to look for. */
export type Typed = { readonly receiptNumber: string } | Sought

/** Told apart by its shape; what has none is taken for a receipt number with a slip in it. */
export const anythingField = parsedField<Typed>({ empty: 'search.empty', most: 100 }, (typed) => {
  const parsed = parseReceiptNumber(typed)
  if (parsed.ok) return { value: { receiptNumber: parsed.number } }
  const sought = prefixes.has(typed.toUpperCase()) ? null : soughtIn(typed)
  return sought ? { value: sought } : { error: receiptFaults[parsed.error] }
})
