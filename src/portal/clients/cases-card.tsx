import { formTitle, statusTitle } from '../../cases/index.ts'
import { paths } from '../../platform/paths.ts'
import { Card, NumberText, Tag } from '../../ui/index.ts'
import { casesOfOwnClient } from '../../representation/index.ts'
import { standingOf, standingWords } from '../standing.ts'
import { TaskCard } from '../tasks/task-card.tsx'
import type { ClientCard } from './client-cards.ts'

/** The cases of a client on which the representative is now, each with what is asked on it. */
export const casesCard: ClientCard = async ({ t, services: { agency, clock }, ...context }, client) => {
  const cases = (client.account && (await context.read(casesOfOwnClient, { account: client.account }))) || []
  const now = clock.now()
  return (
    <>
      {cases.flatMap((one) =>
        one.tasks.map((task) => (
          <TaskCard key={task.subject} t={t} now={now} task={task} receiptNumber={one.receiptNumber} ofCase={formTitle(agency, t, one.form)} otherwise={{ href: paths.case(one), words: t('portal.home.see-what-is-asked') }} />
        )),
      )}
      <Card title={t('clients.cases.title')}>
        {cases.length === 0 ? (
          <>
            <p>{t('clients.cases.none')}</p>
            <p>
              {t('clients.cases.how')} <a href={paths.addCase()}>{t('ui.nav.add-case')}</a>
            </p>
          </>
        ) : (
          <ul class="plain-list">
            {cases.map((one) => (
              <li key={one.id}>
                <a href={paths.case(one)}>{formTitle(agency, t, one.form)}</a> <NumberText t={t} kind="receipt" value={one.receiptNumber} />{' '}
                <Tag kind={standingOf(agency, one)}>{t(standingWords[standingOf(agency, one)])}</Tag>
                <br />
                <span class="muted">{statusTitle(agency, t, one.status)}</span>
              </li>
            ))}
          </ul>
        )}
      </Card>
    </>
  )
}
