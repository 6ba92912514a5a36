import type { AgencyPack } from '../../agency/index.ts'
import { formShortTitle } from '../../cases/index.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { type AskedOfOwnClient, clientName } from '../../representation/index.ts'
import { NumberText } from '../../ui/index.ts'
import { taskPage } from '../tasks/task-pages.ts'
import { timeLeft } from '../tasks/time-left.ts'

type Shown = { t: Text; agency: AgencyPack; now: Temporal.Instant; asked: AskedOfOwnClient }

/** Whose it is, with the way to the client. */
export function Whose({ t, asked: { who } }: Pick<Shown, 't' | 'asked'>) {
  if (!who) return <span class="muted">{t('clients.deadlines.nobody')}</span>
  return (
    <a href={paths.client({ client: who.id })} dir="auto">
      {clientName(t, who.names)}
    </a>
  )
}

/** What is asked and on which case, with the way to where it is done. */
export function WhatIsAsked({ t, agency, asked: { task, form, receiptNumber } }: Omit<Shown, 'now'>) {
  return (
    <>
      <a href={taskPage(task, receiptNumber) ?? paths.case({ receiptNumber })}>{t(`tasks.${task.kind}.title`)}</a>
      <br />
      <span class="muted">
        {formShortTitle(agency, t, form)}, <NumberText t={t} kind="receipt" value={receiptNumber} />
      </span>
    </>
  )
}

/** At what time of its day, and how long until then. */
export function AtWhatTime({ t, now, asked: { task } }: Omit<Shown, 'agency'>) {
  const at = task.dueAt ?? task.startsAt
  if (!at) return null
  const left = timeLeft(t, now, at, task.dueAt ? 'left' : 'until') ?? t(task.dueAt ? 'tasks.over.due' : 'tasks.over.starts')
  return (
    <>
      <time dateTime={at.toString()}>{t.time(at)}</time> · {left}
    </>
  )
}
