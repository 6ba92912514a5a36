import { type AgencyPack, agencyText } from '../../agency/index.ts'
import { officeName } from '../../cases/index.ts'
import { type MessageValue, type Text, textOf } from '../../platform/i18n/text.ts'
import type { Item } from './notice.ts'

/** What somebody wrote, as it is; or a text of the pack, in whichever language the notice is. */
export type Words = string | { readonly file: string; readonly key: string; readonly values?: Readonly<Record<string, MessageValue>> }

/** A moment, told in this zone; the agency's where none is named. */
export type Moment = Temporal.Instant | { readonly at: Temporal.Instant; readonly timeZone: string }

export type NoticeValue =
  | Words
  | number
  | Temporal.PlainDate
  | Moment
  | readonly { readonly title: Words; readonly text?: Words }[]

/** By the names that the kind declares in the pack. What may be left out may be null, too. */
export type NoticeValues = Readonly<Record<string, NoticeValue | null | undefined>>

/** A value as it is said in one language. */
export type Said = string | readonly Item[]

type Saying = { readonly agency: AgencyPack; readonly t: Text }

function wordsIn({ agency, t }: Saying, words: Words): string {
  if (typeof words === 'string') return words.trim()
  return agencyText(agency, t, words.file, words.key, words.values)
}

const isWords = (value: NoticeValue): value is Words => typeof value === 'string' || (typeof value === 'object' && 'file' in value)

const momentIn = ({ t }: Saying, moment: Moment): string =>
  moment instanceof Temporal.Instant ? t.instant(moment) : textOf(t.language, moment.timeZone).instant(moment.at)

const isMoment = (value: NoticeValue): value is Moment =>
  value instanceof Temporal.Instant || (typeof value === 'object' && 'at' in value && value.at instanceof Temporal.Instant)

const isItems = (value: NoticeValue): value is Extract<NoticeValue, readonly unknown[]> => Array.isArray(value)

const itemsIn = (saying: Saying, items: Extract<NoticeValue, readonly unknown[]>): readonly Item[] =>
  items.map(({ title, text }) => ({ title: wordsIn(saying, title), ...(text === undefined ? {} : { text: wordsIn(saying, text) }) }))

/** How each type of value is said; undefined: it is not of the type. */
const saidAs: Readonly<Record<string, (saying: Saying, value: NoticeValue) => Said | undefined>> = {
  text: (saying, value) => (isWords(value) ? wordsIn(saying, value) : undefined),
  words: (saying, value) => (isWords(value) ? wordsIn(saying, value) : undefined),
  items: (saying, value) => (isItems(value) ? itemsIn(saying, value) : undefined),
  day: ({ t }, value) => (value instanceof Temporal.PlainDate ? t.dayWithWeekday(value) : undefined),
  instant: (saying, value) => (isMoment(value) ? momentIn(saying, value) : undefined),
  office: ({ agency, t }, value) => (typeof value === 'string' && agency.offices.some(({ id }) => id === value) ? officeName(agency, t, value) : undefined),
  number: ({ t }, value) => (typeof value === 'number' ? t.number(value) : undefined),
  money: ({ t }, value) => (typeof value === 'number' ? t.money(value) : undefined),
}

/** A value of this type in one language. Throws for what is of another type, and for what says nothing. */
export function sayValue(saying: Saying, name: string, type: string, value: NoticeValue): Said {
  const said = saidAs[type]?.(saying, value)
  if (said === undefined || said.length === 0) throw new Error(`The value ${name} of a notice is no ${type}`)
  return said
}
