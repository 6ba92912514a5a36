import type { OfficeRefund } from '../../filing/index.ts'
import { officePaths } from '../../platform/paths.ts'
import { Button, ButtonRow, Card, FactsList, FormShell, InstantText, Tag, type TagKind, TextArea } from '../../ui/index.ts'
import { mayDo } from '../may.ts'
import type { MoneyProps } from './money-view.tsx'

const kindOf: Record<OfficeRefund['state'], TagKind> = {
  asked: 'act',
  'taken-back': 'plain',
  declined: 'plain',
  agreed: 'wait',
  'on-its-way': 'wait',
  done: 'good',
  failed: 'act',
}

type CardProps = Pick<MoneyProps, 't' | 'context' | 'reasons' | 'model'> & { refund: OfficeRefund }

/** One refund: how it stands, who asked and why, who decided; and the buttons for whoever may decide it here. */
export function RefundCard(props: CardProps) {
  const { t, refund, reasons, model } = props
  const name = (id: string | null) => (id ? (model.names.get(id) ?? '') : '')
  const { failure } = refund
  return (
    <Card>
      <h3>{t('refund.list.words', { amount: t.money(refund.amountCents), staff: name(refund.askedBy) })}</h3>
      <p>
        <Tag kind={kindOf[refund.state]}>{t(`refund.state.${refund.state}`)}</Tag> <InstantText t={t} at={refund.closedAt ?? refund.decidedAt ?? refund.askedAt} />
      </p>
      <FactsList
        facts={[
          { name: t('refund.ask.reason'), value: reasons.find(({ value }) => value === refund.reason)?.label ?? refund.reason },
          { name: t('refund.list.note'), value: refund.note },
          ...(refund.decidedBy ? [{ name: t('refund.list.decided'), value: name(refund.decidedBy) }] : []),
          ...(refund.answer ? [{ name: t('refund.list.answer'), value: refund.answer }] : []),
        ]}
      />
      {failure === 'provider-refused' || failure === 'bank-did-not-take-it' ? <p>{t(`refund.failed.${failure}`)}</p> : null}
      {refund.state === 'asked' ? <Decide {...props} /> : null}
    </Card>
  )
}

function Decide({ t, context, refund }: CardProps) {
  const at = { ...context.params, refund: refund.id }
  const csrfToken = context.csrfToken()
  if (refund.askedBy === context.actor.id)
    return (
      <>
        <p>{t('refund.decide.yours')}</p>
        <FormShell action={officePaths.takeRefundBack(at)} csrfToken={csrfToken}>
          <Button look="quiet">{t('refund.decide.take-back')}</Button>
        </FormShell>
      </>
    )
  if (!mayDo(context.actor, 'decide-refund')) return null
  return (
    <FormShell action={officePaths.agreeRefund(at)} csrfToken={csrfToken}>
      <TextArea
        name="answer"
        id={`answer-${refund.id}`}
        label={t('refund.decide.answer')}
        hint={t('refund.decide.answer-hint')}
        value=""
        error={undefined}
        rows={2}
      />
      <ButtonRow>
        <Button>{t('refund.decide.agree', { amount: t.money(refund.amountCents) })}</Button>
        <button class="usa-button usa-button--outline" type="submit" formaction={officePaths.declineRefund(at)}>
          {t('refund.decide.decline')}
        </button>
      </ButtonRow>
    </FormShell>
  )
}
