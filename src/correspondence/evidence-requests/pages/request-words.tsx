import type { AgencyPack } from '../../../agency/index.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { Tag } from '../../../ui/index.ts'
import { lastDayOf, timeLeft } from '../deadline.ts'
import type { EvidenceRequest, RequestState } from '../request.ts'

const stateTags = { open: 'act', answered: 'good', lapsed: 'plain', withdrawn: 'plain' } as const

export const RequestStateTag = ({ t, state }: { t: Text; state: RequestState }) => <Tag kind={stateTags[state]}>{t(`requests.state.${state}`)}</Tag>

/** A deadline with weekday, day, time and zone, where the person is. */
export function DueText({ t, at }: { t: Text; at: Temporal.Instant }) {
  const day = t.dayWithWeekday(at.toZonedDateTimeISO(t.timeZone).toPlainDate())
  return <time dateTime={at.toString()}>{t('requests.due.at', { day, time: t.time(at) })}</time>
}

export function leftWords(t: Text, dueAt: Temporal.Instant, now: Temporal.Instant): string {
  const { days, hours } = timeLeft(dueAt, now)
  return days >= 2 ? t('requests.due.left.days', { count: days }) : t('requests.due.left.hours', { count: hours })
}

/** How a deadline came about: its days, the working day, and where that day ends. */
export function DeadlineWords({ t, agency, request }: { t: Text; agency: AgencyPack; request: Pick<EvidenceRequest, 'days' | 'isMailed' | 'dueAt'> }) {
  const { days, isMailed, dueAt } = request
  return (
    <>
      <p>{t('requests.due.how', { days, mailed: isMailed ? 'yes' : 'no', extra: agency.evidenceRequests.mailedExtraDays })}</p>
      <p>{t('requests.due.explain', { lastDay: t.dayWithWeekday(lastDayOf(agency, dueAt)) })}</p>
    </>
  )
}
