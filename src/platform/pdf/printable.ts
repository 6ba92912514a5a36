/** Where a long word may be broken over lines; the templates look for it. */
const breakMark = '\u200b'
// No word of a language is this long between two places where a line may break; a narrow column holds it.
const charactersUnbrokenMax = 24

// Overrides make text read other than it is stored; the rest is invisible, and PDF/UA-1 forbids some of it. Direction
// marks and joiners (U+200C to U+200F) belong to real names and stay.
const unprinted =
  /[\u202a-\u202e\u2066-\u2069\u00ad\u200b\u2060-\u2064\ufeff]|\u034f|[\ufe00-\ufe0f]|[\u{e0000}-\u{e007f}]/gu
const kept = /[\n\u200c-\u200f]/

/**
 * Text that can be printed with the fonts at hand: line breaks stay, other control characters become a space,
 * invisible characters go, and a character that no font has is written as its code, such as [U+4E2D]: a PDF/UA-1 file
 * may hold no character that cannot be drawn (ISO 14289-1, 7.21.8), and a letter must not fail over a name. Very long
 * words get marks where they may be broken.
 */
export function printable(value: string, drawable: ReadonlySet<number>): string {
  const tidy = value
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(unprinted, '')
    .normalize('NFC')
  const drawn = Array.from(tidy, (character) => asDrawn(character, drawable)).join('')
  return drawn.replace(new RegExp(`[\\p{L}\\p{N}_]{${charactersUnbrokenMax + 1},}`, 'gu'), (word) =>
    (word.match(new RegExp(`.{1,${charactersUnbrokenMax / 2}}`, 'gu')) ?? []).join(breakMark),
  )
}

function asDrawn(character: string, drawable: ReadonlySet<number>): string {
  const code = character.codePointAt(0) ?? 0
  if (kept.test(character)) return character
  if (/[\p{Cc}\p{Zs}]/u.test(character)) return drawable.has(code) && code > 0x9f ? character : ' '
  return drawable.has(code) ? character : `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`
}
