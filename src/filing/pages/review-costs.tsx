import { ExpiryWarning, FileFacts } from '../../evidence/index.ts'
import { paths } from '../../platform/paths.ts'
import { Card, SummaryList } from '../../ui/index.ts'
import { type EvidenceState, evidenceStates } from '../review/readiness.ts'
import { WaiverLine } from '../waiver/waiver-line.tsx'
import { FeesWorkedOut } from './fee-workings.tsx'
import type { ReviewModel } from './review-model.ts'

function Held({ model, state }: { model: ReviewModel; state: EvidenceState }) {
  const { words, agency, replay } = model
  const { t } = words
  const today = Temporal.PlainDate.from(replay.today)
  if (state.missing) return <strong>{t('filing.review.evidence-needed')}</strong>
  if (state.held.length === 0) return <span class="muted">{t('filing.review.evidence-optional')}</span>
  return (
    <>
      {state.held.map(({ id, name, translates, state: checked, description = null }) => (
        <div key={id} class={translates ? 'evidence-translation' : undefined}>
          {translates ? <div class="evidence-translation-title">{t('evidence.translation.title')}</div> : null}
          {checked === 'received' ? t('filing.review.being-checked', { name }) : name}
          <FileFacts t={t} agency={agency} description={description} />
          <ExpiryWarning t={t} agency={agency} description={description} today={today} />
        </div>
      ))}
    </>
  )
}

/** The documents that the answers ask for, and whether they are there. */
export function Evidence({ model }: { model: ReviewModel }) {
  const { words, replay, held, draft } = model
  const rows = evidenceStates(replay, held).map((state) => ({
    question: words.get(`evidence.${state.rule.id}.document`),
    answer: <Held model={model} state={state} />,
  }))
  return (
    <Card title={words.t('filing.review.evidence')}>
      <SummaryList t={words.t} rows={rows} />
      <p>
        <a href={paths.draftEvidence({ draft: draft.id })}>{words.t('filing.review.evidence-change')}</a>
      </p>
    </Card>
  )
}

/** The fees of today, worked out. What is charged is reckoned again when the person pays. */
export function Fees({ model }: { model: ReviewModel }) {
  const { words, replay, agency, waiver } = model
  return (
    <Card title={words.t('fees.title')}>
      <FeesWorkedOut agency={agency} words={words} replay={replay} waived={waiver.waived} />
      {model.draft.prepared === 'working' ? null : <WaiverLine model={model} />}
    </Card>
  )
}
