import { signedIn } from '../../../accounts/index.ts'
import { formShortTitle, parseReceiptNumber } from '../../../cases/index.ts'
import { notFound } from '../../../platform/http/answer.ts'
import { type Context, page, recordsNothing } from '../../../platform/http/page.ts'
import { paths } from '../../../platform/paths.ts'
import { Breadcrumb, Card, EmptyState, InstantText, NumberText, Table } from '../../../ui/index.ts'
import { ownRequests } from '../own-requests.ts'
import { kindShort } from '../request-words.ts'
import { DueText, RequestStateTag } from './request-words.tsx'

/** `/cases/<receipt number>/requests`: everything that was asked on a case, and how it ended. */
export const requestsPage = page({
  path: paths.requests,
  access: signedIn,
  audit: recordsNothing('the people of a case read what was asked of them'),
  load: async (context: Context<{ receiptNumber: string }>) => {
    const parsed = parseReceiptNumber(context.params.receiptNumber, context.services.agency.receipts.prefixes)
    return parsed.ok ? ((await context.read(ownRequests, { receiptNumber: parsed.number })) ?? notFound) : notFound
  },
  view: ({ t, model, context }) => {
    const { agency } = context.services
    const { receiptNumber, form } = model.case
    return {
      title: t('requests.list.title'),
      body: (
        <>
          <Breadcrumb t={t} trail={[{ words: t('requests.crumb.case'), href: paths.case({ receiptNumber }) }, { words: t('requests.list.crumb') }]} />
          <h1>{t('requests.list.title')}</h1>
          <p class="muted">
            {formShortTitle(agency, t, form)} · <NumberText t={t} kind="receipt" value={receiptNumber} />
          </p>
          {model.requests.length === 0 ? (
            <EmptyState title={t('requests.list.none.title')}>
              <p>{t('requests.list.none.about')}</p>
            </EmptyState>
          ) : (
            <Card>
              <Table
                caption={t('requests.list.lead')}
                head={(['what', 'state', 'sent', 'due'] as const).map((name) => t(`requests.list.head.${name}`))}
                rows={model.requests.map(({ id, kind, state, sentAt, dueAt }) => [
                  <a key="what" href={paths.request({ receiptNumber, request: id })}>
                    {kindShort(agency, t, kind)}
                  </a>,
                  <RequestStateTag key="state" t={t} state={state} />,
                  <InstantText key="sent" t={t} at={sentAt} />,
                  <DueText key="due" t={t} at={dueAt} />,
                ])}
              />
            </Card>
          )}
        </>
      ),
    }
  },
})
