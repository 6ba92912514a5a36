import { hashCandidates, keyedHash } from '../../platform/crypto/keyed-hash.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import { joined, wordsOf } from './name-words.ts'

/** Each index has hashes of its own: what stands in one says nothing about another. */
export type PiecesOf = 'name-piece' | 'client-piece'
/** Characters kept of a hash, six bits each: enough to tell pieces apart, too few to be anything else's hash. */
const keptCharacters = 6

type Piece = 'whole' | 'near' | 'beginning'

const shortened = (hash: string) => hash.slice(hash.indexOf(':') + 1).slice(0, keptCharacters)

const leastForSlips = 4
const beginnings = { least: 3, most: 8 }

/** The word, and the word with each one letter left out: two words that differ by one slip of the hand share one of these. */
function nearTo(word: string): string[] {
  const letters = [...word]
  return letters.length < leastForSlips ? [word] : [word, ...letters.map((_, at) => letters.toSpliced(at, 1).join(''))]
}

const beginningsOf = (word: string): string[] => {
  const letters = [...word].slice(0, beginnings.most)
  return letters.slice(beginnings.least - 1).map((_, at) => letters.slice(0, beginnings.least + at).join(''))
}

/** What stands in the index for these names: every word whole, nearly, and how it begins, each by its keyed hash. */
export function indexedPieces(keys: Keys, names: readonly string[], purpose: PiecesOf = 'name-piece'): string[] {
  const words = new Set(names.flatMap((name) => joined(wordsOf(name))))
  const hashed = (piece: Piece) => (text: string) => shortened(keyedHash(keys, purpose, [piece, text]))
  return [...new Set([...words].flatMap((word) => [hashed('whole')(word), ...nearTo(word).map(hashed('near')), ...beginningsOf(word).map(hashed('beginning'))]))]
}

type Formula = (piece: Piece, text: string) => string

const all = (parts: readonly string[]) => `(${parts.join('&')})`
const any = (parts: readonly string[]) => `(${parts.join('|')})`

/** How a typed word may stand in the index: whole, with one slip of the hand, or as the beginning of a longer one. */
function wordFormula(word: string, hashed: Formula): string {
  const beginning = beginningsOf(word).at(-1)
  return any([...new Set([hashed('whole', word), ...nearTo(word).map((near) => hashed('near', near)), ...(beginning ? [hashed('beginning', beginning)] : [])])])
}

/** The words with each two beside each other written as one: somebody may have typed in two what is one word there. */
const withTwoAsOne = (words: readonly string[]): string[][] =>
  words.slice(1).map((word, at) => [...words.slice(0, at), `${words[at]}${word}`, ...words.slice(at + 2)])

/**
 * What to look for, as the database takes it: every word of what was typed, in any order, under every key that can still
 * be read. `exact`: the words as they are; otherwise forgiving. Null: nothing to look for.
 */
export function soughtPieces(keys: Keys, typed: string, how: 'exact' | 'forgiving', purpose: PiecesOf = 'name-piece'): string | null {
  const words = wordsOf(typed)
  if (words.length === 0) return null
  const underKey = (place: number) => {
    const hashed: Formula = (piece, text) => `'${shortened(hashCandidates(keys, purpose, [piece, text])[place] ?? '')}'`
    const formula = (word: string) => (how === 'exact' ? hashed('whole', word) : wordFormula(word, hashed))
    return any([words, ...withTwoAsOne(words)].map((its) => all(its.map(formula))))
  }
  return any(keys.ids.map((_id, place) => underKey(place)))
}
