import { agencyText } from '../../agency/index.ts'
import { notFound } from '../../platform/http/answer.ts'
import { page, recordsNothing } from '../../platform/http/page.ts'
import { isId } from '../../platform/ids.ts'
import { officePaths } from '../../platform/paths.ts'
import { Breadcrumb, ButtonLink, ButtonRow, DayText, EmptyState, InstantText, NumberText, Table, Tag } from '../../ui/index.ts'
import { staffWho } from '../sessions/access.ts'
import { inquiryQueue } from './inquiry-acts.ts'

/** Where a page begins, as the last one's link says; anything else is the first page. */
function placeIn(after = ''): { on: string; id: string } | null {
  const [on = '', id = ''] = after.split('~')
  return /^\d{4}-\d\d-\d\d$/.test(on) && isId(id) ? { on, id } : null
}

/** `/inquiries`: what people asked about their cases with a reason of the agency. */
export const inquiryQueuePage = page({
  path: officePaths.inquiries,
  access: staffWho('read-messages'),
  audit: recordsNothing('receipt numbers, reasons and days only'),
  load: async (context) => {
    const after = placeIn(context.query.after)
    const found = await context.read(inquiryQueue, { after })
    return found ? { ...found, isFirst: after === null } : notFound
  },
  view: ({ t, model: { inquiries, next, isFirst }, context }) => {
    const { agency, clock } = context.services
    const today = clock.now().toZonedDateTimeISO(agency.timeZone).toPlainDate()
    return {
      title: t('inquiry.office.title'),
      wide: true,
      body: (
        <div class="stack">
          <Breadcrumb t={t} trail={[{ words: t('officer.queues.title'), href: officePaths.queues() }, { words: t('inquiry.office.title') }]} />
          <h1>{t('inquiry.office.title')}</h1>
          <p class="lead">{t('inquiry.office.about')}</p>
          {inquiries.length === 0 ? (
            <EmptyState title={t('inquiry.office.none.title')}>
              <p>{t('inquiry.office.none.body')}</p>
            </EmptyState>
          ) : (
            <Table
              caption={t('inquiry.office.list')}
              head={(['reason', 'case', 'at', 'expected'] as const).map((name) => t(`inquiry.office.head.${name}`))}
              rows={inquiries.map(({ id, receipt_number: receiptNumber, reason, at, expected_on: due }) => [
                <a key="reason" href={officePaths.inquiry({ receiptNumber, inquiry: id })}>
                  {agencyText(agency, t, 'messages', `inquiry.${reason}`)}
                </a>,
                <NumberText key="case" t={t} kind="receipt" value={receiptNumber} />,
                <InstantText key="at" t={t} at={at} />,
                <span key="due">
                  <DayText t={t} day={due} /> {Temporal.PlainDate.compare(due, today) < 0 ? <Tag kind="act">{t('inquiry.office.late')}</Tag> : null}
                </span>,
              ])}
            />
          )}
          <ButtonRow>
            {isFirst ? null : (
              <ButtonLink href={officePaths.inquiries()} look="quiet">
                {t('inquiry.office.first-page')}
              </ButtonLink>
            )}
            {next ? (
              <ButtonLink href={`${officePaths.inquiries()}?after=${next.on}~${next.id}`} look="quiet">
                {t('inquiry.office.next-page')}
              </ButtonLink>
            ) : null}
          </ButtonRow>
        </div>
      ),
    }
  },
})
