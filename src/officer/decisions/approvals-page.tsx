import { notFound } from '../../platform/http/answer.ts'
import { type Context, page, recordsNothing } from '../../platform/http/page.ts'
import { officePaths } from '../../platform/paths.ts'
import { Card, EmptyState, FactsList, InstantText, NumberText, Table, Tag } from '../../ui/index.ts'
import { staffWho } from '../sessions/access.ts'
import { approvalKinds, approvals } from './approvals.ts'

/** `/approvals`: everything that waits for a second person, from every room of the office. */
export const approvalsPage = page({
  path: officePaths.approvals,
  access: staffWho('review-decision'),
  audit: recordsNothing('receipt numbers and who proposed what'),
  load: async (context: Context) => (await context.read(approvals, {})) ?? notFound,
  view: ({ t, model: { waiting, names } }) => ({
    title: t('decisions.approvals.title'),
    wide: true,
    body: (
      <div class="stack">
        <h1>{t('decisions.approvals.title')}</h1>
        <p>{t('decisions.approvals.lead')}</p>
        {waiting.length === 0 ? (
          <EmptyState title={t('decisions.approvals.none')}>
            <p>{t('decisions.approvals.none-about')}</p>
          </EmptyState>
        ) : (
          <>
            <Card title={t('decisions.approvals.counts')}>
              <FactsList
                facts={approvalKinds.flatMap((kind) => {
                  const count = waiting.filter(({ what }) => what === kind).length
                  return count > 0 ? [{ name: t(`decisions.approvals.what.${kind}`), value: t.number(count) }] : []
                })}
              />
            </Card>
            <Card>
              <Table
                caption={t('decisions.approvals.list')}
                head={(['what', 'case', 'by', 'since'] as const).map((name) => t(`decisions.approvals.head.${name}`))}
                rows={waiting.map(({ what, receiptNumber, href, by, since, isYours }) => [
                  <a key="what" href={href}>
                    {t(`decisions.approvals.what.${what}`)}
                  </a>,
                  receiptNumber ? <NumberText key="case" t={t} kind="receipt" value={receiptNumber} /> : '',
                  <span key="by">
                    {names.get(by) ?? ''} {isYours ? <Tag>{t('decisions.approvals.yours')}</Tag> : null}
                  </span>,
                  <InstantText key="since" t={t} at={since} />,
                ])}
              />
            </Card>
          </>
        )}
        <p>
          <a href={officePaths.conflicts()}>{t('decisions.approvals.more')}</a>
        </p>
      </div>
    ),
  }),
})
