import type { Text } from '../../platform/i18n/text.ts'

const hoursShownBelow = 48

/** How long until a moment, in whole days by the calendar of the person, and in hours when it is near; null: it has passed. */
export function timeLeft(t: Text, now: Temporal.Instant, at: Temporal.Instant, kind: 'left' | 'until'): string | null {
  if (Temporal.Instant.compare(at, now) <= 0) return null
  const hours = Math.floor(now.until(at).total('hours'))
  if (hours < 1) return t(`tasks.${kind}.soon`)
  if (hours < hoursShownBelow) return t(`tasks.${kind}.hours`, { count: hours })
  const dayOf = (moment: Temporal.Instant) => moment.toZonedDateTimeISO(t.timeZone).toPlainDate()
  return t(`tasks.${kind}.days`, { count: dayOf(now).until(dayOf(at)).days })
}
