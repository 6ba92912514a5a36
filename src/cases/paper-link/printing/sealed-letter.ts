import { openText, sealText } from '../../../platform/crypto/field.ts'
import type { Keys } from '../../../platform/crypto/keys.ts'
import { mailTo, openCaseAddresses } from '../../address/case-address.ts'
import { type FactsOf, type LetterName, letterKinds } from '../letter/letters.ts'

/** A letter as it waits for print. */
export interface SealedLetter {
  readonly id: string
  /** What it is sealed for: its case, or the rejected filing that it is about. */
  readonly case: string
  readonly kind: string
  readonly sealed: Buffer
  /** The address that counts on its case, where one was given since it was filed and the letter is to its person. */
  readonly moved?: { readonly id: string; readonly sealed: Buffer } | null
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

/** A letter goes to the address that counts when it is set; the one that tells the old address goes there all the same. */
function addressedNow(keys: Keys, { case: caseId, moved }: SealedLetter, name: LetterName, facts: FactsOf<LetterName>): FactsOf<LetterName> {
  const isToOld = name === 'address-changed' && (facts as FactsOf<'address-changed'>).sentTo === 'old'
  const address = moved && !isToOld ? mailTo(openCaseAddresses(keys, caseId, moved.id, moved.sealed)) : null
  return address ? { ...facts, addressee: { ...facts.addressee, address } } : facts
}

/** Throws SealBroken for what was changed or is another's. */
export function openLetter(keys: Keys, letter: SealedLetter): { name: LetterName; facts: FactsOf<LetterName> } {
  const { id, case: caseId, kind, sealed } = letter
  if (!isLetterName(kind)) throw new Error('a letter of a kind that nobody writes')
  const facts = JSON.parse(openText(keys, place(caseId, id), sealed), revived)
  return { name: kind, facts: addressedNow(keys, letter, kind, facts) }
}
