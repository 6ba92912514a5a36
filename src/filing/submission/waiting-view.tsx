import type { MessageKey, Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { Alert, type AlertKind, ButtonLink } from '../../ui/index.ts'
import type { Phase, SubmissionModel } from './phase.ts'

type Waiting = Exclude<Phase, 'received' | 'sent-back'>

const looks: Record<Waiting, AlertKind> = {
  preparing: 'info',
  'to-pay': 'act',
  confirming: 'info',
  left: 'warn',
  declined: 'act',
  cancelled: 'warn',
  expired: 'warn',
  failed: 'act',
  'let-go': 'act',
}

const letGoReasons = new Set(['changed-since-signed', 'already-submitted', 'fee-waived'])

function explained(t: Text, phase: Waiting, reason: string | null): string {
  if (phase === 'declined' && reason === 'returned') return t('filing.submission.declined.by-bank')
  if (phase !== 'let-go') return t(`filing.submission.${phase}` as MessageKey)
  return t(`filing.submission.let-go.${reason && letGoReasons.has(reason) ? reason : 'other'}` as MessageKey)
}

/** What the person can do from here, if anything: a link each, so that it works without a script. */
function NextStep({ t, phase, model }: { t: Text; phase: Waiting; model: SubmissionModel }) {
  const { id: submission, draft } = model.standing
  const leave = paths.leaveToPay({ submission })
  if (phase === 'preparing') return <ButtonLink href={leave}>{t('filing.submission.continue')}</ButtonLink>
  if (phase === 'to-pay') return <ButtonLink href={leave}>{t('filing.submission.to-payment')}</ButtonLink>
  if (phase === 'left') {
    return (
      <>
        <ButtonLink href={leave}>{t('filing.submission.to-payment')}</ButtonLink>{' '}
        <ButtonLink href={`${paths.submission({ submission })}?back=left`} look="quiet">
          {t('filing.submission.check-again')}
        </ButtonLink>
      </>
    )
  }
  if (phase === 'let-go')
    return <ButtonLink href={paths.draftReview({ draft })}>{t('filing.submission.sign-again')}</ButtonLink>
  if (phase === 'confirming') {
    return (
      <ButtonLink href={`${paths.submission({ submission })}?back=paid`} look="quiet">
        {t('filing.submission.check-again')}
      </ButtonLink>
    )
  }
  return <ButtonLink href={paths.draftPay({ draft })}>{t('filing.submission.pay-again')}</ButtonLink>
}

/** A submission that is not received yet: how it stands, and the one way on. */
export function WaitingView({ title, model }: { title: string; model: SubmissionModel }) {
  const { t, get } = model.words
  const phase = model.phase as Waiting
  const { payment, id: submission } = model.standing
  return (
    <div class="stack">
      <h1>{title}</h1>
      <p class="lead">{get('form.title')}</p>
      <Alert kind={looks[phase]} live>
        <p>{model.isLate ? t('filing.submission.preparing.late') : explained(t, phase, payment?.reason ?? null)}</p>
      </Alert>
      <p>
        <NextStep t={t} phase={phase} model={model} />
      </p>
      {phase === 'confirming' && payment?.state === 'open' ? (
        <p>
          {t('filing.submission.not-finished')}{' '}
          <a href={paths.leaveToPay({ submission })}>{t('filing.submission.to-payment')}</a>
        </p>
      ) : null}
    </div>
  )
}
