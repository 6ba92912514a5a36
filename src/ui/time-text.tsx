import type { Text } from '../platform/i18n/text.ts'

/** A moment with its time zone, as a person reads it and as a machine does. */
export function InstantText({ t, at }: { t: Text; at: Temporal.Instant }) {
  return <time dateTime={at.toString()}>{t.instant(at)}</time>
}

/** A calendar day; with its weekday where it is a date to keep. */
export function DayText({ t, day, weekday }: { t: Text; day: Temporal.PlainDate; weekday?: boolean }) {
  return <time dateTime={day.toString()}>{weekday ? t.dayWithWeekday(day) : t.day(day)}</time>
}
