import { agencyText } from '../../../agency/index.ts'
import { formShortTitle } from '../../../cases/index.ts'
import { notFound } from '../../../platform/http/answer.ts'
import { type Context, page, recordsNothing } from '../../../platform/http/page.ts'
import { pageNumber } from '../../../platform/http/page-number.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { officePaths } from '../../../platform/paths.ts'
import type { Services } from '../../../platform/services.ts'
import { Breadcrumb, ButtonLink, Card, EmptyState, InstantText, Pagination, Table } from '../../../ui/index.ts'
import { staffWho } from '../../sessions/access.ts'
import { type RejectionInList, rejectionList, rejectionsOnPage } from './rejection-desk.ts'

type Shown = { t: Text; agency: Services['agency'] }

const why = ({ t, agency }: Shown, reason: string) => agencyText(agency, t, 'paper', `rejection.${reason}.why`)

function Counted({ counted, ...shown }: Shown & { counted: readonly { reason: string; rejections: number }[] }) {
  const { t } = shown
  if (counted.length === 0) return null
  return (
    <Card>
      <Table
        caption={t('rejecting.counted')}
        head={[t('rejecting.head.reasons'), t('rejecting.head.count')]}
        numeric={[1]}
        rows={counted.map(({ reason, rejections }) => [why(shown, reason), t.number(rejections)])}
      />
    </Card>
  )
}

function Listed({ rejections, ...shown }: Shown & { rejections: readonly RejectionInList[] }) {
  const { t, agency } = shown
  return (
    <Table
      caption={t('rejecting.list')}
      head={(['at', 'form', 'reasons', 'name', 'letter'] as const).map((name) => t(`rejecting.head.${name}`))}
      rows={rejections.map(({ id, at, by, form, receivedOn, reasons, name, letter }) => [
        <>
          <InstantText t={t} at={at} />
          {by ? <div>{t('rejecting.by', { name: by })}</div> : null}
        </>,
        <>
          <div>{formShortTitle(agency, t, form)}</div>
          <div>{t('rejecting.received', { date: t.day(receivedOn) })}</div>
        </>,
        <ul key="reasons">
          {reasons.map((reason) => (
            <li key={reason}>{why(shown, reason)}</li>
          ))}
        </ul>,
        name === null ? (
          t('rejecting.name.not-told')
        ) : (
          <a key="name" href={officePaths.rejection({ rejection: id })}>
            <bdi>{name}</bdi>
          </a>
        ),
        t(`by-hand.letter.${letter}`),
      ])}
    />
  )
}

const listOf = async (context: Context) => {
  const current = pageNumber(context.query)
  const found = await context.read(rejectionList, { page: current })
  return found ? { ...found, current } : notFound
}

/** The forms on paper that were not accepted, and the way to one more. */
export const rejectionsPage = page({
  path: officePaths.rejections,
  access: staffWho('take-in-paper'),
  audit: recordsNothing('reasons and counts; names only to who rejected the form and to supervisors'),
  load: listOf,
  view: ({ t, model: { rejections, total, counted, current }, context: { services } }) => ({
    title: t('rejecting.list.title'),
    wide: true,
    body: (
      <div class="stack">
        <Breadcrumb t={t} trail={[{ words: t('office-intake.title'), href: officePaths.intake() }, { words: t('rejecting.list.title') }]} />
        <h1>{t('rejecting.list.title')}</h1>
        <p>{t('rejecting.list.lead')}</p>
        <p>
          <ButtonLink href={officePaths.rejectForm()}>{t('rejecting.title')}</ButtonLink>
        </p>
        {total === 0 ? (
          <EmptyState title={t('rejecting.none.title')}>
            <p>{t('rejecting.none.body')}</p>
          </EmptyState>
        ) : (
          <>
            <Counted t={t} agency={services.agency} counted={counted} />
            <Card>
              <Listed t={t} agency={services.agency} rejections={rejections} />
              <Pagination t={t} current={current} of={Math.ceil(total / rejectionsOnPage)} hrefOf={(each) => `${officePaths.rejections()}?page=${each}`} />
            </Card>
          </>
        )}
      </div>
    ),
  }),
})
