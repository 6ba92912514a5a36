import type { ComponentChildren } from 'preact'
import type { OpenTask } from '../../cases/index.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { TodoCard } from '../../ui/index.ts'
import { taskPage } from './task-pages.ts'
import { timeLeft } from './time-left.ts'

type Moment = { t: Text; at: Temporal.Instant }

const dayAndTime = ({ t, at }: Moment) => ({
  day: t.dayWithWeekday(at.toZonedDateTimeISO(t.timeZone).toPlainDate()),
  time: t.time(at),
})

/** By when, in the person's own time zone, and how long is left. */
function Due({ t, task, now }: { t: Text; task: OpenTask; now: Temporal.Instant }) {
  const at = task.dueAt ?? task.startsAt
  if (!at) return null
  const isDeadline = task.dueAt !== null
  const left = timeLeft(t, now, at, isDeadline ? 'left' : 'until') ?? t(isDeadline ? 'tasks.over.due' : 'tasks.over.starts')
  return (
    <>
      <time dateTime={at.toString()}>{t(isDeadline ? 'tasks.due' : 'tasks.starts', dayAndTime({ t, at }))}</time> · {left}
    </>
  )
}

type Action = { href: string; words: string }

/** `ofCase`: which case it is on, where the page is of several; `otherwise`: where to while there is no page of its kind. `children`: how it is done right here. */
type TaskCardProps = { t: Text; now: Temporal.Instant; task: OpenTask; receiptNumber: string; ofCase?: ComponentChildren; otherwise?: Action; children?: ComponentChildren }

/** One thing asked of the person, with its deadline and the one button that leads to where it is done. */
export function TaskCard({ t, now, task, receiptNumber, ofCase, otherwise, children }: TaskCardProps) {
  const href = taskPage(task, receiptNumber)
  return (
    <TodoCard
      title={t(`tasks.${task.kind}.title`)}
      due={task.dueAt || task.startsAt ? <Due t={t} task={task} now={now} /> : undefined}
      action={href ? { href, words: t(`tasks.${task.kind}.go`) } : otherwise}
    >
      {ofCase ? <p class="muted">{ofCase}</p> : null}
      <p>{t(`tasks.${task.kind}.about`)}</p>
      {children}
    </TodoCard>
  )
}
