import { FormPage } from '../../accounts/index.ts'
import type { AgencyPack } from '../../agency/index.ts'
import { type Answer, notFound, seeOther } from '../../platform/http/answer.ts'
import { type Field, right } from '../../platform/http/field.ts'
import { type Context, page, records } from '../../platform/http/page.ts'
import { postedText } from '../../platform/http/posted.ts'
import { officePaths } from '../../platform/paths.ts'
import { Breadcrumb } from '../../ui/index.ts'
import { staffWho } from '../sessions/access.ts'
import { ComposeView } from './compose-view.tsx'
import { type Composing, composing } from './composing.ts'
import { draftField } from './draft-field.ts'
import { saveRequestDraft } from './request-acts.ts'

export type ComposeContext = Context<{ receiptNumber: string }>
/** The agency beside it: which asks there are is judged by the form of the case. */
export type ComposeModel = Composing & { readonly agency: AgencyPack }

export const toCase = ({ params }: Pick<ComposeContext, 'params'>): Answer => seeOther(officePaths.case({ receiptNumber: params.receiptNumber }))

export async function loadComposing(context: ComposeContext): Promise<ComposeModel | Answer> {
  const found = await context.read(composing, context.params)
  if (!found || found === 'unknown-case') return notFound
  return found === 'file-not-opened' ? toCase(context) : { ...found, agency: context.services.agency }
}

/** Which saving the officer had before them; whatever else is posted fits none. */
export const versionField: Field<number> = { echo: true, parse: (posted, name) => right(Math.max(0, Number.parseInt(postedText(posted, name), 10) || 0)) }

const nextField: Field<'preview' | 'here'> = { echo: false, parse: (posted, name) => right(postedText(posted, name) === 'preview' ? 'preview' : 'here') }

/** `/cases/<receipt number>/evidence-request`, for who opened the file: a request is composed, kept, and looked at before it goes. */
export const composePage = page({
  path: officePaths.composeRequest,
  access: staffWho('ask-for-evidence'),
  audit: records(saveRequestDraft),
  load: loadComposing,
  fields: { draft: draftField, version: versionField, next: nextField },
  view: ({ t, model, form, context }) => ({
    title: t('office-requests.title'),
    body: (
      <>
        <Breadcrumb t={t} trail={[{ words: t('officer.case.crumb'), href: officePaths.case(context.params) }, { words: t('office-requests.title') }]} />
        <FormPage t={t} form={form} title={t('office-requests.title')}>
          <ComposeView t={t} model={model} form={form} context={context} />
        </FormPage>
      </>
    ),
  }),
  submit: {
    operation: saveRequestDraft,
    input: ({ draft, version }, { params }) => ({ receiptNumber: params.receiptNumber, draft, version }),
    shows: {
      'unknown-case': () => notFound,
      'file-not-opened': toCase,
      'changed-meanwhile': { at: '', key: 'office-requests.changed' },
    },
    then: (_saved, { params }, _model, { next }) => seeOther(next === 'preview' ? officePaths.previewRequest(params) : `${officePaths.composeRequest(params)}?saved=yes`),
  },
})
