import { FormPage, signedIn } from '../../../accounts/index.ts'
import { type AgencyPack, agencyText } from '../../../agency/index.ts'
import { parseReceiptNumber } from '../../../cases/index.ts'
import { notFound, seeOther } from '../../../platform/http/answer.ts'
import { longTextField, pressField, textField } from '../../../platform/http/field.ts'
import { type Context, type FormState, page, records } from '../../../platform/http/page.ts'
import { newId } from '../../../platform/ids.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { paths } from '../../../platform/paths.ts'
import { Alert, Breadcrumb, Button, Card, FormShell, idempotencyFieldName, NumberText, RadioGroup, TextArea } from '../../../ui/index.ts'
import { askInquiry, type OwnInquiries, ownInquiries } from '../ask-inquiry.ts'
import { inquiryCharactersMost } from '../inquiry.ts'
import { AskedBefore, reasonWords } from './asked-before.tsx'

type InquiryContext = Context<{ receiptNumber: string }>
type Shown = { t: Text; agency: AgencyPack; model: OwnInquiries }
type Reason = OwnInquiries['reasons'][number]

/** Why a reason cannot be chosen, in words. */
function whyNot(t: Text, { not, waits }: Reason): string {
  if (waits) return t('inquiry.not.waits')
  if (not?.because === 'usual-time' || not?.because === 'wait') return t(`inquiry.not.${not.because}`, { until: t.day(not.until), days: not.days })
  return t(`inquiry.not.${not?.because ?? 'status'}`)
}

/** What cannot be asked now, and from when it can. */
function NotNow({ t, agency, model }: Shown) {
  const reasons = model.reasons.filter(({ not, waits }) => not || waits)
  if (reasons.length === 0) return null
  return (
    <Card title={t('inquiry.not.title')}>
      <ul class="plain-list">
        {reasons.map((reason) => (
          <li key={reason.id}>
            <p>
              <strong>{reasonWords(agency, t, reason.id)}</strong>
              <br />
              {whyNot(t, reason)}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** `about`: the reason that led here; chosen already, where it is one now. */
function AskForm({ t, agency, model, form, csrfToken, about }: Shown & { form: FormState; csrfToken: string; about: string | undefined }) {
  const reasons = model.reasons.filter(({ not, waits }) => !not && !waits)
  if (reasons.length === 0) return null
  return (
    <Card title={t('inquiry.ask.title')} plate>
      <FormShell action={paths.inquiries({ receiptNumber: model.case.receiptNumber })} csrfToken={csrfToken} idempotencyKey={newId()}>
        <RadioGroup
          name="reason"
          label={t('inquiry.reason')}
          options={reasons.map(({ id, answerDays }) => ({
            value: id,
            label: reasonWords(agency, t, id),
            hint: `${agencyText(agency, t, 'messages', `inquiry.${id}.needs`)} ${t('inquiry.answer-within', { count: answerDays })}`,
          }))}
          value={form.value('reason') || (reasons.find(({ id }) => id === about)?.id ?? '')}
          error={form.error('reason')}
        />
        <TextArea
          name="text"
          label={t('inquiry.text')}
          hint={t('inquiry.text.hint', { most: t.number(inquiryCharactersMost) })}
          value={form.value('text')}
          error={form.error('text')}
          rows={6}
        />
        <Button>{t('inquiry.send')}</Button>
      </FormShell>
    </Card>
  )
}

/** `/cases/<receipt number>/inquiry`: **Ask about my case**. Somebody else's case is answered like one that does not exist. */
export const inquiryPage = page({
  path: paths.inquiries,
  access: signedIn,
  audit: records(askInquiry),
  load: async (context: InquiryContext) => {
    const parsed = parseReceiptNumber(context.params.receiptNumber, context.services.agency.receipts.prefixes)
    return (parsed.ok ? await context.read(ownInquiries, { receiptNumber: parsed.number }) : null) ?? notFound
  },
  fields: {
    reason: textField({ empty: 'inquiry.reason.empty', most: 60 }),
    text: longTextField({ empty: 'inquiry.text.empty', most: inquiryCharactersMost }),
    [idempotencyFieldName]: pressField,
  },
  view: ({ t, model, form, context }) => {
    const { agency } = context.services
    const { receiptNumber } = model.case
    const shown = { t, agency, model }
    return {
      title: t('inquiry.title'),
      body: (
        <>
          <Breadcrumb
            t={t}
            trail={[
              { words: t('ui.nav.account'), href: paths.account() },
              { words: t('messages.crumb.case'), href: paths.case({ receiptNumber }) },
              { words: t('inquiry.title') },
            ]}
          />
          <FormPage t={t} form={form} title={t('inquiry.title')}>
            <p class="muted">
              <NumberText t={t} kind="receipt" value={receiptNumber} />
            </p>
            <div class="stack">
              {context.query.sent === 'yes' && form.errors.length === 0 ? (
                <Alert kind="good" live title={t('inquiry.sent.title')}>
                  <p>{t('inquiry.sent.about')}</p>
                </Alert>
              ) : null}
              <p class="lead">{t('inquiry.lead')}</p>
              <AskedBefore {...shown} />
              <AskForm {...shown} form={form} csrfToken={context.csrfToken()} about={context.query.reason} />
              <NotNow {...shown} />
              <p>
                {t.rich('inquiry.else', { messages: <a href={paths.messages({ receiptNumber })}>{t('inquiry.else.link')}</a> })}
              </p>
            </div>
          </FormPage>
        </>
      ),
    }
  },
  submit: {
    operation: askInquiry,
    input: ({ reason, text, [idempotencyFieldName]: press }, { params }) => ({ receiptNumber: params.receiptNumber, reason, text, press: press as string }),
    shows: {
      'unknown-case': () => notFound,
      'unknown-reason': { at: 'reason', key: 'inquiry.reason.empty' },
      'too-early': { at: 'reason', key: 'inquiry.too-early' },
      'asked-already': { at: 'reason', key: 'inquiry.not.waits' },
      'too-many-attempts': { at: '', key: 'inquiry.too-many' },
    },
    then: (_asked, { params }) => seeOther(`${paths.inquiries(params)}?sent=yes`),
  },
})
