import type { AgencyPack } from '../../agency/index.ts'
import { formShortTitle, statusTitle } from '../../cases/index.ts'
import { notFound, seeOther } from '../../platform/http/answer.ts'
import { pressField } from '../../platform/http/field.ts'
import { action, type Context, page, records, recordsNothing } from '../../platform/http/page.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { officePaths } from '../../platform/paths.ts'
import { Alert, Breadcrumb, ButtonLink, ButtonRow, EmptyState, InstantText, NumberText, Table } from '../../ui/index.ts'
import { queueDesk } from '../queues/desk.ts'
import type { QueuedCase } from '../queues/filtered-cases.ts'
import { filtersFrom, type QueueFilters, queueHref, withFilters } from '../queues/filters.ts'
import { casesAPage, type QueuePageOf, type QueuePlace } from '../queues/list-queues.ts'
import { AssignForm, CaseBox } from '../queues/pages/assign-form.tsx'
import { FilterForm, filterWords } from '../queues/pages/filter-form.tsx'
import { KeepViewForm, ViewLinks } from '../queues/pages/view-parts.tsx'
import { AssignSaid } from '../queues/pages/work-page.tsx'
import { takeNext } from '../queues/take-next.ts'
import type { SavedView } from '../queues/views/saved-view.ts'
import type { Worker } from '../queues/work/list-work.ts'
import { mayDo } from '../may.ts'
import { Key, ShortcutLinks } from '../shortcuts/shortcut-links.tsx'
import { keyOf, keyOfPlace } from '../shortcuts/shortcuts.ts'
import { staffWho } from '../sessions/access.ts'
import { queueWords } from './queue-words.ts'
import { queueTitleId, TakeNext } from './queues.tsx'

/** `<instant>~<id>`; anything else is the first page. */
export function placeFrom(text: string | undefined): QueuePlace | null {
  const [, since = '', id = ''] = /^([\dT:.-]+Z)~([0-9a-f-]{36})$/.exec(text ?? '') ?? []
  try {
    return id ? { since: Temporal.Instant.from(since), id } : null
  } catch {
    return null
  }
}

type QueueModel = QueuePageOf & { isFirst: boolean; filters: QueueFilters; views: readonly SavedView[]; workers: readonly Worker[] }
type Shown = { t: Text; model: QueueModel; context: Context<{ queue: string }> }

export const queueListPage = page({
  path: officePaths.queue,
  access: staffWho('see-queues'),
  audit: recordsNothing('receipt numbers and statuses only'),
  load: async (context) => {
    const after = placeFrom(context.query.after)
    const filters = filtersIn(context)
    const found = await context.read(queueDesk, { queue: context.params.queue, after, filters })
    return found ? { ...found, isFirst: after === null, filters } : notFound
  },
  view: ({ t, model, context }) => {
    const { title } = queueWords(t, context.services.agency, model.queue)
    const view = viewHere(model, context.query.view)
    return {
      title: view ? `${view.name} – ${title}` : title,
      wide: true,
      body: <QueueBody t={t} model={model} context={context} />,
    }
  },
})

const viewHere = ({ views, queue }: QueueModel, id: string | undefined) => views.find((each) => each.id === id && each.queue === queue.id)

function QueueBody({ t, model, context }: Shown) {
  const { queue, cases, filters, views, workers: colleagues } = model
  const { agency } = context.services
  const csrfToken = context.csrfToken()
  const { title, about } = queueWords(t, agency, queue)
  const view = viewHere(model, context.query.view)
  const isKeeping = context.query.said === 'no-name'
  return (
    <div class="stack">
      <Breadcrumb t={t} trail={[{ words: t('officer.queue.back'), href: officePaths.queues() }, { words: title }]} />
      <QueueSaid t={t} query={context.query} />
      <h1 id={queueTitleId(queue.id)}>{view ? <bdi>{view.name}</bdi> : title}</h1>
      <p>{view ? [title, ...filterWords(t, agency, filters)].join(' · ') : about}</p>
      <ViewLinks t={t} views={views} here={view?.id} />
      <ShortcutLinks t={t} place="queue" />
      <FilterForm t={t} agency={agency} queue={queue.id} filters={filters} />
      {queue.isWork && cases.length > 0 ? (
        <ButtonRow>
          <TakeNext t={t} csrfToken={csrfToken} queue={queue.id} filters={filters} accesskey={keyOf('take')} />
          <Key of="take" />
        </ButtonRow>
      ) : null}
      {cases.length > 0 && colleagues.length > 0 ? (
        <AssignForm t={t} csrfToken={csrfToken} workers={colleagues.filter(({ hasLeft }) => !hasLeft)} from={queueHref(queue.id, filters)}>
          <CasesTable t={t} agency={agency} cases={cases} chooses />
        </AssignForm>
      ) : (
        <CasesTable t={t} agency={agency} cases={cases} />
      )}
      <Paging t={t} model={model} context={context} />
      {cases.length > 0 && mayDo(context.actor, 'change-many') ? (
        <p>
          <a href={withFilters(officePaths.changeMany(), filters, { queue: queue.id })}>{t('bulk.from-list')}</a>
        </p>
      ) : null}
      <KeepViewForm t={t} csrfToken={csrfToken} queue={queue.id} filters={filters} error={isKeeping ? t('work.view.name.empty') : undefined} />
    </div>
  )
}

