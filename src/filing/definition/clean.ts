/** What cannot be in a person's text: marks that reverse or hide its order, control characters, broken characters. */
// U+061C, U+200E/F, U+202A–E and U+2066–9 can make a name read as another one (Unicode TR 36, section 2.10).
const refused = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/u
const refusedAll = new RegExp(refused.source, 'gu')
const lineBreaks = /\r\n?|\u2028|\u2029/g

export type Cleaned =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly why: 'not-one-answer' | 'characters' | 'length' }

/**
 * One posted field as clean text: Unicode NFC, trimmed, runs of spaces made one; '' when it was not posted.
 * Never throws, whatever was posted. `lengthMax` counts UTF-16 units.
 */
export function cleanLine(posted: unknown, lengthMax: number): Cleaned {
  if (posted === undefined || posted === null) return { ok: true, text: '' }
  if (typeof posted !== 'string') return { ok: false, why: 'not-one-answer' }
  if (posted.length > lengthMax * 4 + 100) return { ok: false, why: 'length' }
  const text = posted
    .normalize('NFC')
    .replace(/[\t\p{Zs}\ufeff]+/gu, ' ')
    .trim()
  return judged(text, text, lengthMax)
}

/** The same for text of several lines: line breaks are kept, as `\n`. */
export function cleanLines(posted: unknown, lengthMax: number): Cleaned {
  if (posted === undefined || posted === null) return { ok: true, text: '' }
  if (typeof posted !== 'string') return { ok: false, why: 'not-one-answer' }
  if (posted.length > lengthMax * 4 + 100) return { ok: false, why: 'length' }
  const text = posted.normalize('NFC').replace(lineBreaks, '\n').replace(/\t/g, ' ').trim()
  return judged(text, text.replaceAll('\n', ' '), lengthMax)
}

function judged(text: string, withoutBreaks: string, lengthMax: number): Cleaned {
  if (refused.test(withoutBreaks)) return { ok: false, why: 'characters' }
  return text.length > lengthMax ? { ok: false, why: 'length' } : { ok: true, text }
}

/** What a field shows again after a refusal: what was posted, without the characters that were refused. */
export function shownAgain(posted: unknown): string {
  if (typeof posted !== 'string') return ''
  return posted
    .replace(lineBreaks, '\n')
    .split('\n')
    .map((line) => line.replace(refusedAll, ''))
    .join('\n')
}
