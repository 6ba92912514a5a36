import { sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'

/** So many days before a deadline its people are reminded. */
const reminderDays = [14, 7, 1]

export interface ReminderRow {
  id: string
  case: string
  receipt_number: string
  due_at: Temporal.Instant
}

/**
 * Open tasks whose next reminder is due, marked as reminded, so that no other turn takes them. A day that passed before it was
 * asked, or while a later one is due too, is left out: nobody gets two reminders at once.
 */
export async function takeReminders(tx: Tx, { now, most }: { now: Temporal.Instant; most: number }): Promise<ReminderRow[]> {
  const { rows } = await sql<ReminderRow>`
    with due as (
      select task.id, next.days
      from cases.task cross join lateral (
        select min(days) as days from unnest(${reminderDays}::int[]) days
        where task.due_at - make_interval(hours => 24 * days) <= ${now}
          and task.due_at - make_interval(hours => 24 * days) > task.opened_at
      ) next
      where task.ended_at is null and task.due_at > ${now} and task.due_at <= ${now.add({ hours: 24 * Math.max(...reminderDays) })}
        and next.days < coalesce(task.reminded_days, 32000)
      order by task.due_at, task.ordinal
      limit ${most}
      for update of task skip locked
    )
    update cases.task set reminded_days = due.days
    from due, cases."case" its
    where task.id = due.id and its.id = task."case"
    returning task.id, task."case", its.receipt_number, task.due_at`.execute(tx)
  return rows
}
