import { FormPage, signedIn } from '../../../accounts/index.ts'
import type { FilledTray } from '../../../evidence/index.ts'
import { trayProblems } from '../../../evidence/index.ts'
import { type Answer, isAnswer, notFound, seeOther } from '../../../platform/http/answer.ts'
import { choicesField, longTextField } from '../../../platform/http/field.ts'
import { type Context, page, records } from '../../../platform/http/page.ts'
import { paths } from '../../../platform/paths.ts'
import { beginFiles } from '../begin-files.ts'
import { type OwnRequest, ownAskFiles, type ShownAsk } from '../own-requests.ts'
import { answerCharactersMost } from '../request.ts'
import { saveAnswer } from '../save-answer.ts'
import { AskView } from './ask-view.tsx'
import { loadRequest } from './load-request.ts'
import { RequestHead } from './request-page.tsx'
import { askShown } from '../request-words.ts'
import { versionField } from './version-field.ts'

export type AskContext = Context<{ receiptNumber: string; request: string; ask: string }>
export interface AskModel extends OwnRequest {
  readonly ask: ShownAsk
  readonly tray: FilledTray | null
}

export const toRequest = (context: { params: { receiptNumber: string; request: string } }, said = ''): Answer => seeOther(paths.request(context.params) + said)

async function loadAsk(context: AskContext): Promise<AskModel | Answer> {
  const model = await loadRequest(context)
  if (isAnswer(model)) return model
  const ask = model.asks.find(({ id }) => id === context.params.ask)
  if (!ask) return notFound
  if (!model.isOpen) return toRequest(context)
  const { receiptNumber, request } = context.params
  if (!ask.gathered?.tray) await context.perform(beginFiles, { receiptNumber, request, ask: ask.id })
  return { ...model, ask, tray: await context.read(ownAskFiles, { caseId: model.case.id, ask: ask.id }) }
}

/** `/cases/<receipt number>/requests/<id>/asks/<ask>`: one thing that is asked, and what one answers to it, kept until all is sent. */
export const askPage = page({
  path: paths.requestAsk,
  access: signedIn,
  audit: records(saveAnswer, beginFiles),
  load: loadAsk,
  loadsToShow: true,
  fields: {
    text: longTextField({ empty: 'requests.ask.lacks.why', most: answerCharactersMost, optional: true }),
    lacks: choicesField(['yes']),
    version: versionField,
  },
  view: ({ t, model, form, context }) => {
    const { agency } = context.services
    const { title } = askShown(agency, t, model.ask)
    const problems = model.tray ? trayProblems({ t, agency, filled: model.tray, query: context.query }) : []
    const heading = t('requests.ask.title', { number: model.ask.ordinal, title })
    return {
      title: heading,
      script: 'uploads.js',
      body: (
        <>
          <RequestHead t={t} agency={agency} model={model} further={{ words: title }} />
          <FormPage t={t} form={form.errors.length > 0 ? form : { ...form, errors: problems }} title={heading}>
            <AskView t={t} agency={agency} model={model} form={form} context={context} />
          </FormPage>
        </>
      ),
    }
  },
  submit: {
    operation: saveAnswer,
    input: ({ text, lacks, version }, { params }) => ({ ...params, text: text as string, lacks: (lacks as string[]).length > 0, version: version as number }),
    shows: {
      'unknown-request': () => notFound,
      'not-open': (context) => toRequest(context, '?refused=too-late'),
      'changed-meanwhile': { at: 'text', key: 'requests.ask.changed' },
      'too-many-attempts': { at: '', key: 'requests.ask.too-many' },
    },
    then: (_saved, { params }) => seeOther(`${paths.requestAsk(params)}?saved=yes`),
  },
})
