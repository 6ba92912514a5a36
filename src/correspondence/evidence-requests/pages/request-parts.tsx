import type { AgencyPack } from '../../../agency/index.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { paths } from '../../../platform/paths.ts'
import { Alert, ButtonLink, Card, InstantText, TaskList } from '../../../ui/index.ts'
import type { OwnRequest, ShownAsk } from '../own-requests.ts'
import type { EvidenceRequest } from '../request.ts'
import { askShown } from '../request-words.ts'
import { GatheredFiles, type Viewer } from './gathered-files.tsx'
import { DeadlineWords, DueText, leftWords } from './request-words.tsx'

export type RequestParts = { t: Text; agency: AgencyPack; model: OwnRequest }

/** By when, how long is left, and how the day was found. */
export function Deadline({ t, agency, model: { request, now, isHeld } }: RequestParts) {
  if (isHeld)
    return (
      <Alert kind="info" title={t('requests.due.held.title')}>
        <p>{t('requests.due.held')}</p>
        <p>
          <a href={paths.incidents()}>{t('requests.due.held.link')}</a>
        </p>
      </Alert>
    )
  return (
    <Card title={t('requests.due.title')}>
      <p class="due">
        <DueText t={t} at={request.dueAt} /> · {leftWords(t, request.dueAt, now)}
      </p>
      <DeadlineWords t={t} agency={agency} request={request} />
    </Card>
  )
}

/** What the officer wrote, as it was written: markup and addresses in it are text. */
export function OfficerWords({ t, words: { opening, grounds } }: { t: Text; words: EvidenceRequest['words'] }) {
  const said = (title: string, text: string) =>
    text === '' ? null : (
      <Card title={title}>
        <p class="preserved" dir="auto">
          {text}
        </p>
      </Card>
    )
  return (
    <>
      {said(t('requests.grounds.title'), grounds)}
      {said(t('requests.words.title'), opening)}
    </>
  )
}

const begun = ({ answer, isUnsaved }: ShownAsk): boolean => isUnsaved || (answer !== null && (answer.text !== '' || answer.lacks))

/** Each ask with its state, as one gathers the answer over days. */
export function AskList({ t, agency, model }: RequestParts) {
  const { receiptNumber, id } = model.request
  const done = model.asks.filter(({ isAnswered }) => isAnswered).length
  return (
    <Card title={t('requests.asks.title')}>
      <p>{t('requests.asks.progress', { done, all: model.asks.length })}</p>
      <TaskList
        t={t}
        tasks={model.asks.map((ask) => ({
          title: askShown(agency, t, ask).title,
          state: ask.isAnswered ? 'done' : begun(ask) ? 'started' : 'open',
          href: paths.requestAsk({ receiptNumber, request: id, ask: ask.id }),
          hint: t(ask.files ? 'requests.asks.hint.files' : 'requests.asks.hint.words'),
        }))}
      />
    </Card>
  )
}

export const viewerOf = ({ case: on }: OwnRequest): Viewer => (on.role === 'representative' ? 'representative' : 'person')

/** The files of everybody on the case, by what is asked. */
export function GatheredSoFar({ t, agency, model }: RequestParts) {
  const asks = model.asks.filter(({ gathered }) => gathered && gathered.files.length > 0)
  if (asks.length === 0) return null
  return (
    <Card title={t('requests.gathered.title')}>
      {asks.map((ask) => {
        const { title } = askShown(agency, t, ask)
        return (
          <section key={ask.id}>
            <h3>{t('requests.ask.title', { number: ask.ordinal, title })}</h3>
            <GatheredFiles t={t} receiptNumber={model.request.receiptNumber} files={ask.gathered?.files ?? []} viewer={viewerOf(model)} label={t('requests.files.of', { title })} />
          </section>
        )
      })}
    </Card>
  )
}

/** What is to be known before one sends, and the way there. */
export function BeforeSending({ t, model }: Omit<RequestParts, 'agency'>) {
  const { receiptNumber, id } = model.request
  return (
    <Card title={t('requests.rules.title')} plate>
      <p>{t('requests.rules.once')}</p>
      <p>{t('requests.rules.files')}</p>
      <p>{t('requests.rules.files.left')}</p>
      <p>{t('requests.rules.part')}</p>
      <p>{t('requests.rules.nothing')}</p>
      <p>
        <ButtonLink href={paths.reviewAnswer({ receiptNumber, request: id })}>{t('requests.review')}</ButtonLink>
      </p>
    </Card>
  )
}

/** Everything that happened to a request, the first of it first. */
export function RequestHistory({ t, events }: { t: Text; events: OwnRequest['events'] }) {
  return (
    <Card title={t('requests.history.title')}>
      <ul class="plain-list">
        {events.map(({ what, at, due_to }) => (
          <li key={`${what} ${at}`}>
            {what === 'deadline-moved' && due_to ? t.rich('requests.history.deadline-moved', { to: <DueText t={t} at={due_to} /> }) : t(`requests.history.${what as 'sent'}`)}
            <br />
            <span class="muted">
              <InstantText t={t} at={at} />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
