import { agencyText } from '../../agency/index.ts'
import { notFound } from '../../platform/http/answer.ts'
import { type Context, page, recordsNothing } from '../../platform/http/page.ts'
import { officePaths } from '../../platform/paths.ts'
import { Card, EmptyState, InstantText, NumberText, Table } from '../../ui/index.ts'
import { staffWho } from '../sessions/access.ts'
import { refundQueue } from './money-file.ts'

/** `/refunds`: what waits for a second person, and what could not be given back. */
export const refundQueuePage = page({
  path: officePaths.refunds,
  access: staffWho('decide-refund'),
  audit: recordsNothing('receipt numbers, amounts and who asked'),
  load: async (context: Context) => (await context.read(refundQueue, {})) ?? notFound,
  view: ({ t, model: { refunds, names }, context }) => ({
    title: t('refund.queue.title'),
    wide: true,
    body: (
      <div class="stack">
        <h1>{t('refund.queue.title')}</h1>
        {refunds.length === 0 ? (
          <EmptyState title={t('refund.queue.empty.title')}>
            <p>{t('refund.queue.empty.body')}</p>
          </EmptyState>
        ) : (
          <Card>
            <p>{t('refund.queue.lead')}</p>
            <Table
              caption={t('refund.queue.list')}
              head={(['case', 'amount', 'reason', 'by', 'at', 'state'] as const).map((name) => t(`refund.queue.${name}`))}
              numeric={[1]}
              rows={refunds.map(({ receiptNumber, amountCents, reason, askedBy, askedAt, state }) => [
                <a key="case" href={officePaths.refund({ receiptNumber })}>
                  <NumberText t={t} kind="receipt" value={receiptNumber} />
                </a>,
                t.money(amountCents),
                agencyText(context.services.agency, t, 'agency', `refund.reason.${reason}`),
                names.get(askedBy) ?? '',
                <InstantText key="at" t={t} at={askedAt} />,
                t(`refund.state.${state}`),
              ])}
            />
          </Card>
        )}
      </div>
    ),
  }),
})
