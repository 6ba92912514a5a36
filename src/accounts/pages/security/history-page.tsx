import { type Context, page, recordsNothing } from '../../../platform/http/page.ts'
import { pageNumber } from '../../../platform/http/page-number.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { query } from '../../../platform/operation.ts'
import { paths } from '../../../platform/paths.ts'
import { Breadcrumb, Card, DayText, InstantText, Pagination, Table } from '../../../ui/index.ts'
import { signedIn } from '../../sessions/access.ts'
import { type AccountChange, ownAccountChanges } from '../../visits/account-changes.ts'
import { type FailedTries, ownFailedTries } from '../../visits/failed-tries.ts'
import { historyDays, ownPastVisits, visitsOnPage } from '../../visits/own-visits.ts'
import { VisitTable } from './visit-table.tsx'

/** Everything the page shows, in one transaction. */
const historyModel = query({
  name: 'accounts.history-page',
  allow: (actor, _input: { page: number }) => actor.kind === 'account' && actor.sessionId !== null,
  async run(context, input) {
    const past = await ownPastVisits.run(context, input)
    const tries = await ownFailedTries.run(context, undefined)
    return { ...past, tries, changes: await ownAccountChanges.run(context, undefined) }
  },
})

const shownTo = async (context: Context) => {
  const page = pageNumber(context.query)
  const found = await context.read(historyModel, { page })
  return { visits: [], total: 0, tries: [], changes: [], ...found, current: page }
}

function Tries({ t, tries }: { t: Text; tries: readonly FailedTries[] }) {
  return (
    <Card title={t('security.tries.title')}>
      {tries.length === 0 ? (
        <p>{t('security.tries.none', { days: historyDays })}</p>
      ) : (
        <>
          <Table
            caption={t('security.tries.caption')}
            head={[t('security.tries.day'), t('security.tries.passwords'), t('security.tries.codes'), t('security.tries.answers')]}
            numeric={[1, 2, 3]}
            rows={tries.map(({ day, passwords, codes, answers }) => [
              <DayText key="day" t={t} day={day} />,
              t.number(passwords),
              t.number(codes),
              t.number(answers),
            ])}
          />
          <p class="muted">{t('security.tries.about')}</p>
        </>
      )}
    </Card>
  )
}

function Changes({ t, changes }: { t: Text; changes: readonly AccountChange[] }) {
  return (
    <Card title={t('security.changes.title')}>
      {changes.length === 0 ? (
        <p>{t('security.changes.none', { days: historyDays })}</p>
      ) : (
        <Table
          caption={t('security.changes.caption')}
          head={[t('security.when'), t('security.changes.what')]}
          rows={changes.map(({ at, words }) => [<InstantText key="at" t={t} at={at} />, t(words)])}
        />
      )}
    </Card>
  )
}

/** Sign-ins, failed tries and changes of the last 90 days. */
export const historyPage = page({
  path: paths.signInHistory,
  access: signedIn,
  audit: recordsNothing('it changes nothing'),
  load: shownTo,
  view: ({ t, model }) => ({
    title: t('security.history.title'),
    wide: true,
    body: (
      <>
        <Breadcrumb
          t={t}
          trail={[{ href: paths.security(), words: t('security.title') }, { words: t('security.history.title') }]}
        />
        <h1>{t('security.history.title')}</h1>
        <Card>
          {model.visits.length === 0 ? (
            <p>{t('security.history.none')}</p>
          ) : (
            <VisitTable t={t} caption={t('security.history.caption', { days: historyDays })} visits={model.visits} />
          )}
          <Pagination
            t={t}
            current={model.current}
            of={Math.ceil(model.total / visitsOnPage)}
            hrefOf={(each) => `${paths.signInHistory()}?page=${each}`}
          />
          <p class="muted">{t('security.history.kept', { days: historyDays })}</p>
        </Card>
        <Tries t={t} tries={model.tries} />
        <Changes t={t} changes={model.changes} />
      </>
    ),
  }),
})
