import { paths } from '../../platform/paths.ts'
import { ButtonLink, Card, SummaryList } from '../../ui/index.ts'
import { labelWords, lineWords } from '../journey/words.ts'
import { type ReviewPart, type ReviewRow, reviewOf } from '../journey/review.ts'
import { readinessOf } from '../review/readiness.ts'
import { Evidence, Fees } from './review-costs.tsx'
import { ReviewFindings } from './review-findings.tsx'
import type { OpenDraft } from './open-draft.ts'
import { changeAt, type ReviewModel } from './review-model.ts'

function Answer({ model, row }: { model: ReviewModel; row: ReviewRow }) {
  const { t, texts } = model.words
  const { answers } = model.draft
  const isEmpty = Object.hasOwn(answers, row.question.id) && row.question.optional
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

function Part({ model, part }: { model: ReviewModel; part: ReviewPart }) {
  const { t, texts, get } = model.words
  return (
    <Card title={get(`part.${part.partId}.title`)}>
      <div class="stack">
        {part.pages.map(({ pageId, state, rows }) => (
          <div key={pageId}>
            <h3>{get(`page.${pageId}.title`)}</h3>
            <SummaryList
              t={t}
              rows={rows.map((row) => ({
                question: labelWords(t, texts, row.question),
                answer: <Answer model={model} row={row} />,
                ...(state === 'later' ? {} : { change: changeAt(model, pageId, row.change.field) }),
              }))}
            />
          </div>
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
      pages: part.pages.filter(({ state, rows }) => state !== 'later' || rows.some(({ lines }) => lines.length > 0)),
    }))
    .filter(({ pages }) => pages.length > 0)

/** Everything of a draft on one page: what is missing or odd, the answers, the evidence, the fee, the way on. */
export function ReviewView({ model }: { model: ReviewModel }) {
  const { words, replay, draft, held } = model
  const { t } = words
  const readiness = readinessOf(replay, held)
  return (
    <>
      <p>
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
            <ButtonLink href={paths.draftSign({ draft: draft.id })}>{t('filing.review.sign')}</ButtonLink>
          </p>
        ) : null}
      </div>
    </>
  )
}
