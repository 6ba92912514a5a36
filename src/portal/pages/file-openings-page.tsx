import { signedIn } from '../../accounts/index.ts'
import { officeName, showReceiptNumber } from '../../cases/index.ts'
import { openingsOfOwnCases, openingsOnPage, type ToldOpening } from '../../officer/index.ts'
import { type Context, page, recordsNothing } from '../../platform/http/page.ts'
import { pageNumber } from '../../platform/http/page-number.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { Breadcrumb, Card, EmptyState, InstantText, Pagination, Table } from '../../ui/index.ts'

const shownTo = async (context: Context) => {
  const current = pageNumber(context.query)
  const found = await context.read(openingsOfOwnCases, { page: current })
  return { current, openings: found?.openings ?? [], total: found?.total ?? 0 }
}

function byWords(t: Text, { office, role }: ToldOpening, agency: Context['services']['agency']): string {
  const name = office ? officeName(agency, t, office) : ''
  return [name, t(`security.openings.role.${role}`)].filter(Boolean).join(' · ')
}

type OpeningsProps = { t: Text; openings: readonly ToldOpening[]; agency: Context['services']['agency'] }

const Openings = ({ t, openings, agency }: OpeningsProps) => (
  <Table
    caption={t('security.openings.caption')}
    head={[t('security.when'), t('security.openings.case'), t('security.openings.by'), t('security.openings.reason')]}
    rows={openings.map((opening) => [
      <InstantText key="at" t={t} at={opening.at} />,
      <a key="case" href={paths.case({ receiptNumber: opening.receiptNumber })}>
        {showReceiptNumber(opening.receiptNumber)}
      </a>,
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
