import { IntlMessageFormat } from 'intl-messageformat'
import { pseudoOf } from './pseudo.ts'

export type MessageValue = string | number

type Element = ReturnType<IntlMessageFormat['getAst']>[number]

/** A message ready to be formatted. `pieces`: it is words and names of values alone, and needs no formatter. */
interface Message {
  readonly format: IntlMessageFormat
  readonly pieces: readonly Piece[] | null
}

type Piece = { readonly words: string } | { readonly name: string }

/** By language, then by source: a source is found by its own text, so that nothing is joined to look it up. */
const compiled = new Map<string, Map<string, Message>>()

function compile(language: string, source: string): Message {
  const known = compiled.get(language)
  const messages = known ?? new Map<string, Message>()
  if (!known) compiled.set(language, messages)
  const pseudo = pseudoOf(language)
  const plain = new IntlMessageFormat(source, localeOf(language))
  const format = pseudo ? new IntlMessageFormat(pseudo(plain.getAst()), localeOf(language)) : plain
  const message = { format, pieces: piecesOf(format.getAst()) }
  messages.set(source, message)
  return message
}

function piecesOf(elements: readonly Element[]): Piece[] | null {
  const pieces = elements.map(pieceOf)
  return pieces.every((piece) => piece !== null) ? pieces : null
}

/** Element types of the parser: 0 is literal text, 1 a value written as it is. */
function pieceOf(element: Element): Piece | null {
  if (element.type === 0) return { words: element.value }
  return element.type === 1 ? { name: element.value } : null
}

/** Joins words and values; null where a value is missing or more than text, which is for the formatter to settle. */
function joined(pieces: readonly Piece[], values: Record<string, unknown>): string | null {
  let text = ''
  for (const piece of pieces) {
    if ('words' in piece) {
      text += piece.words
      continue
    }
    const value = values[piece.name]
    if (typeof value !== 'string' && typeof value !== 'number') return null
    text += value
  }
  return text
}

/** The locale that plurals and dates follow; the pseudo-languages follow those of the language they stand for. */
export function localeOf(language: string): string {
  if (language === 'en-XA') return 'en'
  return language === 'ar-XB' ? 'ar-u-nu-latn' : language
}

const noValues: Record<string, unknown> = {}

/** Formats one ICU message. Words and plain values are joined here; plurals, dates and elements need the formatter. */
export function formatMessage(language: string, source: string, values: Record<string, unknown> = noValues): unknown {
  const { format, pieces } = compiled.get(language)?.get(source) ?? compile(language, source)
  const text = pieces === null ? null : joined(pieces, values)
  return text ?? format.format(values as Record<string, string>)
}

/** The values that a message's source names, those inside of its plurals and choices among them. */
export function valuesNamedIn(source: string): string[] {
  const named = new Set<string>()
  const look = (elements: readonly Element[]) => {
    for (const element of elements) {
      // 0 is words, 7 the number of a plural that was named outside, 8 a tag.
      if (element.type !== 0 && element.type !== 7 && element.type !== 8) named.add(element.value)
      if ('options' in element) for (const { value } of Object.values(element.options)) look(value)
      if ('children' in element) look(element.children)
    }
  }
  look(new IntlMessageFormat(source, 'en').getAst())
  return [...named]
}
