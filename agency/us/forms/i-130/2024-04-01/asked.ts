import type { EntryQuestion } from '../../../../../src/filing/definition/definition.ts'

/** The items `<part>, Item <number>.a` and on, one for each letter. */
export const lettered = (part: string, number: number, letters: string): readonly string[] =>
  [...letters].map((letter) => `${part}, Item ${number}.${letter}`)

/** The same items of several parts or numbers: alike blocks of the official form, such as Person 1 to Person 5. */
export const each = (part: string, numbers: readonly number[], letter?: string): readonly string[] =>
  numbers.map((number) => `${part}, Item ${number}${letter === undefined ? '' : `.${letter}`}`)

/**
 * The three parts of another person's name, items a to c of each of the blocks. The given name may be left empty: some
 * people have one name only.
 */
export const nameOf = (who: string, part: string, numbers: readonly number[]) =>
  [
    { id: `${who}FamilyName`, kind: 'name', part: 'family', item: each(part, numbers, 'a') },
    { id: `${who}GivenName`, kind: 'name', part: 'given', item: each(part, numbers, 'b'), optional: true },
    { id: `${who}MiddleName`, kind: 'name', part: 'middle', item: each(part, numbers, 'c'), optional: true },
  ] as const satisfies readonly EntryQuestion[]

/** The days between which something was so, a and b of each of the blocks. Not known exactly, a month or a year will do. */
export const fromTo = (what: string, part: string, numbers: readonly number[]) =>
  [
    { id: `${what}From`, kind: 'partial-date', latest: 'today', item: each(part, numbers, 'a') },
    { id: `${what}To`, kind: 'partial-date', latest: 'today', item: each(part, numbers, 'b'), optional: true },
  ] as const satisfies readonly EntryQuestion[]

/** The items of an address, in order: street, unit, city, state, ZIP code, province, postal code, country. */
export const addressItems = (part: string, ...numbers: readonly number[]): readonly string[] =>
  numbers.flatMap((number) => lettered(part, number, 'abcdefgh'))
