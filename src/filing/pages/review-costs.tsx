import { agencyText } from '../../agency/index.ts'
import { paths } from '../../platform/paths.ts'
import { Card, SummaryList } from '../../ui/index.ts'
import { type EvidenceState, evidenceStates } from '../review/readiness.ts'
import { feesOf } from '../review/fees-of.ts'
import { FeesSource } from './costs.tsx'
import type { ReviewModel } from './review-model.ts'

function Held({ model, state }: { model: ReviewModel; state: EvidenceState }) {
  const { t } = model.words
  if (state.missing) return <strong>{t('filing.review.evidence-needed')}</strong>
  if (state.held.length === 0) return <span class="muted">{t('filing.review.evidence-optional')}</span>
  return (
    <>
      {state.held.map(({ id, name, state: checked }, index) => (
        <span key={id}>
          {index > 0 ? <br /> : null}
          {checked === 'received' ? t('filing.review.being-checked', { name }) : name}
        </span>
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

/** The fee lines of today. What is charged is reckoned again when the person pays. */
export function Fees({ model: { words, replay, agency } }: { model: ReviewModel }) {
  const { t } = words
  const { lines, sumCents } = feesOf(agency, replay)
  const rows = [
    ...lines.map(({ code, amountCents, suspended }) => ({
      question: agencyText(agency, t, 'agency', `fee.${code}`),
      answer: suspended ? t('filing.form.suspended') : t.money(amountCents),
    })),
    { question: t('filing.review.fees-sum'), answer: <strong>{t.money(sumCents)}</strong> },
  ]
  return (
    <Card title={t('filing.review.fees')}>
      {lines.length === 0 ? <p>{t('filing.review.fees-none')}</p> : <SummaryList t={t} rows={rows} />}
      <p class="muted">{t('filing.review.fees-day', { day: t.day(Temporal.PlainDate.from(replay.today)) })}</p>
      <FeesSource t={t} agency={agency} />
    </Card>
  )
}
