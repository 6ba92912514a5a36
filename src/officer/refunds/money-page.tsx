import { agencyText } from '../../agency/index.ts'
import { FormPage } from '../../accounts/index.ts'
import { notFound, seeOther } from '../../platform/http/answer.ts'
import { longTextField, parsedField, textField } from '../../platform/http/field.ts'
import { type Context, page, records } from '../../platform/http/page.ts'
import { isId, newId } from '../../platform/ids.ts'
import { officePaths } from '../../platform/paths.ts'
import { idempotencyFieldName } from '../../ui/index.ts'
import { staffWho } from '../sessions/access.ts'
import { MoneyView } from './money-view.tsx'
import { moneyFile } from './money-file.ts'
import { askRefund } from './refund-acts.ts'
import { saidIn } from './said.ts'

type CaseContext = Context<{ receiptNumber: string }>

const toCase = ({ params }: Pick<CaseContext, 'params'>) => seeOther(officePaths.case(params))

/** Whole cents out of “415.00”, “$1,240” or “85.5” spelt whole; more than nothing, and less than ten million dollars. */
export function centsIn(typed: string): { value: number } | { error: 'refund.ask.amount-wrong' } {
  const found = /^\$?\s?(\d{1,7}|\d{1,3}(?:,\d{3}){1,2})(?:\.(\d{2}))?$/.exec(typed)
  const cents = found ? Number(found[1]?.replaceAll(',', '')) * 100 + Number(found[2] ?? 0) : 0
  return cents > 0 ? { value: cents } : { error: 'refund.ask.amount-wrong' }
}

const keyField = parsedField<string>({ empty: 'refund.ask.no-payment', most: 60 }, (typed) =>
  isId(typed) ? { value: typed } : { error: 'refund.ask.no-payment' },
)

/** `/cases/<receipt number>/refund`: what was taken, what was given back, and the form that asks for a refund. */
export const moneyPage = page({
  path: officePaths.refund,
  access: staffWho('ask-refund'),
  audit: records(askRefund),
  load: async (context: CaseContext) => {
    const file = await context.read(moneyFile, context.params)
    if (!file || !context.services.agency.refundReasons) return notFound
    return file.state === 'open' ? file : toCase(context)
  },
  fields: {
    payment: textField({ empty: 'refund.ask.payment-empty', most: 60 }),
    amount: parsedField<number>({ empty: 'refund.ask.amount-empty', most: 20 }, centsIn),
    reason: textField({ empty: 'refund.ask.reason-empty', most: 60 }),
    note: longTextField({ empty: 'refund.ask.note-empty', most: 2000 }),
    [idempotencyFieldName]: keyField,
  },
  view: ({ t, model, form, context }) => ({
    title: t('refund.file.title'),
    wide: true,
    body: (
      <FormPage t={t} form={form} title={t('refund.file.title')}>
        <MoneyView
          t={t}
          model={model}
          form={form}
          context={context}
          startKey={newId()}
          reasons={(context.services.agency.refundReasons ?? []).map((value) => ({
            value,
            label: agencyText(context.services.agency, t, 'agency', `refund.reason.${value}`),
          }))}
          said={saidIn(context.query)}
        />
      </FormPage>
    ),
  }),
  submit: {
    operation: askRefund,
    input: ({ payment, amount, reason, note, [idempotencyFieldName]: key }, { params }) => ({
      key: key as string,
      receiptNumber: params.receiptNumber,
      payment,
      amountCents: amount,
      reason,
      note,
    }),
    shows: {
      'unknown-case': () => notFound,
      'file-not-opened': toCase,
      'no-payment': { at: 'payment', key: 'refund.ask.no-payment' },
      'too-much': { at: 'amount', key: 'refund.ask.too-much' },
      'no-reason': { at: 'reason', key: 'refund.ask.reason-empty' },
    },
    then: (_asked, { params }) => seeOther(`${officePaths.refund(params)}?said=asked`),
  },
})
