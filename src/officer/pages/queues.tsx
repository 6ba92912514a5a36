import type { AgencyPack } from '../../agency/index.ts'
import { notFound } from '../../platform/http/answer.ts'
import { page, recordsNothing } from '../../platform/http/page.ts'
import { newId } from '../../platform/ids.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { officePaths } from '../../platform/paths.ts'
import { Alert, ButtonLink, ButtonRow, Card, EmptyState, FormShell, HiddenWords, NumberText } from '../../ui/index.ts'
import { mayDo } from '../may.ts'
import { messagesWaiting } from '../messages/list-messages.ts'
import { openMoneyDays } from '../money/daily-money.ts'
import { MoneyNotice } from '../money/money-notice.tsx'
import { type OwnWork, queueCounts, type QueueCount } from '../queues/list-queues.ts'
import { staffWho } from '../sessions/access.ts'
import { queueWords } from './queue-words.ts'

type Shown = { t: Text; agency: AgencyPack; csrfToken: string }

export const queuesPage = page({
  path: officePaths.queues,
  access: staffWho('see-queues'),
  audit: recordsNothing('counts of cases, and receipt numbers the officer has taken'),
  load: async (context) => {
    const counts = await context.read(queueCounts, {})
    return counts ? { ...counts, moneyDays: await context.read(openMoneyDays, {}), messages: (await context.read(messagesWaiting, {})) ?? 0 } : notFound
  },
  view: ({ t, model: { queues, work, moneyDays, messages }, context }) => {
    const shown = { t, agency: context.services.agency, csrfToken: context.csrfToken() }
    return {
      title: t('officer.queues.title'),
      wide: true,
      body: (
        <div class="stack">
          {context.query.said === 'protected' ? (
            <Alert kind="good" live>
              <p>{t('protection.said.hidden')}</p>
            </Alert>
          ) : null}
          <h1>{t('officer.queues.title')}</h1>
          <MoneyNotice t={t} days={moneyDays} />
          <MyWork {...shown} work={work} />
          <h2>{t('officer.queues.to-do')}</h2>
          <div class="columns">
            {queues
              .filter(({ isWork }) => isWork)
              .map((queue) => (
                <QueueCard key={queue.id} {...shown} queue={queue} />
              ))}
          </div>
          <h2>{t('officer.queues.waiting')}</h2>
          <div class="columns">
            {queues
              .filter(({ isWork }) => !isWork)
              .map((queue) => (
                <QueueCard key={queue.id} {...shown} queue={queue} />
              ))}
          </div>
          <p>
            <a href={officePaths.messages()}>{t('messages.office.waiting', { count: messages })}</a>
          </p>
          <p>
            <a href={officePaths.cases()}>{t('officer.queues.find')}</a>
          </p>
          <p>
            <a href={officePaths.papersToSettle()}>{t('officer.queues.papers')}</a>
          </p>
          <p>
            <a href={officePaths.takenBack()}>{t('officer.queues.taken-back')}</a>
          </p>
          {mayDo(context.actor, 'see-protected') ? (
            <p>
              <a href={officePaths.protectedPeople()}>{t('protection.list.title')}</a>
            </p>
          ) : null}
        </div>
      ),
    }
  },
})

function MyWork({ t, agency, work }: Shown & { work: readonly OwnWork[] }) {
  if (work.length === 0)
    return (
      <EmptyState title={t('officer.queues.work')}>
        <p>{t('officer.queues.work.none')}</p>
      </EmptyState>
    )
  return (
    <Card title={t('officer.queues.work')}>
      <ul class="plain-list">
        {work.map(({ receiptNumber, queue, since }) => (
          <li key={receiptNumber}>
            <a href={officePaths.case({ receiptNumber })}>
              <NumberText t={t} kind="receipt" value={receiptNumber} />
            </a>{' '}
            <span class="muted">
              {t('officer.queues.work.since', {
                at: t.instant(since),
                queue: queueWords(t, agency, { id: queue }).title,
              })}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function QueueCard({ t, agency, csrfToken, queue }: Shown & { queue: QueueCount }) {
  const { title, about } = queueWords(t, agency, queue)
  return (
    <section class="card">
      <h3 id={queueTitleId(queue.id)}>{title}</h3>
      <p>
        <strong>{t('officer.queues.count', { count: queue.cases })}</strong>
      </p>
      <p>{about}</p>
      <ButtonRow>
        {queue.isWork && queue.cases > 0 ? <TakeNext t={t} csrfToken={csrfToken} queue={queue.id} /> : null}
        <ButtonLink href={officePaths.queue({ queue: queue.id })} look="plain">
          {t('officer.queues.open')} <HiddenWords>{title}</HiddenWords>
        </ButtonLink>
      </ButtonRow>
    </section>
  )
}

export const queueTitleId = (queue: string) => `queue-${queue}`

/** One button in several places, the same words everywhere; which queue it takes from is its description. */
export function TakeNext({ t, csrfToken, queue }: { t: Text; csrfToken: string; queue: string }) {
  return (
    <FormShell action={officePaths.takeNext({ queue })} csrfToken={csrfToken} idempotencyKey={newId()} class="inline-form">
      <button class="usa-button usa-button--outline" type="submit" aria-describedby={queueTitleId(queue)}>
        {t('officer.queues.take')}
      </button>
    </FormShell>
  )
}
