import { FormPage } from '../../accounts/index.ts'
import { type AgencyPack, agencyText } from '../../agency/index.ts'
import { type Inquiry, inquiryCharactersMost } from '../../correspondence/index.ts'
import { notFound, seeOther } from '../../platform/http/answer.ts'
import { longTextField, textField } from '../../platform/http/field.ts'
import { type Context, type FormState, page, records } from '../../platform/http/page.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { officePaths } from '../../platform/paths.ts'
import { Alert, Breadcrumb, Button, Card, DayText, FormShell, InstantText, NumberText, Select, TextArea } from '../../ui/index.ts'
import { mayDo } from '../may.ts'
import { staffWho } from '../sessions/access.ts'
import { answerQuestion, inquiryOfFile } from './inquiry-acts.ts'

type InquiryContext = Context<{ receiptNumber: string; inquiry: string }>
type Shown = { t: Text; agency: AgencyPack; inquiry: Inquiry }

function Question({ t, inquiry: { side, text, at, expectedOn } }: Shown) {
  return (
    <Card title={t(`inquiry.office.by.${side}`)}>
      <p class="muted">
        <InstantText t={t} at={at} /> · {t('inquiry.office.head.expected')}: <DayText t={t} day={expectedOn} />
      </p>
      <p class="preserved" dir="auto">
        {text}
      </p>
    </Card>
  )
}

function Answered({ t, agency, inquiry: { answer } }: Shown) {
  if (!answer) return null
  return (
    <Card title={agencyText(agency, t, 'messages', `inquiry.outcome.${answer.outcome}`)}>
      <p class="muted">
        {t('inquiry.office.answered')}: <InstantText t={t} at={answer.at} />
      </p>
      <p class="preserved" dir="auto">
        {answer.text}
      </p>
    </Card>
  )
}

function Answer({ t, agency, inquiry, form, context }: Shown & { form: FormState; context: InquiryContext }) {
  if (inquiry.answer || !mayDo(context.actor, 'answer-messages')) return null
  const { replies, outcomes } = agency.inquiries
  const words = (key: string) => agencyText(agency, t, 'messages', `inquiry.${key}`)
  const action = officePaths.inquiry(context.params)
  const reply = replies.find((each) => each === context.query.reply)
  const written = reply ? words(`reply.${reply}.text`) : ''
  return (
    <Card title={t('inquiry.office.answer.title')} plate>
      <form class="form" method="get" action={action}>
        <Select
          name="reply"
          label={t('inquiry.office.canned')}
          hint={t('inquiry.office.canned.hint')}
          prompt={t('inquiry.office.canned.prompt')}
          options={replies.map((value) => ({ value, label: words(`reply.${value}.title`) }))}
          value={reply}
        />
        <Button look="quiet">{t('inquiry.office.canned.use')}</Button>
      </form>
      <FormShell action={action} csrfToken={context.csrfToken()}>
        <Select
          name="outcome"
          label={t('inquiry.office.outcome')}
          prompt={t('inquiry.office.outcome.prompt')}
          options={outcomes.map((value) => ({ value, label: words(`outcome.${value}`) }))}
          value={form.value('outcome')}
          error={form.error('outcome')}
        />
        <TextArea
          name="text"
          label={t('inquiry.office.text')}
          hint={t('inquiry.office.text.hint', { most: t.number(inquiryCharactersMost) })}
          value={form.errors.length > 0 ? form.value('text') : written}
          error={form.error('text')}
          rows={8}
        />
        <Button>{t('inquiry.office.send')}</Button>
      </FormShell>
    </Card>
  )
}

const toCase = ({ params: { receiptNumber } }: Pick<InquiryContext, 'params'>) => seeOther(officePaths.case({ receiptNumber }))

/** `/cases/<receipt number>/inquiries/<inquiry>`, for who opened the file: the question, and **Send answer** with what came of it. */
export const inquiryPage = page({
  path: officePaths.inquiry,
  access: staffWho('read-messages'),
  audit: records(answerQuestion),
  load: async (context: InquiryContext) => {
    const found = await context.read(inquiryOfFile, context.params)
    if (!found) return notFound
    return found.state === 'closed' ? toCase(context) : found
  },
  fields: {
    outcome: textField({ empty: 'inquiry.office.outcome.empty', most: 60 }),
    text: longTextField({ empty: 'inquiry.office.text.empty', most: inquiryCharactersMost }),
  },
  view: ({ t, model: { inquiry }, form, context }) => {
    const { agency } = context.services
    const title = agencyText(agency, t, 'messages', `inquiry.${inquiry.reason}`)
    const { receiptNumber } = inquiry
    const shown = { t, agency, inquiry }
    return {
      title,
      body: (
        <>
          <Breadcrumb
            t={t}
            trail={[
              { words: t('inquiry.office.title'), href: officePaths.inquiries() },
              { words: t('officer.case.crumb'), href: officePaths.case({ receiptNumber }) },
              { words: title },
            ]}
          />
          {context.query.said === 'answered' && form.errors.length === 0 ? (
            <Alert kind="good" live>
              <p>{t('inquiry.office.said')}</p>
            </Alert>
          ) : null}
          <FormPage t={t} form={form} title={title}>
            <p class="muted">
              <NumberText t={t} kind="receipt" value={receiptNumber} />
            </p>
            <div class="stack">
              <Question {...shown} />
              <Answered {...shown} />
              <Answer {...shown} form={form} context={context} />
            </div>
          </FormPage>
        </>
      ),
    }
  },
  submit: {
    operation: answerQuestion,
    input: ({ outcome, text }, { params }) => ({ ...params, outcome, text }),
    shows: {
      'unknown-case': () => notFound,
      'file-not-opened': toCase,
      'unknown-inquiry': () => notFound,
      'unknown-outcome': { at: 'outcome', key: 'inquiry.office.outcome.empty' },
      'answered-before': { at: '', key: 'inquiry.office.answered-before' },
    },
    then: (_answered, { params }) => seeOther(`${officePaths.inquiry(params)}?said=answered`),
  },
})
