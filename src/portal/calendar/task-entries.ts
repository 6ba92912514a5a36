import { type OpenTask, type OwnCase, receiptNumberEnding } from '../../cases/index.ts'
import type { CalendarEntry } from '../../platform/calendar/calendar-file.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'

type Listed = { readonly task: OpenTask; readonly receiptNumber: string; readonly isDropped: boolean }

const remindsOfDeadline = [Temporal.Duration.from({ days: 7 }), Temporal.Duration.from({ days: 1 })]
const remindsOfStart = [Temporal.Duration.from({ days: 1 }), Temporal.Duration.from({ hours: 2 })]

export const listedOf = ({ tasks, dropped, receiptNumber }: Pick<OwnCase, 'tasks' | 'dropped' | 'receiptNumber'>): Listed[] => [
  ...tasks.map((task) => ({ task, receiptNumber, isDropped: false })),
  ...dropped.map((task) => ({ task, receiptNumber, isDropped: true })),
]

/**
 * The dates of what is asked, and of what is not asked any longer as cancelled. A calendar is seen by others and lies with a company: an entry says that there is a deadline
 * or an appointment on a case of which four digits are told, and the link leads to the account, where one signs in.
 */
export function taskEntries({ t, publicUrl }: { t: Text; publicUrl: string }, listed: readonly Listed[]): CalendarEntry[] {
  const host = new URL(publicUrl).host
  return listed.flatMap(({ task, receiptNumber, isDropped }) => {
    const [kind, startsAt] = task.dueAt ? (['deadline', task.dueAt] as const) : (['appointment', task.startsAt] as const)
    if (!startsAt) return []
    return {
      uid: `${task.subject}@${host}`,
      startsAt,
      endsAt: null,
      sequence: task.changes,
      isCancelled: isDropped,
      title: t(`calendar.${kind}`, { ending: receiptNumberEnding(receiptNumber) }),
      about: t('calendar.entry.about'),
      url: publicUrl + paths.account(),
      alarms: isDropped ? [] : kind === 'deadline' ? remindsOfDeadline : remindsOfStart,
    }
  })
}
