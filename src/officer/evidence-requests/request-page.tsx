import { FormPage } from '../../accounts/index.ts'
import { kindShort, withdrawalWordsMost } from '../../correspondence/index.ts'
import { type Answer, notFound, seeOther } from '../../platform/http/answer.ts'
import { longTextField } from '../../platform/http/field.ts'
import { action, type Context, page, records } from '../../platform/http/page.ts'
import { officePaths } from '../../platform/paths.ts'
import { Alert, Breadcrumb } from '../../ui/index.ts'
import { staffWho } from '../sessions/access.ts'
import { type RequestOfFile, requestOfFile } from './composing.ts'
import { noteRequestSeen, takeRequestBack } from './request-acts.ts'
import { RequestView } from './request-view.tsx'

export type RequestContext = Context<{ receiptNumber: string; request: string }>

const toCase = ({ params }: Pick<RequestContext, 'params'>) => seeOther(officePaths.case({ receiptNumber: params.receiptNumber }))
const toRequest = (said: (typeof saids)[number]) => (context: Pick<RequestContext, 'params'>) => seeOther(`${officePaths.request(context.params)}?said=${said}`)

async function opened(context: RequestContext): Promise<RequestOfFile | Answer> {
  const found = await context.read(requestOfFile, context.params)
  if (!found || found === 'unknown-case') return notFound
  return found === 'file-not-opened' ? toCase(context) : found
}

const saids = ['sent', 'withdrawn', 'not-open', 'noted'] as const

/** `/cases/<receipt number>/evidence-requests/<id>`, for who opened the file: what was asked, each with what was answered; **Take back**. */
export const requestPage = page({
  path: officePaths.request,
  access: staffWho('read-file'),
  audit: records(takeRequestBack),
  load: opened,
  loadsToShow: true,
  fields: { why: longTextField({ empty: 'office-requests.withdraw.why-empty', most: withdrawalWordsMost }) },
  view: ({ t, model, form, context }) => {
    const { agency } = context.services
    const title = kindShort(agency, t, model.request.kind)
    const said = saids.find((each) => each === context.query.said)
    return {
      title,
      body: (
        <>
          <Breadcrumb t={t} trail={[{ words: t('officer.case.crumb'), href: officePaths.case({ receiptNumber: context.params.receiptNumber }) }, { words: title }]} />
          {said && form.errors.length === 0 ? (
            <Alert kind={said === 'not-open' ? 'warn' : 'good'} live>
              <p>{t(`office-requests.said.${said}`)}</p>
            </Alert>
          ) : null}
          <FormPage t={t} form={form} title={title}>
            {model.isProtected ? (
              <Alert kind="warn" title={t('officer.case.protected.title')}>
                <p>{t('officer.case.protected.body')}</p>
              </Alert>
            ) : null}
            <RequestView t={t} agency={agency} model={model} form={form} context={context} />
          </FormPage>
        </>
      ),
    }
  },
  submit: {
    operation: takeRequestBack,
    input: ({ why }, { params }) => ({ ...params, why: why as string }),
    shows: { 'unknown-case': () => notFound, 'file-not-opened': toCase, 'unknown-request': () => notFound, 'not-open': toRequest('not-open') },
    then: (_withdrawn, context) => toRequest('withdrawn')(context),
  },
})

/** **I have seen this**: the answer was read or none came, and the request leaves the lists of those. */
export const noteSeenAction = action({
  path: officePaths.noteSeen,
  access: staffWho('ask-for-evidence'),
  audit: records(noteRequestSeen),
  back: toRequest('not-open'),
  submit: {
    operation: noteRequestSeen,
    input: (_values, { params }) => params as RequestContext['params'],
    shows: {
      'unknown-case': () => notFound,
      'file-not-opened': toCase,
      'unknown-request': () => notFound,
      'not-allowed': toCase,
      'too-many-attempts': toRequest('not-open'),
    },
    then: (_noted, context) => toRequest('noted')(context as unknown as RequestContext),
  },
})
