import { FormPage, signedIn } from '../../accounts/index.ts'
import type { AgencyPack } from '../../agency/index.ts'
import { notFound, seeOther } from '../../platform/http/answer.ts'
import { page, records } from '../../platform/http/page.ts'
import { paths } from '../../platform/paths.ts'
import { type DescribedPart, descriptionOf } from '../description/description.ts'
import { describeFile } from '../description/describe-file.ts'
import type { EvidenceFile } from '../evidence-file.ts'
import { descriptionFields } from './description-fields.ts'
import { DescriptionView } from './description-view.tsx'
import type { EvidenceParts } from './evidence-draft.ts'
import { type FileContext, oneFile } from './one-file.ts'
import { notDescribed } from './not-described.ts'
import { backWith } from './notice.ts'

/** One file of a draft, and what its document's rule asks to be said of it. */
export interface DescriptionModel {
  readonly agency: AgencyPack
  readonly file: EvidenceFile
  /** What was asked for, in the form's words; null: it is not asked for any more. */
  readonly document: string | null
  readonly needed: readonly DescribedPart[]
}

const descriptionModel =
  (parts: EvidenceParts) =>
  async (context: FileContext) => {
    const found = await oneFile(parts, context)
    if (!found || found.file.state === 'refused') return notFound
    const { file, asked, document } = found
    if (file.translates) return seeOther(paths.certifyDraftTranslation(context.params))
    return { agency: context.services.agency, file, document, needed: asked?.describe ?? [] }
  }

/** What a person says of a file that is here already: nothing stands between them and the upload. */
export const descriptionPage = (parts: EvidenceParts) =>
  page({
    path: paths.describeDraftEvidence,
    access: signedIn,
    audit: records(describeFile),
    load: descriptionModel(parts),
    fields: descriptionFields,
    view: ({ t, model, form, context }) => {
      const title = t('evidence.describe.title')
      return {
        title,
        body: (
          <FormPage t={t} form={form} title={title}>
            <DescriptionView t={t} model={model} form={form} csrfToken={context.csrfToken()} />
          </FormPage>
        ),
      }
    },
    submit: {
      operation: describeFile,
      input: ({ issued, valid, seen, ...said }, { params }) => ({
        ...params,
        seen,
        description: descriptionOf({ ...said, issuedOn: issued, validUntil: valid }),
      }),
      shows: notDescribed({ issued: 'issued-month', valid: 'valid-month' }),
      then: (_output, { params }) => seeOther(backWith(params.draft, 'described')),
    },
  })
