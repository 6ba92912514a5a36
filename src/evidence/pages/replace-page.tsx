import { signedIn } from '../../accounts/index.ts'
import { notFound } from '../../platform/http/answer.ts'
import { type Context, page, recordsNothing } from '../../platform/http/page.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { Breadcrumb, Button, ButtonRow, ErrorSummary, FileField, FormShell } from '../../ui/index.ts'
import { filesOfDraft } from '../files.ts'
import type { EvidenceParts } from './evidence-draft.ts'
import { noticeIn } from './notice.ts'
import { ShownFile } from './shown-file.tsx'
import { documentField, replacesField, translatesField } from './upload.ts'
import { documentWords, kindsTaken, limitValues } from './words.ts'

type FileContext = Context<{ draft: string; file: string }>

const replaceModel =
  ({ draftOf }: EvidenceParts) =>
  async (context: FileContext) => {
    const draft = await draftOf(context, context.params.draft)
    if (!draft) return notFound
    const file = (await context.read(filesOfDraft, draft.id))?.find(({ id }) => id === context.params.file)
    const asked = file && draft.documents.find(({ id }) => id === file.document)
    if (!asked) return notFound
    const { document } = documentWords(context.services.agency, context.t, draft.form, asked.id)
    return { file, document }
  }

/** What went wrong with the last try, in words. */
function problemIn(t: Text, { services: { agency }, query }: FileContext): string | undefined {
  const notice = noticeIn(query)
  if (notice?.kind !== 'problem') return undefined
  return notice.problem === 'no-file' ? t('evidence.replace.no-file') : t(`evidence.problem.${notice.problem}`, limitValues(agency, t))
}

/** The form that sends a file in the place of another. It posts to where all files of the draft are posted. */
export const replacePage = (parts: EvidenceParts) =>
  page({
    path: paths.replaceDraftEvidence,
    access: signedIn,
    audit: recordsNothing('a person looks at their own draft'),
    load: replaceModel(parts),
    view: ({ t, model: { file, document }, context }) => {
      const { agency } = context.services
      const back = paths.draftEvidence({ draft: file.draft })
      const error = problemIn(t, context)
      const title = t('evidence.replace.title')
      return {
        title,
        body: (
          <>
            <ErrorSummary t={t} errors={error ? [{ at: 'file', message: error }] : []} />
            <Breadcrumb t={t} trail={[{ words: t('evidence.title'), href: back }, { words: title }]} />
            <h1>{title}</h1>
            <p class="lead">{t('evidence.replace.lead')}</p>
            <ShownFile t={t} file={file} document={document} />
            <FormShell action={back} csrfToken={context.csrfToken()} files>
              <input type="hidden" name={documentField} value={file.document} />
              <input type="hidden" name={replacesField} value={file.id} />
              {file.translates ? <input type="hidden" name={translatesField} value={file.translates} /> : null}
              <FileField
                t={t}
                name="file"
                label={t('evidence.replace.label')}
                error={error}
                accept={agency.uploads.extensions.map((extension) => `.${extension}`).join(',')}
                kinds={kindsTaken(agency, t)}
                mostBytes={agency.uploads.sizeBytesMax}
              />
              <ButtonRow>
                <Button>{t('evidence.replace.send')}</Button>
                <a href={back}>{t('evidence.replace.back')}</a>
              </ButtonRow>
            </FormShell>
          </>
        ),
      }
    },
  })
