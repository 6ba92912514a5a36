import type { MessageKey } from '../../platform/i18n/text.ts'
import { dayField, type Field, type Parsed, right, wrong } from '../../platform/http/field.ts'
import { postedText } from '../../platform/http/posted.ts'
import type { AgencyPack } from '../../agency/index.ts'

const clockTime = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/

interface MomentRule {
  readonly empty: MessageKey
  readonly optional?: boolean
  /** Of a time that comes twice when clocks go back: the earlier for a beginning, the later for an end. */
  readonly of: 'earlier' | 'later'
}

/** A day and a time of the agency's clocks; null where it may be left out and is. */
export function momentField(rule: MomentRule): Field<Temporal.Instant | null, { readonly agency: AgencyPack }> {
  const day = dayField({ empty: rule.empty, impossible: 'outages.office.moment.impossible' })
  return {
    echo: true,
    parse(posted, name, { agency }): Parsed<Temporal.Instant | null> {
      const time = postedText(posted, `${name}-time`).trim()
      const isEmpty = ['month', 'day', 'year'].every((part) => postedText(posted, `${name}-${part}`).trim() === '') && time === ''
      if (isEmpty && rule.optional) return right(null)
      const on = day.parse(posted, name, undefined)
      if (!on.ok) return on
      const [, hour, minute] = clockTime.exec(time) ?? []
      if (hour === undefined || minute === undefined) return wrong(`${name}-time`, 'outages.office.moment.time')
      const zoned = Temporal.PlainTime.from({ hour: Number(hour), minute: Number(minute) })
      return right(on.value.toPlainDateTime(zoned).toZonedDateTime(agency.timeZone, { disambiguation: rule.of }).toInstant())
    },
  }
}
