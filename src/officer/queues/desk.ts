import { unansweredCount } from '../evidence-requests/composing.ts'
import { refundsToDecide } from '../../filing/index.ts'
import { query } from '../../platform/operation.ts'
import { mayDo, whoMay } from '../may.ts'
import { messagesWaiting } from '../messages/list-messages.ts'
import { openMoneyDays } from '../money/daily-money.ts'
import { type QueueAsked, queueCounts, queuePage } from './list-queues.ts'
import { ownViews } from './views/view-acts.ts'
import { workers } from './work/list-work.ts'

/** Everything of the front of the queues at one moment. */
export const queuesFront = query({
  name: 'officer.queues-front',
  allow: (actor, _input: Record<string, never>) => whoMay('see-queues')(actor),
  async run(context) {
    const counts = await queueCounts.run(context, {})
    const views = await ownViews.run(context, {})
    const messages = await messagesWaiting.run(context, {})
    const unanswered = await unansweredCount.run(context, {})
    const moneyDays = mayDo(context.actor, 'see-money') ? await openMoneyDays.run(context, {}) : null
    const refunds = mayDo(context.actor, 'decide-refund') ? (await refundsToDecide.run(context, {})).length : 0
    return { ...counts, views, messages, unanswered, moneyDays, refunds }
  },
})

/** One page of a queue with the officer's views, and for supervisors whom a case can be given to; null: no such queue. */
export const queueDesk = query({
  name: 'officer.queue-desk',
  allow: (actor, _input: QueueAsked) => whoMay('see-queues')(actor),
  async run(context, asked: QueueAsked) {
    const page = await queuePage.run(context, asked)
    if (!page) return null
    const views = await ownViews.run(context, {})
    return { ...page, views, workers: mayDo(context.actor, 'assign-work') ? await workers.run(context, {}) : [] }
  },
})
