import type { AgencyPack, FormEntry } from '../../agency/index.ts'
import type { UsualTime } from '../../cases/index.ts'
import type { Text } from '../../platform/i18n/text.ts'

const daysInMonth = 30.4
const daysMost = 60

/** Days as they are while they are few, and after that whole months that hold them; nobody says “0 months”. */
export function usualSpan(t: Text, lower: number, upper: number): string {
  if (upper <= daysMost) return t('catalogue.usual.days', { lower, upper })
  const months = Math.floor(lower / daysInMonth)
  const most = Math.ceil(upper / daysInMonth)
  return months === 0 ? t('catalogue.usual.mixed', { days: lower, upper: most }) : t('catalogue.usual.months', { lower: months, upper: most })
}

/**
 * How long a decision on a form takes: what the cases decided here took, while there are enough of them to say so; else
 * what the agency has published, with its day and source; else that it is not known. Never a number from anywhere else.
 */
export function usualTimeWords(t: Text, agency: AgencyPack, { published }: FormEntry, usual: UsualTime | null): string {
  const day = (date: string | Temporal.PlainDate) => t.day(Temporal.PlainDate.from(date))
  if (usual) {
    const { decided, lowerDays, upperDays, from, until } = usual
    return t('catalogue.usual.own', { time: usualSpan(t, lowerDays, upperDays), decided, from: day(from), until: day(until) })
  }
  if (!published) return t('catalogue.usual.unknown')
  const { lowerDays, upperDays, on, source } = published
  return t('catalogue.usual.published', { time: usualSpan(t, lowerDays, upperDays), agency: agency.shortName, on: day(on), source })
}

/** The same in a few words, for the list of all forms. */
export function usualTimeShort(t: Text, { published }: FormEntry, usual: UsualTime | null): string {
  if (usual) return t('catalogue.usual.own-short', { time: usualSpan(t, usual.lowerDays, usual.upperDays) })
  if (!published) return t('catalogue.usual.unknown-short')
  const on = t.day(Temporal.PlainDate.from(published.on))
  return t('catalogue.usual.published-short', { time: usualSpan(t, published.lowerDays, published.upperDays), on })
}
