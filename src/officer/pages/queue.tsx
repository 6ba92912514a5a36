import type { AgencyPack } from '../../agency/index.ts'
import { formShortTitle, statusTitle } from '../../cases/index.ts'
import { notFound, seeOther } from '../../platform/http/answer.ts'
import { pressField } from '../../platform/http/field.ts'
import { action, page, records, recordsNothing } from '../../platform/http/page.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { officePaths } from '../../platform/paths.ts'
import { Alert, Breadcrumb, ButtonLink, ButtonRow, EmptyState, InstantText, NumberText, Table } from '../../ui/index.ts'
import { type QueuedCase, queuePage, type QueuePlace } from '../queues/list-queues.ts'
import { takeNext } from '../queues/take-next.ts'
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

const nextHref = (queue: string, { since, id }: QueuePlace) =>
  `${officePaths.queue({ queue })}?after=${encodeURIComponent(`${since}~${id}`)}`

export const queueListPage = page({
  path: officePaths.queue,
  access: staffWho('see-queues'),
  audit: recordsNothing('receipt numbers and statuses only'),
  load: async (context) => {
    const after = placeFrom(context.query.after)
    const found = await context.read(queuePage, { queue: context.params.queue, after })
    return found ? { ...found, isFirst: after === null } : notFound
  },
  view: ({ t, model: { queue, cases, next, isFirst }, context }) => {
    const { agency } = context.services
    const { title, about } = queueWords(t, agency, queue)
    const csrfToken = context.csrfToken()
    return {
      title,
      wide: true,
      body: (
        <div class="stack">
          <Breadcrumb
            t={t}
            trail={[{ words: t('officer.queue.back'), href: officePaths.queues() }, { words: title }]}
          />
          {context.query.nothing === 'yes' ? (
            <Alert kind="info" live>
              <p>{t('officer.queue.nothing-to-take')}</p>
            </Alert>
          ) : null}
          <h1 id={queueTitleId(queue.id)}>{title}</h1>
          <p>{about}</p>
          {queue.isWork && cases.length > 0 ? (
            <ButtonRow>
              <TakeNext t={t} csrfToken={csrfToken} queue={queue.id} />
            </ButtonRow>
          ) : null}
          <CasesTable t={t} agency={agency} cases={cases} />
          <ButtonRow>
            {isFirst ? null : (
              <ButtonLink href={officePaths.queue({ queue: queue.id })} look="quiet">
                {t('officer.queue.first-page')}
              </ButtonLink>
            )}
            {next ? (
              <ButtonLink href={nextHref(queue.id, next)} look="quiet">
                {t('officer.queue.next-page')}
              </ButtonLink>
            ) : null}
          </ButtonRow>
        </div>
      ),
    }
  },
})

const withWords = {
  nobody: 'officer.queue.with.nobody',
  you: 'officer.queue.with.you',
  'a colleague': 'officer.queue.with.colleague',
} as const

function CasesTable({ t, agency, cases }: { t: Text; agency: AgencyPack; cases: readonly QueuedCase[] }) {
  if (cases.length === 0)
    return (
      <EmptyState title={t('officer.queue.empty.title')}>
        <p>{t('officer.queue.empty.body')}</p>
      </EmptyState>
    )
  const head = (['receipt', 'form', 'status', 'since', 'with'] as const).map((name) => t(`officer.queue.head.${name}`))
  const rows = cases.map((each) => [
    <a key="case" href={officePaths.case({ receiptNumber: each.receiptNumber })}>
      <NumberText t={t} kind="receipt" value={each.receiptNumber} />
    </a>,
    formShortTitle(agency, t, each.form),
    statusTitle(agency, t, each.status),
    <InstantText key="since" t={t} at={each.statusSince} />,
    t(withWords[each.takenBy]),
  ])
  return <Table caption={t('officer.queue.list')} head={head} rows={rows} />
}

const backToQueue = ({ params }: { params: { queue: string } }) => seeOther(officePaths.queue({ queue: params.queue }))

export const takeNextAction = action({
  path: officePaths.takeNext,
  access: staffWho('take-case'),
  audit: records(takeNext),
  fields: { idempotencyKey: pressField },
  back: backToQueue,
  submit: {
    operation: takeNext,
    input: ({ idempotencyKey }, { params }) => ({ queue: params.queue, press: idempotencyKey }),
    shows: {
      'unknown-queue': () => notFound,
      'nothing-to-take': ({ params }) => seeOther(`${officePaths.queue({ queue: params.queue })}?nothing=yes`),
      'not-allowed': () => seeOther(officePaths.front()),
      'too-many-attempts': backToQueue,
    },
    then: ({ receiptNumber }) => seeOther(officePaths.case({ receiptNumber })),
  },
})
