import type { AgencyPack } from '../../agency/index.ts'
import { notFound, seeOther } from '../../platform/http/answer.ts'
import { page, recordsNothing } from '../../platform/http/page.ts'
import { newId } from '../../platform/ids.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { officePaths } from '../../platform/paths.ts'
import { Alert, ButtonLink, ButtonRow, Card, EmptyState, FormShell, HiddenWords, NumberText } from '../../ui/index.ts'
import { mayDo, type Right } from '../may.ts'
import { MoneyNotice } from '../money/money-notice.tsx'
import { queuesFront } from '../queues/desk.ts'
import { noFilters, type QueueFilters, queueHref, withFilters } from '../queues/filters.ts'
import type { OwnWork, QueueCount } from '../queues/list-queues.ts'
import { ViewLinks } from '../queues/pages/view-parts.tsx'
import { ShortcutLinks } from '../shortcuts/shortcut-links.tsx'
import { keyOfPlace } from '../shortcuts/shortcuts.ts'
import { staffWho } from '../sessions/access.ts'
import { queueWords } from './queue-words.ts'

type Shown = { t: Text; agency: AgencyPack; csrfToken: string }

export const queuesPage = page({
  path: officePaths.queues,
  access: staffWho('see-queues'),
  audit: recordsNothing('counts of cases, and receipt numbers the officer has taken'),
  load: async (context) => {
    const front = await context.read(queuesFront, {})
    const first = context.query.first === 'yes' ? front?.views.find(({ isFirst }) => isFirst) : undefined
    return first ? seeOther(queueHref(first.queue, first.filters, { view: first.id })) : (front ?? notFound)
  },
  view: ({ t, model: { queues, work, views, moneyDays, messages, unanswered, refunds }, context }) => {
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
          {context.query.said === 'conflict' ? (
            <Alert kind="good" live>
              <p>{t('decisions.conflict.said')}</p>
            </Alert>
          ) : null}
          <h1>{t('officer.queues.title')}</h1>
          <MoneyNotice t={t} days={moneyDays} />
          <ViewLinks t={t} views={views} />
          <ShortcutLinks t={t} place="queues" />
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
          <Written t={t} messages={messages} />
          <AppointmentsLink t={t} />
          <Further t={t} unanswered={unanswered} refunds={refunds} may={(right) => mayDo(context.actor, right)} />
        </div>
      ),
    }
  },
})

/** The other rooms of an officer; some are a supervisor's alone. */
function Further({ t, unanswered, refunds, may }: { t: Text; unanswered: number; refunds: number; may: (right: Right) => boolean }) {
  return (
    <>
      <p>
        <a href={officePaths.unanswered()}>{t('office-requests.unanswered.link', { count: unanswered })}</a>
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
      {may('change-many') ? (
        <p>
          <a href={officePaths.changeMany()}>{t('bulk.title')}</a>
        </p>
      ) : null}
      {may('assign-work') ? (
        <p>
          <a href={officePaths.work()}>{t('work.load.title')}</a>
        </p>
      ) : null}
      {may('review-decision') ? (
        <p>
          <a href={officePaths.approvals()}>{t('decisions.approvals.title')}</a>
        </p>
      ) : null}
      {may('decide-refund') ? (
        <p>
          <a href={officePaths.refunds()}>{t('refund.queue.waiting', { count: refunds })}</a>
        </p>
      ) : null}
      {may('check-licences') ? (
        <p>
          <a href={officePaths.representatives()}>{t('practice.office.link')}</a>
        </p>
      ) : null}
      {may('declare-outage') ? (
        <p>
          <a href={officePaths.outages()}>{t('outages.office.title')}</a>
        </p>
      ) : null}
      {may('see-protected') ? (
        <p>
          <a href={officePaths.protectedPeople()}>{t('protection.list.title')}</a>
        </p>
      ) : null}
    </>
  )
}

const AppointmentsLink = ({ t }: Pick<Shown, 't'>) => (
  <p>
    <a href={officePaths.appointments()}>{t('appointments.office.title')}</a>
  </p>
)

/** What people wrote, asked and sent, each in a queue of its own. */
function Written({ t, messages }: { t: Text; messages: number }) {
  return (
    <>
      <p>
        <a href={officePaths.messages()}>{t('messages.office.waiting', { count: messages })}</a>
      </p>
      <p>
        <a href={officePaths.inquiries()}>{t('inquiry.office.waiting')}</a>
      </p>
      <p>
        <a href={officePaths.sentEvidence()}>{t('additional.office.title')}</a>
      </p>
    </>
  )
}

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
        {work.map(({ receiptNumber, queue, since, isGiven }, place) => (
          <li key={receiptNumber}>
            <a href={officePaths.case({ receiptNumber })} accesskey={keyOfPlace(place)}>
              <NumberText t={t} kind="receipt" value={receiptNumber} />
            </a>{' '}
            {keyOfPlace(place) ? <kbd>{keyOfPlace(place)}</kbd> : null}{' '}
            <span class="muted">
              {t(isGiven ? 'work.queues.given' : 'officer.queues.work.since', {
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
        <strong>{t(queue.isMore ? 'work.queues.more' : 'officer.queues.count', { count: queue.cases })}</strong>
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
export function TakeNext({ t, csrfToken, queue, filters = noFilters, accesskey }: { t: Text; csrfToken: string; queue: string; filters?: QueueFilters; accesskey?: string }) {
  return (
    <FormShell action={withFilters(officePaths.takeNext({ queue }), filters)} csrfToken={csrfToken} idempotencyKey={newId()} class="inline-form">
      <button class="usa-button usa-button--outline" type="submit" accesskey={accesskey} aria-describedby={queueTitleId(queue)}>
        {t('officer.queues.take')}
      </button>
    </FormShell>
  )
}
