import { FormPage } from '../../accounts/index.ts'
import { statusTitle } from '../../cases/index.ts'
import { deadlineOf, draftFault, type KeptDraft, requestKind, RequestPreview } from '../../correspondence/index.ts'
import { type Answer, isAnswer, notFound, seeOther } from '../../platform/http/answer.ts'
import { pressField } from '../../platform/http/field.ts'
import { page, records } from '../../platform/http/page.ts'
import { newId } from '../../platform/ids.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { officePaths } from '../../platform/paths.ts'
import { Alert, Breadcrumb, Button, ButtonLink, ButtonRow, Card, FormShell, idempotencyFieldName } from '../../ui/index.ts'
import { staffWho } from '../sessions/access.ts'
import { type ComposeContext, type ComposeModel, loadComposing, toCase, versionField } from './compose-page.tsx'
import { sendEvidenceRequest } from './request-acts.ts'

type PreviewModel = ComposeModel & { readonly draft: KeptDraft }

const toComposing = (said = '') => (context: Pick<ComposeContext, 'params'>): Answer => seeOther(officePaths.composeRequest(context.params) + said)

async function loadPreview(context: ComposeContext): Promise<PreviewModel | Answer> {
  const model = await loadComposing(context)
  if (isAnswer(model)) return model
  const { draft } = model
  return draft ? { ...model, draft } : toComposing()(context)
}

/** As a person will read it, with the deadline that it would have if it went now. */
function AsRead({ t, model }: { t: Text; model: PreviewModel }) {
  const { agency, draft, form, isMailed, now } = model
  const kind = requestKind(agency, draft.kind)
  const { dueAt } = deadlineOf(agency, kind, { form, isMailed, sentAt: now })
  const days = kind.formDays?.[form] ?? kind.days
  return <RequestPreview t={t} agency={agency} request={{ kind: kind.code, words: draft.words, days, isMailed, dueAt }} asks={draft.asks.map((ask) => ({ code: ask.code, words: ask }))} />
}

function SendCard({ t, model, context }: { t: Text; model: PreviewModel; context: ComposeContext }) {
  const fault = draftFault(context.services, model.draft)
  const status = statusTitle(model.agency, t, requestKind(model.agency, model.draft.kind).status)
  return (
    <Card title={t('office-requests.send.title')} plate>
      {fault ? (
        <Alert kind="act">
          <p>{t(`office-requests.fault.${fault}`)}</p>
        </Alert>
      ) : (
        <>
          <p>{t('office-requests.send.about', { status })}</p>
          {model.isMailed ? <p>{t('office-requests.send.mailed', { days: model.agency.evidenceRequests.mailedExtraDays })}</p> : null}
          <FormShell action={officePaths.previewRequest(context.params)} csrfToken={context.csrfToken()} idempotencyKey={newId()} class="inline-form">
            <input type="hidden" name="version" value={model.draft.version} />
            <Button>{t('office-requests.send')}</Button>
          </FormShell>
        </>
      )}
      <ButtonRow>
        <ButtonLink href={officePaths.composeRequest(context.params)} look="quiet">
          {t('office-requests.change')}
        </ButtonLink>
      </ButtonRow>
    </Card>
  )
}

/** `/cases/<receipt number>/evidence-request/preview`: the request as its person will read it, and **Send request**. */
export const previewRequestPage = page({
  path: officePaths.previewRequest,
  access: staffWho('ask-for-evidence'),
  audit: records(sendEvidenceRequest),
  load: loadPreview,
  loadsToShow: true,
  fields: { version: versionField, [idempotencyFieldName]: pressField },
  view: ({ t, model, form, context }) => ({
    title: t('office-requests.preview.title'),
    body: (
      <>
        <Breadcrumb
          t={t}
          trail={[
            { words: t('officer.case.crumb'), href: officePaths.case(context.params) },
            { words: t('office-requests.title'), href: officePaths.composeRequest(context.params) },
            { words: t('office-requests.preview.title') },
          ]}
        />
        <FormPage t={t} form={form} title={t('office-requests.preview.title')}>
          <p class="lead">{t('office-requests.preview.about')}</p>
          <AsRead t={t} model={model} />
          <SendCard t={t} model={model} context={context} />
        </FormPage>
      </>
    ),
  }),
  submit: {
    operation: sendEvidenceRequest,
    input: ({ version, [idempotencyFieldName]: press }, { params }) => ({ receiptNumber: params.receiptNumber, version: version as number, press: press as string }),
    shows: {
      'unknown-case': () => notFound,
      'file-not-opened': toCase,
      'changed-meanwhile': toComposing('?said=changed'),
      'request-open': { at: '', key: 'office-requests.fault.request-open' },
      'nothing-asked': { at: '', key: 'office-requests.fault.nothing-asked' },
      'no-grounds': { at: '', key: 'office-requests.fault.no-grounds' },
      'not-a-next-status': { at: '', key: 'office-requests.fault.not-next' },
    },
    then: ({ request }, { params }) => seeOther(`${officePaths.request({ receiptNumber: params.receiptNumber, request })}?said=sent`),
  },
})
