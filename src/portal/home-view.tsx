import { RecoveryNotice, SecondWayPrompt } from '../accounts/index.ts'
import type { AgencyPack } from '../agency/index.ts'
import { type Case, formShortTitle, type ListedCase, type OpenTask, formTitle, statusTitle, statusWords } from '../cases/index.ts'
import type { ListedDraft, UnderWay } from '../filing/index.ts'
import { OwnMailComesBack } from '../notifications/index.ts'
import type { Text } from '../platform/i18n/text.ts'
import { paths } from '../platform/paths.ts'
import { PreparedAtHome } from '../preparation/index.ts'
import { Alert, ButtonLink, Card, DayText, EmptyState, NumberText, Tag, TodoCard } from '../ui/index.ts'
import type { Home } from './home.ts'
import { CalendarLink } from './calendar/calendar-link.tsx'
import { ClientsAtHome } from './clients/home-card.tsx'
import { Followed } from './paper/followed.tsx'
import { standingOf, standingWords } from './standing.ts'
import { TaskCard } from './tasks/task-card.tsx'
import { tasksOfAll } from './tasks/tasks-of-all.ts'

type Parts = { t: Text; agency: AgencyPack }

function Asked({ t, agency, asked }: Parts & { asked: Case }) {
  const words = statusWords(agency, t, asked)
  const action = { href: paths.case({ receiptNumber: asked.receiptNumber }), words: t('portal.home.see-what-is-asked') }
  return (
    <TodoCard title={words.title} action={action}>
      <p>{words.description}</p>
      <p>{words.next}</p>
    </TodoCard>
  )
}

function CaseLine({ t, agency, one }: Parts & { one: ListedCase }) {
  const standing = standingOf(agency, one)
  return (
    <section>
      <h3>
        <a href={paths.case({ receiptNumber: one.receiptNumber })}>{formTitle(agency, t, one.form)}</a>
      </h3>
      <p>
        <NumberText t={t} kind="receipt" value={one.receiptNumber} />{' '}
        <Tag kind={standing}>{t(standingWords[standing])}</Tag>
      </p>
      <p class="muted">
        {statusTitle(agency, t, one.status)},{' '}
        {t.rich('portal.home.since', { day: <DayText t={t} day={one.statusOn} /> })}
      </p>
    </section>
  )
}

function Cases({ t, agency, home: { cases, accountType } }: Parts & { home: Home }) {
  if (cases.length === 0) {
    const empty = accountType === 'representative' ? 'portal.home.cases.empty-representative' : 'portal.home.cases.empty'
    return (
      <EmptyState title={t('portal.home.cases.title')} action={{ href: paths.addCase(), words: t('ui.nav.add-case') }}>
        <p>{t(empty)}</p>
      </EmptyState>
    )
  }
  return (
    <Card title={t('portal.home.cases.title')}>
      <div class="stack">
        {cases.map((one) => (
          <CaseLine key={one.id} t={t} agency={agency} one={one} />
        ))}
      </div>
    </Card>
  )
}

/** A form that is being paid for leads to its payment: to go on with it there is nothing but that. */
function PaidForLine({ t, agency, draft, underWay }: Parts & { draft: ListedDraft; underWay: UnderWay }) {
  return (
    <section>
      <h3>
        <a href={paths.draft({ draft: draft.id })}>{formTitle(agency, t, draft.form)}</a>
      </h3>
      <p>{t(`portal.home.drafts.paying.${underWay.stage}`)}</p>
      <p>
        <ButtonLink href={paths.submission({ submission: underWay.submission })}>
          {t(`portal.home.drafts.paying.${underWay.stage}.go`)}
        </ButtonLink>
      </p>
    </section>
  )
}

function DraftLine({ t, agency, draft }: Parts & { draft: ListedDraft }) {
  if (draft.underWay) return <PaidForLine t={t} agency={agency} draft={draft} underWay={draft.underWay} />
  const keptUntil = draft.expiresAt.toZonedDateTimeISO(t.timeZone).toPlainDate()
  return (
    <section>
      <h3>
        <a href={paths.draft({ draft: draft.id })}>{formTitle(agency, t, draft.form)}</a>
      </h3>
      <p>
        {t('portal.home.drafts.progress', draft.progress)}{' '}
        <span class="muted">{t.rich('portal.home.drafts.kept-until', { day: <DayText t={t} day={keptUntil} /> })}</span>
      </p>
      {draft.waiver ? <p>{t(`waiver.line.${draft.waiver}`)}</p> : null}
      <p>
        <ButtonLink href={paths.draft({ draft: draft.id })} look="quiet">
          {t('portal.home.drafts.go-on', { form: formShortTitle(agency, t, draft.form) })}
        </ButtonLink>
      </p>
    </section>
  )
}

