import type { AgencyPack } from '../agency/index.ts'
import { formShortTitle, formTitle, mayOnCase, officeName, type OwnCase } from '../cases/index.ts'
import { PaymentNotice } from '../filing/index.ts'
import { OwnMailComesBack } from '../notifications/index.ts'
import type { Text } from '../platform/i18n/text.ts'
import { paths } from '../platform/paths.ts'
import { Alert, Breadcrumb, Card, DayText, FactsList, InstantText, NumberText, Tag } from '../ui/index.ts'
import { CalendarLink } from './calendar/calendar-link.tsx'
import { CourseCard } from './case/course-card.tsx'
import { Documents } from './case/documents-card.tsx'
import { ExpectedTime } from './case/expected-time.tsx'
import { People } from './case/people-card.tsx'
import { Refunds } from './case/refunds-card.tsx'
import { StatusCard } from './case/status-card.tsx'
import type { CasePageModel } from './home.ts'
import { DecisionCard } from '../correspondence/index.ts'
import { AppointmentsCard } from './appointments-card.tsx'
import { MessagesCard } from './messages-card.tsx'
import { NoticesCard } from './notices-card.tsx'
import { MoreCard } from './more-card.tsx'
import { Followers } from './paper/followed.tsx'
import { MailComesBack, WhereMailReaches } from './paper/mail-of-case.tsx'
import { OwnRights, RightsOfRepresentatives } from './representatives/rights-card.tsx'
import { standingOf, standingWords } from './standing.ts'
import { TaskCard } from './tasks/task-card.tsx'
import { caseEvents } from './timeline/case-events.ts'
import { Timeline } from './timeline/timeline.tsx'

type Parts = { t: Text; agency: AgencyPack; model: CasePageModel; csrfToken: string }

function Heading({ t, agency, own }: Pick<Parts, 't' | 'agency'> & { own: OwnCase }) {
  const [, ...title] = formTitle(agency, t, own.form).split(', ')
  return (
    <>
      <Breadcrumb t={t} trail={[{ words: t('ui.nav.account'), href: paths.account() }, { words: t('portal.case.crumb') }]} />
      <h1>{title.join(', ') || formTitle(agency, t, own.form)}</h1>
      <p class="muted">
        {formShortTitle(agency, t, own.form)} · <NumberText t={t} kind="receipt" value={own.receiptNumber} copy /> ·{' '}
        {t(`portal.case.filed.${own.channel}`, { day: t.day(own.receivedOn) })}
      </p>
    </>
  )
}

const whereItIs = (t: Text, agency: AgencyPack, { office }: OwnCase) => (office ? officeName(agency, t, office) : t('portal.case.office.none'))

type CaseViewProps = Parts & { isEnded: boolean; now: Temporal.Instant; show: string | undefined }

/** What to do comes first, then where the case is and how long it may take, then messages, papers and the whole history. */
export function CaseView({ t, agency, model, csrfToken, isEnded, now, show }: CaseViewProps) {
  const { own, payment, refunds, messages } = model
  const { receiptNumber, touchedAt } = own
  return (
    <>
      <Heading t={t} agency={agency} own={own} />
      <div class="stack">
        {own.tasks.some(({ kind }) => kind === 'confirm-address') ? null : <MailComesBack t={t} own={own} csrfToken={csrfToken} />}
        {model.mailComesBack ? <OwnMailComesBack t={t} csrfToken={csrfToken} /> : null}
        {isEnded ? (
          <Alert kind="good" live>
            <p>{t('representatives.ended')}</p>
          </Alert>
        ) : null}
        {own.tasks.map((task) => (
          <TaskCard key={task.subject} t={t} now={now} task={task} receiptNumber={receiptNumber}>
            {task.kind === 'confirm-address' && mayOnCase(own.role, 'confirm-address') ? <WhereMailReaches t={t} receiptNumber={receiptNumber} csrfToken={csrfToken} /> : null}
          </TaskCard>
        ))}
        <StatusCard t={t} agency={agency} own={own} />
        <DecisionCard t={t} agency={agency} receiptNumber={own.receiptNumber} status={own.status} />
        {payment ? <PaymentNotice t={t} {...payment} /> : null}
        <CourseCard t={t} agency={agency} own={own} />
        <ExpectedTime t={t} agency={agency} own={own} now={now} />
        <NoticesCard t={t} receiptNumber={receiptNumber} news={messages} />
        <MessagesCard t={t} receiptNumber={receiptNumber} messages={messages} />
        <MoreCard t={t} agency={agency} own={own} />
        <AppointmentsCard t={t} receiptNumber={receiptNumber} />
        <Refunds t={t} agency={agency} refunds={refunds} />
        <Documents t={t} own={own} />
        <Timeline
          t={t}
          receiptNumber={receiptNumber}
          events={caseEvents({ t, agency }, own, messages)}
          office={whereItIs(t, agency, own)}
          touchedAt={touchedAt}
          show={show}
        />
      </div>
    </>
  )
}

/** Beside the case: the facts people read out on the telephone. */
export function CaseAside({ t, agency, model, csrfToken }: Parts) {
  const { own, onlineAccountNumber } = model
  const standing = own.tasks.length > 0 ? 'act' : standingOf(agency, own)
  const number = onlineAccountNumber && {
    name: t('portal.case.account-number', { agency: agency.shortName }),
    value: <NumberText t={t} kind="account" value={onlineAccountNumber} copy />,
  }
  return (
    <div class="stack">
      <Card>
        <FactsList
          facts={[
            { name: t('portal.case.status'), value: <Tag kind={standing}>{t(standingWords[standing])}</Tag> },
            { name: t('portal.case.office'), value: whereItIs(t, agency, own) },
            { name: t('portal.case.received'), value: <DayText t={t} day={own.receivedOn} /> },
            { name: t('portal.case.touched'), value: <InstantText t={t} at={own.touchedAt} /> },
            ...(number ? [number] : []),
          ]}
        />
      </Card>
      <CalendarLink t={t} tasks={own.tasks} href={paths.caseCalendar({ receiptNumber: own.receiptNumber })} />
      <People t={t} agency={agency} own={own} practices={model.practices} />
      {model.lacking ? <OwnRights t={t} receiptNumber={own.receiptNumber} lacking={model.lacking} /> : null}
      {own.representatives.some(({ joinsUntil }) => joinsUntil === null) ? <RightsOfRepresentatives t={t} /> : null}
      {own.followers === null ? null : <Followers t={t} receiptNumber={own.receiptNumber} count={own.followers} csrfToken={csrfToken} />}
      <Card title={t('portal.case.ask')}>
        <p>{t('portal.case.ask.about')}</p>
        <p>
          <a href={paths.contactSupport()}>{t('portal.case.ask.contact')}</a>
        </p>
      </Card>
    </div>
  )
}
