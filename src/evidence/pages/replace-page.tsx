import { signedIn } from '../../accounts/index.ts'
import { notFound } from '../../platform/http/answer.ts'
import { page, recordsNothing } from '../../platform/http/page.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { Breadcrumb, Button, ButtonRow, ErrorSummary, FileField, FormShell } from '../../ui/index.ts'
import type { EvidenceParts } from './evidence-draft.ts'
import { noticeIn } from './notice.ts'
import { type FileContext, oneFile } from './one-file.ts'
import { ShownFile } from './shown-file.tsx'
import { documentField, replacesField, translatesField } from './upload.ts'
import { limitValues, whatIsTaken } from './words.ts'

const replaceModel =
  (parts: EvidenceParts) =>
  async (context: FileContext) => {
    const found = await oneFile(parts, context)
    return found?.asked ? { file: found.file, document: found.document } : notFound
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
                {...whatIsTaken(agency, t)}
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
