/** Letters that no mark was taken from, and what is written for them elsewhere. */
const sameAs: Readonly<Record<string, string>> = {
  ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', æ: 'ae', œ: 'oe', ı: 'i', ħ: 'h', ŋ: 'n',
  // Arabic and Persian: one letter in several shapes.
  ٱ: 'ا', ى: 'ي', ی: 'ي', ې: 'ي', ک: 'ك', ة: 'ه', ۀ: 'ه', ـ: '',
  // Cyrillic as passports write it, so that a name is found in either script (ICAO 9303).
  а: 'a', б: 'b', в: 'v', г: 'g', ґ: 'g', д: 'd', е: 'e', є: 'ie', ж: 'zh', з: 'z', и: 'i', і: 'i', к: 'k', л: 'l', м: 'm', н: 'n',
  о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ъ: '', ы: 'y', ь: '', э: 'e',
  ю: 'iu', я: 'ia', ђ: 'd', ј: 'j', љ: 'lj', њ: 'nj', ћ: 'c', џ: 'dz', ў: 'u',
}

const wordsMost = 8
const lettersMost = 24

const folded = (text: string) =>
  [...text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()].map((letter) => sameAs[letter] ?? letter).join('')

/**
 * The words of a name without accents, capitals and what stands between them: an apostrophe joins, a hyphen parts. Arabic
 * letters that are written in several ways are one, and Cyrillic ones stand as Latin ones.
 */
export const wordsOf = (name: string): string[] =>
  folded(name.replace(/['’ʼ‘`]/g, ''))
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .slice(0, wordsMost)
    .map((word) => [...word].slice(0, lettersMost).join(''))

/** The words, and each two beside each other as one: “Al Hassan” is also written “Alhassan”. */
export const joined = (words: readonly string[]): string[] => [
  ...words,
  ...words.slice(1).map((word, index) => [...`${words[index]}${word}`].slice(0, lettersMost).join('')),
]

/** Three letters at a time, with room before the first and behind the last one, as trigrams are usually made. */
function piecesOfWord(word: string): string[] {
  const padded = [' ', ' ', ...word, ' ']
  return Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3).join(''))
}

/** How like each other a typed and a written name are, from 0 to 1: pieces they share, of all they have. */
export function likeness(typed: string, name: string): number {
  const pieces = (text: string) => new Set(wordsOf(text).flatMap(piecesOfWord))
  const [sought, written] = [pieces(typed), pieces(name)]
  const shared = [...sought].filter((piece) => written.has(piece)).length
  return shared === 0 ? 0 : (2 * shared) / (sought.size + written.size)
}
