import { paths } from '../../platform/paths.ts'
import { ButtonLink, Card, DraftMark, PrintButton, SummaryList } from '../../ui/index.ts'
import type { ListQuestion } from '../definition/definition.ts'
import { listOn } from '../definition/layout.ts'
import { entriesOf } from '../journey/accept-entry.ts'
import { derivedOn } from '../journey/derived-words.ts'
import { outlineOf } from '../journey/outline.ts'
import { type ReviewPage, type ReviewPart, type ReviewRow, reviewOf } from '../journey/review.ts'
import { entryName, labelWords, lineWords } from '../journey/words.ts'
import { readinessOf } from '../review/readiness.ts'
import { Evidence, Fees } from './review-costs.tsx'
import { ReviewFindings } from './review-findings.tsx'
import { ForClient } from './for-client.tsx'
import type { OpenDraft } from './open-draft.ts'
import { changeAt, type ReviewModel } from './review-model.ts'

/** Whether the question was put, on its page or in its entry, whatever was answered. */
function wasPut({ draft, replay }: ReviewModel, { question, change: { pageId, entryId } }: ReviewRow): boolean {
  const page = outlineOf(replay.definition).pageById.get(pageId)?.page
  const list = page && listOn(page)
  const entry = list && entriesOf(draft.answers, list).find(({ id }) => id === entryId)
  return Object.hasOwn(entry?.answers ?? draft.answers, question.id)
}

function Answer({ model, row }: { model: ReviewModel; row: ReviewRow }) {
  const { t, texts } = model.words
  const isEmpty = row.question.optional && wasPut(model, row)
  if (row.lines.length === 0) {
    return <span class="muted">{t(isEmpty ? 'filing.review.not-answered' : 'filing.review.not-yet')}</span>
  }
  return (
    <>
      {row.lines.map((line, index) => (
        <span key={index}>
          {index > 0 ? <br /> : null}
          {lineWords(t, texts, line)}
        </span>
      ))}
    </>
  )
}

/** The boxes of one choice are numbered in a row: the first and the last say which they are. */
function itemWords(item: string | readonly string[]): string {
  const items = [item].flat()
  return items.length > 2 ? `${items[0]} – ${items.at(-1)}` : items.join(', ')
}

function Rows({ model, rows, changes }: { model: ReviewModel; rows: readonly ReviewRow[]; changes: boolean }) {
  const { t, texts } = model.words
  return (
    <SummaryList
      t={t}
      rows={rows.map((row) => ({
        question: labelWords(t, texts, row.question),
        item: itemWords(row.question.item),
        answer: <Answer model={model} row={row} />,
        ...(changes ? { change: changeAt(model, row.change) } : {}),
      }))}
    />
  )
}

/** The entries of a list, each under its name, and the way to the list itself. */
function Entries({ model, page, list }: { model: ReviewModel; page: ReviewPage; list: ListQuestion }) {
  const { words, replay } = model
  const { t } = words
  const entries = replay.pages.find(({ id }) => id === page.pageId)?.entries ?? []
  return (
    <>
      {entries.length === 0 ? <p class="muted">{words.find(`${list.id}.none`) ?? t('filing.list.none')}</p> : null}
      {page.entries.map((entry, index) => (
        <div key={entry.entryId}>
          <h4>{entryName(words, list, entries[index]?.submitted ?? {}) ?? t('filing.list.unnamed', { position: index + 1 })}</h4>
          <Rows model={model} rows={entry.rows} changes />
        </div>
      ))}
      <p class="on-screen">
        <a href={changeAt(model, { pageId: page.pageId, field: list.id })}>
          {t('filing.review.change-list', { list: words.get(`${list.id}.label`) })}
        </a>
      </p>
    </>
  )
}

function PageOf({ model, page }: { model: ReviewModel; page: ReviewPage }) {
  const { words, replay } = model
  const placed = outlineOf(replay.definition).pageById.get(page.pageId)
  const list = placed && listOn(placed.page)
  return (
    <div>
      <h3>{words.get(`page.${page.pageId}.title`)}</h3>
      {list ? (
        <Entries model={model} page={page} list={list} />
      ) : (
        <Rows model={model} rows={page.rows} changes={page.state !== 'later'} />
      )}
      {derivedOn(words, replay, page.pageId).map((line) => (
        <p key={line} class="muted">
          {line}
        </p>
      ))}
    </div>
  )
}

function Part({ model, part }: { model: ReviewModel; part: ReviewPart }) {
  return (
    <Card title={model.words.get(`part.${part.partId}.title`)}>
      <div class="stack">
        {part.pages.map((page) => (
          <PageOf key={page.pageId} model={model} page={page} />
        ))}
      </div>
    </Card>
  )
}

/** The parts with something to read: pages that nobody has come to yet are named above as missing. */
const begunParts = ({ replay }: OpenDraft): readonly ReviewPart[] =>
  reviewOf(replay)
    .map((part) => ({
      ...part,
      pages: part.pages.filter(({ state, rows, entries }) => state !== 'later' || entries.length > 0 || rows.some(({ lines }) => lines.length > 0)),
    }))
    .filter(({ pages }) => pages.length > 0)

/** Everything of a draft on one page: what is missing or odd, the answers, the evidence, the fee, the way on. */
export function ReviewView({ model }: { model: ReviewModel }) {
  const { words, replay, draft, held } = model
  const { t } = words
  const readiness = readinessOf(replay, held)
  return (
    <>
      <DraftMark t={t} />
      <ForClient model={model} />
      <p class="on-screen">
        <a href={paths.draft({ draft: draft.id })}>{t('filing.review.back')}</a>
      </p>
      <h1>{t('filing.review.title')}</h1>
      <p class="lead">{words.get('form.title')}</p>
      <p>{t('filing.review.lead')}</p>
      <div class="stack">
        <ReviewFindings model={model} readiness={readiness} />
        {begunParts(model).map((part) => (
          <Part key={part.partId} model={model} part={part} />
        ))}
        <Evidence model={model} />
        <Fees model={model} />
        {readiness.ready ? (
          <p>
            {draft.prepared === 'working' ? (
              <ButtonLink href={paths.preparedDraft({ draft: draft.id })}>{t('filing.prepared.go-on')}</ButtonLink>
            ) : (
              <ButtonLink href={paths.draftSign({ draft: draft.id })}>{t('filing.review.sign')}</ButtonLink>
            )}
          </p>
        ) : null}
        <PrintButton t={t} />
      </div>
    </>
  )
}
