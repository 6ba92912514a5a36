import { representative } from '../../accounts/index.ts'
import type { AgencyPack } from '../../agency/index.ts'
import { type AskedKind, askedKinds } from '../../cases/index.ts'
import { notFound } from '../../platform/http/answer.ts'
import { type Context, page, recordsNothing } from '../../platform/http/page.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { type AskedOfOwnClient, ClientCrumbs, clientDeadlines, datesInCalendarMost } from '../../representation/index.ts'
import { Card, EmptyState, PrintButton, Table } from '../../ui/index.ts'
import { AtWhatTime, WhatIsAsked, Whose } from './asked-line.tsx'
import { ChoiceLinks } from './choice-links.tsx'

type Shown = { t: Text; agency: AgencyPack; now: Temporal.Instant }

const shownKinds = askedKinds.filter((each): each is Exclude<AskedKind, 'all'> => each !== 'all')
const kindOf = (context: Context) => shownKinds.find((each) => each === context.query.show) ?? 'dated'
const hrefOf = (show: AskedKind, after?: string) => `${paths.clientDeadlines()}?show=${show}${after ? `&after=${encodeURIComponent(after)}` : ''}`

/** In the order of their days, as the reader's own time zone has them. */
function byDay(t: Text, asked: readonly AskedOfOwnClient[]): [string, AskedOfOwnClient[]][] {
  const days = new Map<string, AskedOfOwnClient[]>()
  for (const each of asked) {
    const at = each.task.dueAt ?? each.task.startsAt
    const day = at ? t.dayWithWeekday(at.toZonedDateTimeISO(t.timeZone).toPlainDate()) : ''
    days.set(day, [...(days.get(day) ?? []), each])
  }
  return [...days]
}

function Days({ t, agency, now, asked }: Shown & { asked: readonly AskedOfOwnClient[] }) {
  return (
    <>
      {byDay(t, asked).map(([day, its]) => (
        <section key={day}>
          <h2>{day}</h2>
          <Table
            caption={day}
            head={[t('clients.client'), t('clients.list.asked'), t('clients.list.next')]}
            rows={its.map((each) => [
              <Whose key="whose" t={t} asked={each} />,
              <WhatIsAsked key="what" t={t} agency={agency} asked={each} />,
              <AtWhatTime key="when" t={t} now={now} asked={each} />,
            ])}
          />
        </section>
      ))}
    </>
  )
}

function CalendarCard({ t }: Pick<Shown, 't'>) {
  return (
    <Card title={t('clients.calendar.title')}>
      <p>
        {t('clients.calendar.about')} {t('clients.calendar.most', { most: datesInCalendarMost })}
      </p>
      <p>
        <a href={paths.clientCalendar()} download>
          {t('clients.calendar.link')}
        </a>
      </p>
    </Card>
  )
}

/** `/clients/deadlines`: what has a day on the cases of all clients, by day: what it is, and whose. */
export const deadlinesPage = page({
  path: paths.clientDeadlines,
  access: representative,
  audit: recordsNothing('A representative looks at the dates of their own clients'),
  load: async (context: Context) => (await context.read(clientDeadlines, { what: kindOf(context), after: context.query.after })) ?? notFound,
  view: ({ t, model: { asked, next }, context }) => {
    const title = t('clients.deadlines.title')
    const shown = { t, agency: context.services.agency, now: context.services.clock.now() }
    const kind = kindOf(context)
    return {
      title,
      wide: true,
      body: (
        <>
          <ClientCrumbs t={t} here={title} />
          <h1>{title}</h1>
          <p class="lead">{t('clients.deadlines.about')}</p>
          <ChoiceLinks label={t('clients.filter.title')} choices={shownKinds.map((each) => ({ words: t(`clients.deadlines.show.${each}`), href: hrefOf(each), isShown: each === kind }))} />
          <PrintButton t={t} />
          {asked.length === 0 ? (
            <EmptyState title={t('clients.deadlines.none.title')}>
              <p>{t('clients.deadlines.none.about')}</p>
            </EmptyState>
          ) : (
            <Days {...shown} asked={asked} />
          )}
          {next ? (
            <p>
              <a href={hrefOf(kind, next)}>{t('clients.deadlines.more')}</a>
            </p>
          ) : null}
          {context.query.after ? (
            <p>
              <a href={hrefOf(kind)}>{t('clients.deadlines.first')}</a>
            </p>
          ) : null}
          {asked.length > 0 ? <CalendarCard t={t} /> : null}
        </>
      ),
    }
  },
})
