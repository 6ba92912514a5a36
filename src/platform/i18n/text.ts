import type { ComponentChildren, VNode } from 'preact'
import { catalogues, type MessageKey } from '../../../messages/index.ts'
import { formatMessage, localeOf, type MessageValue } from './format.ts'
import { isPseudo, pseudoLanguages } from './pseudo.ts'

export type { MessageKey } from '../../../messages/index.ts'
export type { MessageValue } from './format.ts'

export type RichValue = MessageValue | VNode | ((chunks: ComponentChildren) => VNode)

/** A page's words in one language, and its way of writing days, instants, numbers and money. */
export interface Text {
  (key: MessageKey, values?: Record<string, MessageValue>): string
  /** The same with elements in it: `<link>…</link>` in a message is drawn by the function of that name. */
  rich(key: MessageKey, values: Record<string, RichValue>): ComponentChildren
  /** A text that is not the product's own (the agency pack's), written in the same message format. */
  source(source: string, values?: Record<string, MessageValue>): string
  /** The language a text is really in: English stands in for one that this language lacks. */
  languageOf(key: MessageKey): string
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly timeZone: string
  day(day: Temporal.PlainDate): string
  dayWithWeekday(day: Temporal.PlainDate): string
  /** Day, time and the zone's name: an instant is never shown without its zone. */
  instant(at: Temporal.Instant): string
  /** Hours, minutes and zone, as in “the code sent at 10:42 AM EST”. */
  time(at: Temporal.Instant): string
  monthNames(): string[]
  number(value: number): string
  money(cents: number): string
}

const rightToLeft = new Set(['ar', 'fa', 'he', 'ur', 'ar-XB'])

function ownSource(language: string, key: string): string | undefined {
  const dot = key.indexOf('.')
  return catalogues[language]?.[key.slice(0, dot)]?.[key.slice(dot + 1)]
}

function sourceOf(language: string, key: string): string {
  const source = ownSource(language, key) ?? ownSource('en', key)
  if (source === undefined) throw new Error(`No text has the key ${key}`)
  return source
}

/** Date.UTC takes the years 0 to 99 for those of the last century. */
const startOf = (day: Temporal.PlainDate): number =>
  day.year < 100 ? day.toZonedDateTime('UTC').epochMilliseconds : Date.UTC(day.year, day.month - 1, day.day)

type DateStyle = Intl.DateTimeFormatOptions

const dateStyles = {
  day: { year: 'numeric', month: 'long', day: 'numeric' },
  dayWithWeekday: { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' },
  instant: { year: 'numeric', month: 'long', day: 'numeric', hour: 'numeric', minute: '2-digit', timeZoneName: 'short' },
  time: { hour: 'numeric', minute: '2-digit', timeZoneName: 'short' },
} satisfies Record<string, DateStyle>

/** Builds the text of a language; throws on a key no catalogue has. `timeZone` is an IANA name. */
export function textIn(language: string, timeZone: string): Text {
  const locale = localeOf(language)
  const dates = new Map<keyof typeof dateStyles, Intl.DateTimeFormat>()
  const dateFormat = (style: keyof typeof dateStyles) => {
    const zoned = style === 'instant' || style === 'time'
    const made = dates.get(style) ?? new Intl.DateTimeFormat(locale, { ...dateStyles[style], timeZone: zoned ? timeZone : 'UTC' })
    dates.set(style, made)
    return made
  }
  const numbers = new Intl.NumberFormat(locale)
  const money = new Intl.NumberFormat(locale, { style: 'currency', currency: 'USD' })
  const onDay = (style: 'day' | 'dayWithWeekday') => (day: Temporal.PlainDate) =>
    dateFormat(style).format(startOf(day))
  const at = (style: 'instant' | 'time') => (instant: Temporal.Instant) => dateFormat(style).format(instant.epochMilliseconds)
  const sources = new Map<string, string>()
  const source = (key: string) => {
    const known = sources.get(key)
    if (known !== undefined) return known
    const found = sourceOf(language, key)
    sources.set(key, found)
    return found
  }
  const text = (key: MessageKey, values?: Record<string, MessageValue>) => formatMessage(language, source(key), values) as string
  return Object.assign(text, {
    rich: (key: MessageKey, values: Record<string, RichValue>) =>
      formatMessage(language, source(key), values) as ComponentChildren,
    source: (source: string, values?: Record<string, MessageValue>) => formatMessage(language, source, values) as string,
    languageOf: (key: MessageKey) => (isPseudo(language) || ownSource(language, key) !== undefined ? language : 'en'),
    language,
    direction: rightToLeft.has(language) ? ('rtl' as const) : ('ltr' as const),
    timeZone,
    day: onDay('day'),
    dayWithWeekday: onDay('dayWithWeekday'),
    instant: at('instant'),
    time: at('time'),
    monthNames: () => monthNames(locale),
    number: (value: number) => numbers.format(value),
    money: (cents: number) => money.format(cents / 100),
  })
}

function monthNames(locale: string): string[] {
  const format = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' })
  return Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2000, month, 1)))
}

const texts = new Map<string, Text>()

/** The shared text of a language and zone; building one costs formatters, so they are kept. */
export function textOf(language: string, timeZone: string): Text {
  const cacheKey = `${language} ${timeZone}`
  const text = texts.get(cacheKey) ?? textIn(language, timeZone)
  texts.set(cacheKey, text)
  return text
}

/** The languages a deployment can show: those with texts, and the pseudo-languages where they are allowed. */
export function languagesOffered(withPseudo: boolean): string[] {
  return [...Object.keys(catalogues), ...(withPseudo ? pseudoLanguages : [])]
}

/** What a language is called in the language of a text; its tag where that is not known. */
export const languageName = (t: Text, language: string): string =>
  new Intl.DisplayNames([t.language], { type: 'language' }).of(language) ?? language

/** The keys that English has and a language has no text for: `domain.key`. */
export const messagesLacking = (language: string): string[] =>
  Object.entries(catalogues.en ?? {}).flatMap(([domain, messages]) =>
    Object.keys(messages)
      .map((key) => `${domain}.${key}`)
      .filter((key) => ownSource(language, key) === undefined),
  )
