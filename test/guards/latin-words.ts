import { unescaped } from '../web-client.ts'
import type { Met } from './meet.ts'

/** Names that stay as they are in every language, and what formats write. */
const names = [
  'Portolan',
  'USCIS',
  'myUSCIS',
  'PDF',
  'JPEG',
  'PNG',
  'TIFF',
  'MB',
  'KB',
  'byte',
  'bytes',
  'SHA-256',
  'IOE',
  'English',
  'العربية',
  'AM',
  'PM',
  'EST',
  'EDT',
  'UTC',
  'and',
  'or',
]

const spoken = (html: string) => {
  const attributes = [...html.matchAll(/\s(?:alt|title|placeholder|aria-label|content)="([^"]*)"/g)].map(
    ([, words = '']) => words,
  )
  const body = html
    .replace(/<head>[\s\S]*?<\/head>/, '')
    .replace(/<(script|style|code|select)\b[\s\S]*?<\/\1>/g, ' ')
    // What is marked with a language of its own is read in it: terms as they were agreed to, items of an English form.
    .replace(/<(div|span|h1|article)\b[^>]*\slang="[\w-]+"[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
  return unescaped([body, ...attributes.filter((words) => !/^(width=|noindex)/.test(words))].join(' ')).replace(
    /\b\S+@\S+\b|https?:\/\/\S+/g,
    ' ',
  )
}

/** Every month and every day of the week, as these formats write them. */
const intl = (what: readonly Intl.DateTimeFormatOptions[]) =>
  what.flatMap((options) =>
    Array.from({ length: 84 }, (_, day) =>
      new Intl.DateTimeFormat('en', { ...options, timeZone: 'UTC' }).format(Date.UTC(2024, day % 12, 1 + (day % 7))),
    ),
  )

const calendar = intl([{ month: 'long' }, { month: 'short' }, { weekday: 'long' }, { weekday: 'short' }])

/** Plain Latin words on a page in the language without them: they were written into the code. `data` is what people gave. */
export function latinFaults(met: Met, data: readonly string[]): string[] {
  if (met.language !== 'en-XA' || met.html === '') return []
  const known = new Set(
    [...names, ...calendar, ...data]
      .flatMap((text) => text.match(/[A-Za-z]{2,}/g) ?? [])
      .map((word) => word.toLowerCase()),
  )
  const plain = (spoken(met.html).match(/(?<![\p{L}\p{M}\d-])[A-Za-z]{3,}(?![\p{L}\p{M}\d-])/gu) ?? []).filter(
    (word) => !known.has(word.toLowerCase()),
  )
  return plain.length === 0 ? [] : [`${met.path} (${met.who}) says ${[...new Set(plain)].slice(0, 12).join(' ')}`]
}
