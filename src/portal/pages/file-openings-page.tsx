import { showTrackingNumber, signedIn } from '../../accounts/index.ts'
import { officeName, showReceiptNumber } from '../../cases/index.ts'
import { openingsOfOwnFile, openingsOnPage, type ToldOpening } from '../../officer/index.ts'
import { type Context, page, recordsNothing } from '../../platform/http/page.ts'
import { pageNumber } from '../../platform/http/page-number.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { Breadcrumb, Card, EmptyState, InstantText, Pagination, Table } from '../../ui/index.ts'

const shownTo = async (context: Context) => {
  const current = pageNumber(context.query)
  const found = await context.read(openingsOfOwnFile, { page: current })
  return { current, openings: found?.openings ?? [], total: found?.total ?? 0 }
}

function byWords(t: Text, opening: ToldOpening, agency: Context['services']['agency']): string {
  const name = opening.kind === 'case' && opening.office ? officeName(agency, t, opening.office) : ''
  return [name, t(`security.openings.role.${opening.role}`)].filter(Boolean).join(' · ')
}

/** The case, by its link; the page of the person at the office; or the request to support, by its number alone: its page is open to who holds the mailed link. */
const What = ({ t, opening }: { t: Text; opening: ToldOpening }) =>
  opening.kind === 'case' ? (
    <a href={paths.case({ receiptNumber: opening.receiptNumber })}>{showReceiptNumber(opening.receiptNumber)}</a>
  ) : opening.kind === 'person' ? (
    t('security.openings.person')
  ) : (
    t('security.openings.support', { number: showTrackingNumber(opening.trackingNumber) })
  )

type OpeningsProps = { t: Text; openings: readonly ToldOpening[]; agency: Context['services']['agency'] }

const Openings = ({ t, openings, agency }: OpeningsProps) => (
  <Table
    caption={t('security.openings.caption')}
    head={[t('security.when'), t('security.openings.what'), t('security.openings.by'), t('security.openings.reason')]}
    rows={openings.map((opening) => [
      <InstantText key="at" t={t} at={opening.at} />,
      <What key="what" t={t} opening={opening} />,
      byWords(t, opening, agency),
      t(`security.openings.reason.${opening.reason}`),
    ])}
  />
)

/** Who opened the person's files and why: office, role, reason and when, never a name. */
export const fileOpeningsPage = page({
  path: paths.fileOpenings,
  access: signedIn,
  audit: recordsNothing('it changes nothing'),
  load: shownTo,
  view: ({ t, model, context }) => ({
    title: t('security.openings.title'),
    wide: true,
    body: (
      <>
        <Breadcrumb
          t={t}
          trail={[{ href: paths.security(), words: t('security.title') }, { words: t('security.openings.title') }]}
        />
        <h1>{t('security.openings.title')}</h1>
        <p>{t('security.openings.about')}</p>
        {model.openings.length === 0 ? (
          <EmptyState title={t('security.openings.caption')}>
            <p>{t('security.openings.none')}</p>
          </EmptyState>
        ) : (
          <Card>
            <Openings t={t} openings={model.openings} agency={context.services.agency} />
            <Pagination
              t={t}
              current={model.current}
              of={Math.ceil(model.total / openingsOnPage)}
              hrefOf={(each) => `${paths.fileOpenings()}?page=${each}`}
            />
            <p>
              {t.rich('security.openings.wrong', { link: (words) => <a href={paths.contactSupport()}>{words}</a> })}
            </p>
          </Card>
        )}
      </>
    ),
  }),
})
