import { paths } from '../../platform/paths.ts'
import { Alert } from '../../ui/index.ts'
import type { Contradiction } from '../journey/replay.ts'
import { labelWords } from '../journey/words.ts'
import { outlineOf } from '../journey/outline.ts'
import type { Readiness } from '../review/readiness.ts'
import { ruleWords } from './page-frame.tsx'
import { changeAt, type ReviewModel } from './review-model.ts'
import { TranslationFindings } from './review-translations.tsx'

type Props = { model: ReviewModel }

function Findings({ model, found }: Props & { found: readonly Contradiction[] }) {
  const { words, replay } = model
  const { questionById } = outlineOf(replay.definition)
  const label = (id: string) => {
    const question = questionById.get(id)
    return question ? labelWords(words.t, words.texts, question) : id
  }
  return (
    <>
      {found.map(({ pageId, questionId, entryId, ...one }) => (
        <p key={`${one.rule.id} ${entryId}`}>
          {ruleWords(model, { pageId, questionId, ...one })}{' '}
          <a href={changeAt(model, { pageId, field: questionId, ...(entryId ? { entryId } : {}) })}>
            {words.t('filing.review.change-at', { question: label(questionId) })}
          </a>
        </p>
      ))}
    </>
  )
}

/** The first undone page is a link; those after it open one by one. */
function Missing({ model, readiness }: Props & { readiness: Readiness }) {
  const { draft, words, replay } = model
  const { t } = words
  const title = (page: string) => words.get(`page.${page}.title`)
  return (
    <Alert kind="act" title={t('filing.review.missing')}>
      <p>{t('filing.review.missing-lead')}</p>
      <ul>
        {readiness.pages.map((page) => (
          <li key={page}>
            {page === replay.firstUndone ? (
              <a href={`${paths.draftPage({ draft: draft.id, page })}?back=review`}>{title(page)}</a>
            ) : (
              title(page)
            )}
          </li>
        ))}
        {readiness.evidence.map(({ id }) => (
          <li key={id}>
            <a href={paths.draftEvidence({ draft: draft.id })}>
              {t('filing.review.evidence-missing', { document: words.get(`evidence.${id}.document`) })}
            </a>
          </li>
        ))}
        {readiness.undescribed.map(({ id }) => (
          <li key={id}>
            <a href={paths.draftEvidence({ draft: draft.id })}>
              {t('filing.review.evidence-undescribed', { document: words.get(`evidence.${id}.document`) })}
            </a>
          </li>
        ))}
      </ul>
    </Alert>
  )
}

/** What stands in the way of signing, and what only wants a second look. */
export function ReviewFindings({ model, readiness }: Props & { readiness: Readiness }) {
  const { words, replay } = model
  const { errors, warnings } = replay
  return (
    <>
      {readiness.isPast ? (
        <Alert kind="act" title={words.t('filing.edition.past-title')}>
          <a href={paths.draft({ draft: model.draft.id })}>{words.t('filing.edition.past-go')}</a>
        </Alert>
      ) : null}
      {readiness.pages.length + readiness.evidence.length + readiness.undescribed.length > 0 ? <Missing model={model} readiness={readiness} /> : null}
      {errors.length === 0 ? null : (
        <Alert kind="act" title={words.t('filing.review.errors')}>
          <Findings model={model} found={errors} />
        </Alert>
      )}
      {warnings.length === 0 ? null : (
        <Alert kind="warn" title={words.t('filing.review.warnings')}>
          <p>{words.t('filing.review.warnings-lead')}</p>
          <Findings model={model} found={warnings} />
        </Alert>
      )}
      <TranslationFindings model={model} />
    </>
  )
}
