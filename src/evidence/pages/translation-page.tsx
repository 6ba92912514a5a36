import { signedIn } from '../../accounts/index.ts'
import type { AgencyPack, TranslationRules } from '../../agency/index.ts'
import { type Answer, isAnswer, notFound, seeOther } from '../../platform/http/answer.ts'
import { choiceField, textField } from '../../platform/http/field.ts'
import { type Context, page, records } from '../../platform/http/page.ts'
import { paths } from '../../platform/paths.ts'
import { describeFile } from '../description/describe-file.ts'
import { descriptionOf } from '../description/description.ts'
import type { EvidenceFile } from '../evidence-file.ts'
import type { ResumableUpload } from '../resumable/resumable-upload.ts'
import { isOriginal, translationFinding, translationsOf } from '../translation/translation.ts'
import type { EvidenceParts } from './evidence-draft.ts'
import { evidenceModel } from './evidence-model.ts'
import { notDescribed } from './not-described.ts'
import { backWith, noticeIn } from './notice.ts'
import { TranslationView } from './translation-view.tsx'
import { documentWords, limitValues } from './words.ts'

/** One document of a draft whose translation is asked for. */
export interface TranslationModel {
  readonly agency: AgencyPack
  readonly rules: TranslationRules
  readonly file: EvidenceFile
  /** What was asked for, in the form's words. */
  readonly document: string
  readonly translations: readonly EvidenceFile[]
  readonly uploads: readonly ResumableUpload[]
  /** Other files of the same document, one of which may have the translation of this one with it. */
  readonly hasOthers: boolean
  /** What was wrong with the last try, in words. */
  readonly problem: string | undefined
}

type FileContext = Context<{ draft: string; file: string }>

/** Once a file of it is here: who made it is asked of the one that came last and is not refused, unless all is said already. */
function askedNext({ query, params }: FileContext, { rules, files, file }: Asking): Answer | null {
  if (query.outcome !== 'received' && query.outcome !== 'doubled') return null
  if (translationFinding(rules, files, file)?.is !== 'uncertified') return seeOther(backWith(params.draft, query.outcome))
  const [last] = translationsOf(files, file.id)
    .filter(({ state }) => state !== 'refused')
    .toSorted((one, other) => Temporal.Instant.compare(other.uploadedAt, one.uploadedAt))
  return seeOther(last ? paths.certifyDraftTranslation({ draft: last.draft, file: last.id }) : backWith(params.draft, query.outcome))
}

interface Asking {
  rules: TranslationRules
  files: readonly EvidenceFile[]
  file: EvidenceFile
}

/** What was on its way to a document that went meanwhile is told where the others stand. */
function gone({ query, params }: FileContext): Answer {
  const notice = noticeIn(query)
  return notice?.kind === 'problem' ? seeOther(backWith(params.draft, notice.problem)) : notFound
}

function problemIn({ t, services: { agency }, query }: FileContext): string | undefined {
  const notice = noticeIn(query)
  return notice?.kind === 'problem' ? t(`evidence.problem.${notice.problem}`, limitValues(agency, t)) : undefined
}

const translationModel = (parts: EvidenceParts) => {
  const modelOf = evidenceModel(parts)
  return async (context: FileContext): Promise<TranslationModel | Answer> => {
    const model = await modelOf(context)
    if (isAnswer(model)) return model
    const { agency } = context.services
    const rules = agency.documents.translation
    const file = model.files.find(({ id, state }) => id === context.params.file && state !== 'refused')
    const asked = file && model.draft.documents.find(({ id }) => id === file.document)
    if (!file) return gone(context)
    if (!rules || !asked || !isOriginal(file)) return notFound
    const translations = translationsOf(model.files, file.id)
    return (
      askedNext(context, { rules, files: model.files, file }) ?? {
        ...{ agency, rules, file, translations },
        document: documentWords(agency, context.t, model.draft, asked.id).document,
        uploads: model.uploads.filter(({ translates }) => translates === file.id),
        hasOthers: model.files.some((each) => each.id !== file.id && each.document === file.document && isOriginal(each)),
        problem: problemIn(context),
      }
    )
  }
}

/** Where a translation can be, by what is kept of it. */
export const translationPlaces = ['own-file', 'in-this-file', 'with-another-file'] as const

/** The page that asks for the translation of one document: its files, or where else it is. */
export const translationPage = (parts: EvidenceParts) =>
  page({
    path: paths.translateDraftEvidence,
    access: signedIn,
    audit: records(describeFile),
    load: translationModel(parts),
    fields: {
      translated: choiceField(translationPlaces, { empty: 'evidence.translation.where-empty' }),
      seen: textField({ empty: 'evidence.translation.where-empty', most: 16, optional: true }),
    },
    view: ({ t, model, form, context }) => ({
      title: t('evidence.translation.add'),
      body: <TranslationView t={t} model={model} form={form} csrfToken={context.csrfToken()} />,
      script: 'uploads.js',
    }),
    submit: {
      operation: describeFile,
      input: ({ translated, seen }, { params }) => ({
        ...params,
        seen,
        parts: ['translated'] as const,
        description: descriptionOf({ translated: translated === 'own-file' ? null : translated }),
      }),
      shows: notDescribed({ issued: '', valid: '' }),
      then: (_output, { params }, _model, { translated }) =>
        seeOther(translated === 'in-this-file' ? paths.certifyDraftTranslation(params) : backWith(params.draft, 'described')),
    },
  })
