import { notify } from '../../notifications/index.ts'
import type { Chore } from '../../platform/jobs/job.ts'
import { operation } from '../../platform/operation.ts'
import { listPartyAccounts } from '../case-store.ts'
import { receiptNumberEnding } from '../receipt-number.ts'
import { takeReminders } from './reminder-store.ts'

/** So many in one transaction; a turn goes on until there are no more. */
const atOnceMost = 200

/** Reminds the people of cases of what is asked of them, 14, 7 and 1 days before its deadline, once each. */
export const remindOfDeadlines = operation({
  name: 'cases.remind-of-deadlines',
  allow: ({ kind }, _input: { most: number }) => kind === 'system',
  refusals: [],
  async run(context, { most }) {
    const { tx, now, audit, recordedBefore } = context
    const reminders = await takeReminders(tx, { now, most })
    if (reminders.length === 0) recordedBefore()
    audit({ detail: { reminders: reminders.length } })
    for (const { case: caseId, receipt_number, due_at } of reminders) {
      const days = Math.ceil(now.until(due_at).total('hours') / 24)
      const values = { ending: receiptNumberEnding(receipt_number), days }
      await notify(context, { accounts: await listPartyAccounts(tx, caseId), topic: 'deadlines', mail: { kind: 'cases.deadline', values } })
    }
    return reminders.length
  },
})

export const remindOfDeadlinesChore: Chore = {
  name: 'cases.remind-of-deadlines',
  everySeconds: 300,
  async run({ perform }) {
    for (;;) {
      const reminded = await perform(remindOfDeadlines, { most: atOnceMost })
      if (!reminded.ok || reminded.output < atOnceMost) break
    }
  },
}