function Drafts({ t, agency, drafts }: Parts & { drafts: readonly ListedDraft[] }) {
  if (drafts.length === 0) {
    return (
      <EmptyState title={t('portal.home.drafts.title')} action={{ href: paths.catalogue(), words: t('ui.nav.file') }}>
        <p>{t('portal.home.drafts.empty')}</p>
        <p>
          <a href={paths.importDraft()}>{t('draft-file.import.link')}</a>
        </p>
      </EmptyState>
    )
  }
  return (
    <Card title={t('portal.home.drafts.title')}>
      <div class="stack">
        {drafts.map((draft) => (
          <DraftLine key={draft.id} t={t} agency={agency} draft={draft} />
        ))}
        <p>
          <a href={paths.catalogue()}>{t('ui.nav.file')}</a>
        </p>
        <p>
          <a href={paths.importDraft()}>{t('draft-file.import.link')}</a>
        </p>
      </div>
    </Card>
  )
}

/** The first visit: it worked, this is the number, and there is nothing else to do. */
function Ready({ t, agency, number }: Parts & { number: string }) {
  return (
    <Alert kind="info" title={t('portal.home.ready.title')}>
      <p>
        {t.rich('portal.home.ready.number', {
          agency: agency.shortName,
          number: <NumberText t={t} kind="account" value={number} copy />,
        })}{' '}
        <a href={paths.helpAccountNumber()}>{t('help.number.more')}</a>
      </p>
    </Alert>
  )
}

function ForRepresentatives({ t, isLacking }: Pick<Parts, 't'> & { isLacking: boolean }) {
  return (
    <>
      {isLacking ? (
        <TodoCard title={t('practice.home.title')} action={{ href: paths.practice(), words: t('practice.home.link') }}>
          <p>{t('practice.home.lacking')}</p>
        </TodoCard>
      ) : (
        <Card title={t('practice.home.title')}>
          <p>{t('practice.home.about')}</p>
          <p>
            <a href={paths.practice()}>{t('practice.home.link')}</a>
          </p>
        </Card>
      )}
      <Alert kind="info" title={t('portal.home.representative.title')}>
        <p>{t('portal.home.representative.about')}</p>
        <p>
          <a href={paths.withdrawnClients()}>{t('withdrawn.home')}</a>
        </p>
      </Alert>
    </>
  )
}

function AskedTask({ t, agency, now, task, one }: Parts & { now: Temporal.Instant; task: OpenTask; one: Case }) {
  const { form, receiptNumber } = one
  const number = <NumberText t={t} kind="receipt" value={receiptNumber} />
  return (
    <TaskCard
      t={t}
      now={now}
      task={task}
      receiptNumber={receiptNumber}
      ofCase={t.rich('tasks.of-case', { form: formShortTitle(agency, t, form), number })}
      otherwise={{ href: paths.case({ receiptNumber }), words: t('portal.home.see-what-is-asked') }}
    />
  )
}

/**
 * What is asked comes first, then the cases, then what was begun; who has no case yet begins with the forms.
 * A representative cannot file here yet, so nothing leads there.
 */
export function HomeView({ t, agency, home, csrfToken, now }: Parts & { home: Home; csrfToken: string; now: Temporal.Instant }) {
  const isRepresentative = home.accountType === 'representative'
  // What is asked on the cases of clients stands beside the client.
  const tasks = isRepresentative ? [] : tasksOfAll(home.cases)
  const asked = home.cases.filter((one) => standingOf(agency, one) === 'act' && one.tasks.length === 0)
  const isNew = home.cases.length === 0 && home.drafts.length === 0 && home.followed.length === 0
  const begunFirst = home.cases.length === 0 && !isRepresentative
  const drafts = isRepresentative ? null : <Drafts t={t} agency={agency} drafts={home.drafts} />
  return (
    <>
      <h1>{t('portal.home.title')}</h1>
      <div class="stack">
        <RecoveryNotice t={t} running={home.recovery} csrfToken={csrfToken} />
        {home.mailComesBack ? <OwnMailComesBack t={t} csrfToken={csrfToken} /> : null}
        {home.askedOfClients ? <ClientsAtHome t={t} agency={agency} now={now} asked={home.askedOfClients} /> : null}
        {tasks.map(({ task, one }) => (
          <AskedTask key={task.subject} t={t} agency={agency} now={now} task={task} one={one} />
        ))}
        {asked.map((each) => (
          <Asked key={each.id} t={t} agency={agency} asked={each} />
        ))}
        {isRepresentative ? null : <PreparedAtHome t={t} agency={agency} prepared={home.prepared} />}
        {home.practiceLacking === null ? null : <ForRepresentatives t={t} isLacking={home.practiceLacking} />}
        {isNew && home.onlineAccountNumber ? <Ready t={t} agency={agency} number={home.onlineAccountNumber} /> : null}
        <CalendarLink t={t} tasks={tasks.map(({ task }) => task)} href={paths.accountCalendar()} ofAll />
        {begunFirst ? drafts : null}
        <Cases t={t} agency={agency} home={home} />
        {begunFirst ? null : drafts}
        <Followed t={t} agency={agency} followed={home.followed} csrfToken={csrfToken} />
        {home.hasSecondWay ? null : <SecondWayPrompt t={t} />}
      </div>
    </>
  )
}
