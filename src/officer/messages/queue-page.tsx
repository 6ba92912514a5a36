import { agencyText } from '../../agency/index.ts'
import type { Thread } from '../../correspondence/index.ts'
import { notFound } from '../../platform/http/answer.ts'
import { page, recordsNothing } from '../../platform/http/page.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { officePaths } from '../../platform/paths.ts'
import { Breadcrumb, ButtonLink, ButtonRow, EmptyState, InstantText, NumberText, Table } from '../../ui/index.ts'
import { placeFrom } from '../pages/queue.tsx'
import type { QueuePlace } from '../queues/list-queues.ts'
import { staffWho } from '../sessions/access.ts'
import { messageQueue } from './list-messages.ts'

const nextHref = ({ since, id }: QueuePlace) => `${officePaths.messages()}?after=${encodeURIComponent(`${since}~${id}`)}`

function age(t: Text, { waitsSince }: Thread, now: Temporal.Instant): string {
  const hours = waitsSince ? Math.floor(waitsSince.until(now).total('hours')) : 0
  return hours < 48 ? t('messages.office.age.hours', { count: hours }) : t('messages.office.age.days', { count: Math.floor(hours / 24) })
}

/** `/messages`: what people wrote and nobody has answered. */
export const messageQueuePage = page({
  path: officePaths.messages,
  access: staffWho('read-messages'),
  audit: recordsNothing('receipt numbers, topics and times only'),
  load: async (context) => {
    const after = placeFrom(context.query.after)
    const found = await context.read(messageQueue, { after })
    return found ? { ...found, isFirst: after === null } : notFound
  },
  view: ({ t, model: { threads, next, now, isFirst }, context }) => ({
    title: t('messages.office.title'),
    wide: true,
    body: (
      <div class="stack">
        <Breadcrumb t={t} trail={[{ words: t('officer.queues.title'), href: officePaths.queues() }, { words: t('messages.office.title') }]} />
        <h1>{t('messages.office.title')}</h1>
        <p class="lead">{t('messages.office.about')}</p>
        {threads.length === 0 ? (
          <EmptyState title={t('messages.office.none.title')}>
            <p>{t('messages.office.none.body')}</p>
          </EmptyState>
        ) : (
          <Table
            caption={t('messages.office.list')}
            head={(['topic', 'case', 'since', 'age'] as const).map((name) => t(`messages.office.head.${name}`))}
            rows={threads.map((thread) => [
              <a key="topic" href={officePaths.messageThread({ receiptNumber: thread.receiptNumber, thread: thread.id })}>
                {agencyText(context.services.agency, t, 'messages', `topic.${thread.topic}`)}
              </a>,
              <NumberText key="case" t={t} kind="receipt" value={thread.receiptNumber} />,
              thread.waitsSince ? <InstantText key="since" t={t} at={thread.waitsSince} /> : '',
              age(t, thread, now),
            ])}
          />
        )}
        <ButtonRow>
          {isFirst ? null : (
            <ButtonLink href={officePaths.messages()} look="quiet">
              {t('messages.office.first-page')}
            </ButtonLink>
          )}
          {next ? (
            <ButtonLink href={nextHref(next)} look="quiet">
              {t('messages.office.next-page')}
            </ButtonLink>
          ) : null}
        </ButtonRow>
      </div>
    ),
  }),
})
