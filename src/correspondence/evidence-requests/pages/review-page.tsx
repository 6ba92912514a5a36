import { FormPage, signedIn } from '../../../accounts/index.ts'
import { type Answer, isAnswer, notFound } from '../../../platform/http/answer.ts'
import { choicesField, pressField } from '../../../platform/http/field.ts'
import { type Context, type FormState, page, records } from '../../../platform/http/page.ts'
import { newId } from '../../../platform/ids.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { paths } from '../../../platform/paths.ts'
import { Alert, Button, ButtonLink, Card, CheckboxGroup, EmptyState, FormShell, idempotencyFieldName } from '../../../ui/index.ts'
import type { OwnRequest } from '../own-requests.ts'
import { sendAnswer } from '../send-answer.ts'
import { toRequest } from './ask-page.tsx'
import { GivenAnswers } from './given-answers.tsx'
import { loadRequest } from './load-request.ts'
import { RequestHead } from './request-page.tsx'
import { viewerOf } from './request-parts.tsx'

type ReviewContext = Context<{ receiptNumber: string; request: string }>

async function loadReview(context: ReviewContext): Promise<OwnRequest | Answer> {
  const model = await loadRequest(context)
  return isAnswer(model) || model.isOpen ? model : toRequest(context)
}

type ReviewProps = { t: Text; model: OwnRequest; form: FormState; context: ReviewContext }

/** The one send; where something is missing, what that means is read and ticked before. */
function SendForm({ t, model, form, context }: ReviewProps) {
  const missing = model.asks.filter(({ isAnswered }) => !isAnswered).length
  if (missing === model.asks.length)
    return (
      <EmptyState title={t('requests.review.nothing.title')} action={{ href: paths.request(context.params), words: t('requests.review.back') }}>
        <p>{t('requests.review.nothing')}</p>
      </EmptyState>
    )
  return (
    <>
      <Alert kind="warn" title={t(missing > 0 ? 'requests.review.part.title' : 'requests.review.whole.title')}>
        <p>{missing > 0 ? t('requests.review.part', { count: missing }) : t('requests.review.whole')}</p>
      </Alert>
      <Card plate>
        <FormShell action={paths.reviewAnswer(context.params)} csrfToken={context.csrfToken()} idempotencyKey={newId()} class="form">
          {missing > 0 ? (
            <CheckboxGroup
              name="understands"
              label={t('requests.rules.title')}
              options={[{ value: 'yes', label: t('requests.review.part.tick') }]}
              values={form.values('understands')}
              error={form.error('understands')}
            />
          ) : null}
          <Button>{t('requests.review.send')}</Button>
        </FormShell>
        <p>
          <ButtonLink href={paths.request(context.params)} look="plain">
            {t('requests.review.back')}
          </ButtonLink>
        </p>
      </Card>
    </>
  )
}

/** `/cases/<receipt number>/requests/<id>/review`: everything as it will be read, and **Send answer**, once. */
export const reviewAnswerPage = page({
  path: paths.reviewAnswer,
  access: signedIn,
  audit: records(sendAnswer),
  load: loadReview,
  loadsToShow: true,
  fields: { understands: choicesField(['yes']), [idempotencyFieldName]: pressField },
  view: ({ t, model, form, context }) => {
    const { agency } = context.services
    const { receiptNumber, id: request } = model.request
    return {
      title: t('requests.review.title'),
      body: (
        <>
          <RequestHead t={t} agency={agency} model={model} further={{ words: t('requests.review') }} />
          <FormPage t={t} form={form} title={t('requests.review.title')}>
            <p class="lead">{t('requests.review.lead')}</p>
            <div class="stack">
              <GivenAnswers t={t} receiptNumber={receiptNumber} agency={agency} viewer={viewerOf(model)} asks={model.asks} changeAt={(ask) => paths.requestAsk({ receiptNumber, request, ask: ask.id })} />
              <SendForm t={t} model={model} form={form} context={context} />
            </div>
          </FormPage>
        </>
      ),
    }
  },
  submit: {
    operation: sendAnswer,
    input: ({ understands, [idempotencyFieldName]: press }, { params }) => ({ ...params, understands: (understands as string[]).length > 0, press: press as string }),
    shows: {
      'unknown-request': () => notFound,
      'answered-before': (context) => toRequest(context, '?refused=answered-before'),
      withdrawn: (context) => toRequest(context, '?refused=withdrawn'),
      'too-late': (context) => toRequest(context, '?refused=too-late'),
      'nothing-answered': { at: '', key: 'requests.review.nothing' },
      'files-not-ready': { at: '', key: 'requests.files.not-ready' },
      'others-files-not-ready': { at: '', key: 'requests.files.not-ready.others' },
      'part-not-understood': { at: 'understands', key: 'requests.review.part.empty' },
    },
    then: (_sent, context) => toRequest(context),
  },
})
