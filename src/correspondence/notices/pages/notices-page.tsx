import { signedIn } from '../../../accounts/index.ts'
import { formShortTitle, parseReceiptNumber } from '../../../cases/index.ts'
import { notFound } from '../../../platform/http/answer.ts'
import { type Context, page, recordsNothing } from '../../../platform/http/page.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { paths } from '../../../platform/paths.ts'
import { Breadcrumb, Card, DayText, EmptyState, NumberText, Pagination, Table, Tag } from '../../../ui/index.ts'
import { type ListedNotice, noticesAPage, type OwnNotices, ownNotices } from '../own-notices.ts'

const pageOf = ({ query }: Pick<Context, 'query'>) => Math.max(1, Math.min(1000, Number.parseInt(query.page ?? '1', 10) || 1))

/** What no longer counts says so before anything else. */
function State({ t, notice: { endedAs, openedAt } }: { t: Text; notice: ListedNotice }) {
  if (endedAs) return <Tag kind="plain">{t(`notices.state.${endedAs}`)}</Tag>
  if (!openedAt) return <Tag kind="act">{t('notices.state.new')}</Tag>
  return <>{t('notices.state.read', { day: t.day(openedAt.toZonedDateTimeISO(t.timeZone).toPlainDate()) })}</>
}

function Notices({ t, model, current }: { t: Text; model: OwnNotices; current: number }) {
  const { receiptNumber } = model.case
  if (model.total === 0)
    return (
      <EmptyState title={t('notices.none.title')}>
        <p>{t('notices.none.about')}</p>
      </EmptyState>
    )
  return (
    <Card>
      <Table
        caption={t('notices.list')}
        head={(['notice', 'issued', 'state'] as const).map((name) => t(`notices.head.${name}`))}
        rows={model.notices.map((notice) => [
          <a key="notice" href={paths.notice({ receiptNumber, notice: notice.id })}>
            <span lang={notice.language} dir="auto">
              {notice.title}
            </span>
          </a>,
          <DayText key="issued" t={t} day={notice.issuedOn} />,
          <State key="state" t={t} notice={notice} />,
        ])}
      />
      <Pagination t={t} current={current} of={Math.ceil(model.total / noticesAPage)} hrefOf={(each) => `${paths.notices({ receiptNumber })}?page=${each}`} />
    </Card>
  )
}

/** `/cases/<receipt number>/notices`: every notice about a case. Anybody else's case is answered like one that does not exist. */
export const noticesPage = page({
  path: paths.notices,
  access: signedIn,
  audit: recordsNothing('A person looks at the list of their own notices'),
  load: async (context) => {
    const parsed = parseReceiptNumber(context.params.receiptNumber, context.services.agency.receipts.prefixes)
    if (!parsed.ok) return notFound
    return (await context.read(ownNotices, { receiptNumber: parsed.number, page: pageOf(context) })) ?? notFound
  },
  view: ({ t, model, context }) => {
    const { receiptNumber, form } = model.case
    return {
      title: t('notices.title'),
      body: (
        <>
          <Breadcrumb
            t={t}
            trail={[
              { words: t('ui.nav.account'), href: paths.account() },
              { words: t('notices.crumb.case'), href: paths.case({ receiptNumber }) },
              { words: t('notices.title') },
            ]}
          />
          <h1>{t('notices.title')}</h1>
          <p class="muted">
            {formShortTitle(context.services.agency, t, form)} · <NumberText t={t} kind="receipt" value={receiptNumber} />
          </p>
          <Notices t={t} model={model} current={pageOf(context)} />
        </>
      ),
    }
  },
})
