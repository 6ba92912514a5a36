import { notFound } from '../../platform/http/answer.ts'
import { type Context, page, recordsNothing } from '../../platform/http/page.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { officePaths } from '../../platform/paths.ts'
import { Breadcrumb, ButtonLink, ButtonRow, EmptyState, ErrorSummary } from '../../ui/index.ts'
import { placeFrom } from '../pages/queue.tsx'
import { staffWho } from '../sessions/access.ts'
import { type MessageQueue, messageQueue } from './list-messages.ts'
import { isSearch, type MessageFilters, messageFiltersFrom, messagesHref } from './message-filters.ts'
import { FoundTable, MessageFilterForm, WaitingTable } from './queue-parts.tsx'

type Model = MessageQueue & { isFirst: boolean; filters: MessageFilters; unread: string | null }
type Shown = { t: Text; model: Model; context: Context }

async function load(context: Context): Promise<Model | typeof notFound> {
  const after = placeFrom(context.query.after)
  const sought = messageFiltersFrom(context.services.agency, context.query)
  const found = await context.read(messageQueue, { after, filters: sought.filters })
  // A receipt number that is none finds nothing, instead of everything.
  const none = sought.unread === null ? {} : { threads: [], next: null }
  return found ? { ...found, ...none, ...sought, isFirst: after === null } : notFound
}

function Threads({ t, model: { threads, now, filters, unread }, context }: Shown) {
  const { agency } = context.services
  if (unread !== null) return null
  if (threads.length > 0)
    return isSearch(filters) ? <FoundTable t={t} agency={agency} threads={threads} /> : <WaitingTable t={t} agency={agency} threads={threads} now={now} />
  const words = isSearch(filters) ? 'sought.nothing' : 'none'
  return (
    <EmptyState title={t(`messages.office.${words}.title`)}>
      <p>{t(`messages.office.${words}.body`)}</p>
    </EmptyState>
  )
}

function Paging({ t, model: { next, isFirst, filters } }: Omit<Shown, 'context'>) {
  return (
    <ButtonRow>
      {isFirst ? null : (
        <ButtonLink href={messagesHref(filters)} look="quiet">
          {t('messages.office.first-page')}
        </ButtonLink>
      )}
      {next ? (
        <ButtonLink href={messagesHref(filters, `${next.since}~${next.id}`)} look="quiet">
          {t('messages.office.next-page')}
        </ButtonLink>
      ) : null}
    </ButtonRow>
  )
}

/** `/messages`: what people wrote and nobody has answered, or the conversations that are looked for by receipt number, topic and state. */
export const messageQueuePage = page({
  path: officePaths.messages,
  access: staffWho('read-messages'),
  audit: recordsNothing('receipt numbers, topics and times only'),
  load,
  view: ({ t, model, context }) => ({
    title: t('messages.office.title'),
    wide: true,
    body: (
      <div class="stack">
        <Breadcrumb t={t} trail={[{ words: t('officer.queues.title'), href: officePaths.queues() }, { words: t('messages.office.title') }]} />
        {model.unread === null ? null : <ErrorSummary t={t} errors={[{ at: 'receipt', message: t('messages.office.sought.receipt.wrong') }]} />}
        <h1>{t('messages.office.title')}</h1>
        <p class="lead">{t('messages.office.about')}</p>
        <MessageFilterForm t={t} agency={context.services.agency} filters={model.filters} unread={model.unread} />
        <Threads t={t} model={model} context={context} />
        <Paging t={t} model={model} />
      </div>
    ),
  }),
})
