import { findForm } from '../../filing/index.ts'
import type { Context } from '../../platform/http/page.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { Alert, Button, ButtonLink, FactsList, FormShell, Panel } from '../../ui/index.ts'
import type { SubmitPhase, SubmitState } from './submit-state.ts'

type AtPreparation = { preparation: string }
type Props = { t: Text; model: SubmitState; context: Context<AtPreparation> }

/** What a press does, with the sum beside it. */
function Press({ t, model, context }: Props) {
  const { priceCents, signedAt, form } = model
  const isFree = priceCents === 0
  const facts = [
    { name: t('filing.sign.form'), value: (findForm(context.services.agency, form)?.code ?? form).toUpperCase() },
    { name: t('filing.sign.fee'), value: isFree ? t('filing.sign.no-fee') : t.money(priceCents) },
    ...(signedAt ? [{ name: t('prepared.submit.signed'), value: t.instant(signedAt) }] : []),
  ]
  return (
    <FormShell action={paths.submitPrepared(context.params)} csrfToken={context.csrfToken()} class="card form">
      <div class="stack">
        <FactsList facts={facts} />
        <Panel title={t('prepared.submit.what')}>
          <p>{t('prepared.submit.as-signed')}</p>
          {isFree ? null : <p>{t('prepared.submit.who-pays')}</p>}
        </Panel>
        <input type="hidden" name="shown" value={model.package ?? ''} />
        <input type="hidden" name="shownCents" value={String(priceCents)} />
        <Button>{isFree ? t('filing.sign.submit') : t('filing.pay.submit')}</Button>
      </div>
    </FormShell>
  )
}

const kinds = { over: 'warn', 'to-sign': 'info', pressed: 'info', 'to-pay': 'act', paying: 'info', failed: 'act', filed: 'good', 'to-submit': 'info' } as const satisfies Record<SubmitPhase, string>

function Refused({ t, model }: Pick<Props, 't' | 'model'>) {
  if (model.refused === null) return null
  return (
    <Alert kind="act" live>
      <p>{t(model.refused === 'fees-changed' ? 'filing.pay.fees-changed' : 'prepared.submit.not-done')}</p>
    </Alert>
  )
}

/** How the submission stands, and what can be done. */
export function SubmitView({ t, model, context }: Props) {
  const { phase, side, receiptNumber } = model
  const here = side === 'client' ? paths.prepared(context.params) : paths.preparation(context.params)
  return (
    <>
      <p class="on-screen">
        <a href={here}>{t('prepared.back')}</a>
      </p>
      <Refused t={t} model={model} />
      {phase === 'to-submit' ? null : (
        <Alert kind={kinds[phase]} live>
          <p>{t(`prepared.submit.phase.${phase}`)}</p>
        </Alert>
      )}
      {phase === 'to-pay' ? (
        <p>
          <ButtonLink href={paths.leaveToPayPrepared(context.params)}>{t('filing.submission.to-payment')}</ButtonLink>
        </p>
      ) : null}
      {phase === 'pressed' || phase === 'paying' ? (
        <p>
          <ButtonLink href={paths.submitPrepared(context.params)} look="quiet">
            {t('filing.submission.check-again')}
          </ButtonLink>
        </p>
      ) : null}
      {phase === 'filed' && receiptNumber ? (
        <>
          <FactsList facts={[{ name: t('prepared.submit.receipt-number'), value: receiptNumber }]} />
          <p>
            <ButtonLink href={paths.case({ receiptNumber })}>{t('prepared.submit.to-case')}</ButtonLink>
          </p>
        </>
      ) : null}
      {phase === 'to-submit' || phase === 'failed' ? <Press t={t} model={model} context={context} /> : null}
    </>
  )
}
