import { openText, sealText } from '../../../platform/crypto/field.ts'
import type { Keys } from '../../../platform/crypto/keys.ts'
import { type FactsOf, type LetterName, letterKinds } from '../letter/letters.ts'

/** A letter as it waits for print. */
export interface SealedLetter {
  readonly id: string
  readonly case: string
  readonly kind: string
  readonly sealed: Buffer
}

const place = (caseId: string, letter: string) => ({ person: caseId, table: 'cases.letter', row: letter, column: 'sealed' })

/** What is printed in a letter, a code among it, sealed for its case until it is printed. */
export const sealLetter = (keys: Keys, caseId: string, letter: string, facts: FactsOf<LetterName>): Buffer =>
  sealText(keys, place(caseId, letter), JSON.stringify(facts))

/** JSON has neither days nor instants. `…At` is an instant and `…On` a day, here as everywhere. */
const revived = (name: string, value: unknown): unknown => {
  if (typeof value !== 'string') return value
  if (name.endsWith('At')) return Temporal.Instant.from(value)
  return name.endsWith('On') ? Temporal.PlainDate.from(value) : value
}

const isLetterName = (kind: string): kind is LetterName => Object.hasOwn(letterKinds, kind)

/** Throws SealBroken for what was changed or is another's. */
export function openLetter(keys: Keys, { id, case: caseId, kind, sealed }: SealedLetter): { name: LetterName; facts: FactsOf<LetterName> } {
  if (!isLetterName(kind)) throw new Error('a letter of a kind that nobody writes')
  return { name: kind, facts: JSON.parse(openText(keys, place(caseId, id), sealed), revived) }
}
