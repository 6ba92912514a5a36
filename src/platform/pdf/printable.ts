/** Where a long word may be broken over lines; the templates look for it. */
const breakMark = '\u200b'
// No word of a language is this long between two places where a line may break; a narrow column holds it.
const charactersUnbrokenMax = 24

// Overrides make text read other than it is stored; the rest is invisible, and PDF/UA-1 forbids some of it. Direction
// marks and joiners (U+200C to U+200F) belong to real names and stay.
const unprinted =
  /[\u202a-\u202e\u2066-\u2069\u00ad\u200b\u2060-\u2064\ufeff]|\u034f|[\ufe00-\ufe0f]|[\u{e0000}-\u{e007f}]/gu
// Every font has these, and none of their words is long.
const plain = new RegExp(`^(?:[\\x20-\\x7e]{1,${charactersUnbrokenMax}}|(?:[!-~]{1,${charactersUnbrokenMax}} )+[!-~]{0,${charactersUnbrokenMax}})$`)
const longWords = new RegExp(`[\\p{L}\\p{N}_]{${charactersUnbrokenMax + 1},}`, 'gu')
const partsOfWord = new RegExp(`.{1,${charactersUnbrokenMax / 2}}`, 'gu')
const kept = /[\n\u200c-\u200f]/

/** Those the fonts can draw; those met that they cannot are added to `undrawn`. */
export type Characters = { drawable: ReadonlySet<number>; undrawn?: Set<string> }

/**
 * Text that can be printed with the fonts at hand: line breaks stay, other control characters become a space,
 * invisible characters go, and a character that no font has is written as its code, such as [U+4E2D]: a PDF/UA-1 file
 * may hold no character that cannot be drawn (ISO 14289-1, 7.21.8), and a letter must not fail over a name. Very long
 * words get marks where they may be broken.
 */
export function printable(value: string, characters: Characters): string {
  if (plain.test(value)) return value
  const tidy = value
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(unprinted, '')
    .normalize('NFC')
  const drawn = Array.from(tidy, (character) => asDrawn(character, characters)).join('')
  return drawn.replace(longWords, (word) => (word.match(partsOfWord) ?? []).join(breakMark))
}

function asDrawn(character: string, { drawable, undrawn }: Characters): string {
  const code = character.codePointAt(0) ?? 0
  if (kept.test(character)) return character
  if (/[\p{Cc}\p{Zs}]/u.test(character)) return drawable.has(code) && code > 0x9f ? character : ' '
  if (drawable.has(code)) return character
  undrawn?.add(character)
  return `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`
}