function QueueSaid({ t, query }: { t: Text; query: Readonly<Record<string, string>> }) {
  if (query.nothing === 'yes')
    return (
      <Alert kind="info" live>
        <p>{t('officer.queue.nothing-to-take')}</p>
      </Alert>
    )
  if (query.said === 'kept' || query.said === 'too-many-views')
    return (
      <Alert kind={query.said === 'kept' ? 'good' : 'warn'} live>
        <p>{t(`work.views.said.${query.said}`)}</p>
      </Alert>
    )
  return <AssignSaid t={t} query={query} />
}

function Paging({ t, model: { queue, cases, next, isFirst, filters } }: Shown) {
  return (
    <>
      {next && cases.length < casesAPage ? <p class="muted">{t('work.queue.looked-so-far')}</p> : null}
      <ButtonRow>
        {isFirst ? null : (
          <span>
            <ButtonLink href={queueHref(queue.id, filters)} look="quiet" accesskey={keyOf('firstPage')}>
              {t('officer.queue.first-page')}
            </ButtonLink>{' '}
            <Key of="firstPage" />
          </span>
        )}
        {next ? (
          <span>
            <ButtonLink href={queueHref(queue.id, filters, { after: `${next.since}~${next.id}` })} look="quiet" accesskey={keyOf('nextPage')}>
              {t('officer.queue.next-page')}
            </ButtonLink>{' '}
            <Key of="nextPage" />
          </span>
        ) : null}
      </ButtonRow>
    </>
  )
}

const withWords = { nobody: 'officer.queue.with.nobody', you: 'officer.queue.with.you', colleague: 'officer.queue.with.colleague' } as const

/** The way to a case, with its digit where it is one of the first. */
function CaseLink({ t, receiptNumber, place }: { t: Text; receiptNumber: string; place: number }) {
  const key = keyOfPlace(place)
  return (
    <>
      <a href={officePaths.case({ receiptNumber })} accesskey={key} data-step>
        <NumberText t={t} kind="receipt" value={receiptNumber} />
      </a>{' '}
      {key ? <kbd>{key}</kbd> : null}
    </>
  )
}

function CasesTable({ t, agency, cases, chooses = false }: { t: Text; agency: AgencyPack; cases: readonly QueuedCase[]; chooses?: boolean }) {
  if (cases.length === 0)
    return (
      <EmptyState title={t('officer.queue.empty.title')}>
        <p>{t('officer.queue.empty.body')}</p>
      </EmptyState>
    )
  const head = (['receipt', 'form', 'status', 'since', 'with'] as const).map((name) => t(`officer.queue.head.${name}`))
  const rows = cases.map((each, place) => [
    <CaseLink key="case" t={t} receiptNumber={each.receiptNumber} place={place} />,
    <span key="form" class="whole">
      {formShortTitle(agency, t, each.form)}
    </span>,
    statusTitle(agency, t, each.status),
    <InstantText key="since" t={t} at={each.statusSince} />,
    <span key="with" class="whole">
      {t(withWords[each.takenBy])}
    </span>,
    ...(chooses ? [<CaseBox key="box" t={t} id={each.id} receiptNumber={each.receiptNumber} />] : []),
  ])
  return (
    <div data-steps>
      <Table caption={t('officer.queue.list')} head={chooses ? [...head, t('work.assign.choose')] : head} rows={rows} />
    </div>
  )
}

const filtersIn = ({ services, query }: Pick<Context, 'services' | 'query'>) => filtersFrom(services.agency, (name) => query[name])
const backToQueue = (context: Context<{ queue: string }>) => seeOther(queueHref(context.params.queue, filtersIn(context)))

export const takeNextAction = action({
  path: officePaths.takeNext,
  access: staffWho('take-case'),
  audit: records(takeNext),
  fields: { idempotencyKey: pressField },
  back: backToQueue,
  submit: {
    operation: takeNext,
    input: ({ idempotencyKey }, context) => ({ queue: context.params.queue, press: idempotencyKey, filters: filtersIn(context) }),
    shows: {
      'unknown-queue': () => notFound,
      'nothing-to-take': (context) => seeOther(queueHref(context.params.queue, filtersIn(context), { nothing: 'yes' })),
      'not-allowed': () => seeOther(officePaths.front()),
      'too-many-attempts': backToQueue,
    },
    then: ({ receiptNumber }) => seeOther(officePaths.case({ receiptNumber })),
  },
})
