import type { OfficeRefund, TakenPayment } from '../../filing/index.ts'
import type { Context, FormState } from '../../platform/http/page.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { officePaths } from '../../platform/paths.ts'
import { Alert, Button, Card, type Choice, EmptyState, FormShell, InstantText, NumberText, Select, Table, TextArea, TextField } from '../../ui/index.ts'
import type { MoneyFile } from './money-file.ts'
import { RefundCard } from './refund-card.tsx'
import { isGood, type Said } from './said.ts'

export type MoneyProps = {
  t: Text
  model: Extract<MoneyFile, { state: 'open' }>
  form: FormState
  context: Context<{ receiptNumber: string }>
  startKey: string
  reasons: readonly Choice[]
  said: Said | undefined
}

/** What just happened, what was taken, what was asked for, and the form that asks. */
export function MoneyView(props: MoneyProps) {
  const { t, model, context, said, form } = props
  return (
    <div class="stack">
      {said && form.errors.length === 0 ? (
        <Alert kind={isGood(said) ? 'good' : 'warn'} live>
          <p>{t(`refund.said.${said}`)}</p>
        </Alert>
      ) : null}
      <p>
        <NumberText t={t} kind="receipt" value={context.params.receiptNumber} copy />
        <br />
        <a href={officePaths.case(context.params)}>{t('refund.file.back')}</a>
      </p>
      <p>{t('refund.file.lead')}</p>
      <Taken t={t} payments={model.payments} />
      <Refunds {...props} refunds={model.refunds} />
      {model.payments.length > 0 ? <Ask {...props} /> : null}
    </div>
  )
}

const methodWords = (t: Text, method: string | null) =>
  t(method === 'card' || method === 'bank-debit' ? `refund.method.${method}` : 'refund.method.unknown')

function Taken({ t, payments }: { t: Text; payments: readonly TakenPayment[] }) {
  if (payments.length === 0)
    return (
      <EmptyState title={t('refund.file.taken')}>
        <p>{t('refund.file.taken.none')}</p>
      </EmptyState>
    )
  return (
    <Card>
      <Table
        caption={t('refund.file.taken')}
        head={(['paid-on', 'method', 'captured', 'refunded', 'taken-back', 'left'] as const).map((name) => t(`refund.file.${name}`))}
        numeric={[2, 3, 4, 5]}
        rows={payments.map((payment) => [
          payment.takenAt ? <InstantText key="at" t={t} at={payment.takenAt} /> : '',
          methodWords(t, payment.method),
          t.money(payment.capturedCents),
          t.money(payment.refundedCents),
          t.money(payment.takenBackCents),
          t.money(payment.leftCents),
        ])}
      />
    </Card>
  )
}

function Refunds(props: MoneyProps & { refunds: readonly OfficeRefund[] }) {
  const { t, refunds } = props
  if (refunds.length === 0)
    return (
      <EmptyState title={t('refund.list.title')}>
        <p>{t('refund.list.none')}</p>
      </EmptyState>
    )
  return (
    <section class="stack" aria-labelledby="refunds">
      <h2 id="refunds">{t('refund.list.title')}</h2>
      {refunds.map((refund) => (
        <RefundCard key={refund.id} {...props} refund={refund} />
      ))}
    </section>
  )
}

function Ask({ t, model, form, context, startKey, reasons }: MoneyProps) {
  const left = model.payments.filter(({ leftCents }) => leftCents > 0)
  if (left.length === 0)
    return (
      <Card title={t('refund.ask.title')}>
        <p>{t('refund.ask.none-left')}</p>
      </Card>
    )
  return (
    <Card title={t('refund.ask.title')} plate>
      <FormShell action={officePaths.refund(context.params)} csrfToken={context.csrfToken()} idempotencyKey={startKey}>
        <WhichPayment t={t} form={form} left={left} />
        <TextField
          name="amount"
          label={t('refund.ask.amount')}
          hint={t('refund.ask.amount-hint')}
          value={form.value('amount')}
          error={form.error('amount')}
          autocomplete="off"
          width={10}
        />
        <Select
          name="reason"
          label={t('refund.ask.reason')}
          prompt={t('refund.ask.reason-empty')}
          options={reasons}
          value={form.value('reason')}
          error={form.error('reason')}
        />
        <TextArea
          name="note"
          label={t('refund.ask.note')}
          hint={t('refund.ask.note-hint')}
          value={form.value('note')}
          error={form.error('note')}
          rows={4}
        />
        <Button>{t('refund.ask.submit')}</Button>
      </FormShell>
    </Card>
  )
}

/** A choice where there is one: of one payment it is said what is left. */
function WhichPayment({ t, form, left }: Pick<MoneyProps, 't' | 'form'> & { left: readonly TakenPayment[] }) {
  const wordsOf = ({ capturedCents, takenAt, leftCents }: TakenPayment) => ({
    amount: t.money(capturedCents),
    on: takenAt ? t.day(takenAt.toZonedDateTimeISO(t.timeZone).toPlainDate()) : '',
    left: t.money(leftCents),
  })
  const [only, ...others] = left
  const error = form.error('payment')
  if (only && others.length === 0 && !error)
    return (
      <>
        <p>{t('refund.ask.payment-only', wordsOf(only))}</p>
        <input type="hidden" name="payment" value={only.id} />
      </>
    )
  return (
    <Select
      name="payment"
      label={t('refund.ask.payment')}
      prompt={t('refund.ask.payment-empty')}
      options={left.map((payment) => ({ value: payment.id, label: t('refund.ask.payment-words', wordsOf(payment)) }))}
      value={form.value('payment')}
      error={error}
    />
  )
}
