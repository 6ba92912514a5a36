import type { AgencyPack } from '../../agency/index.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { Button, Card, FileField, FormShell, HiddenWords, Tag } from '../../ui/index.ts'
import type { EvidenceFile } from '../evidence-file.ts'
import { reusePath } from '../library/pages/reuse-path.ts'
import { type AskedDocument, filesMostOf } from './evidence-draft.ts'
import { type EvidenceModel, filesFor, standing, uploadsFor } from './evidence-model.ts'
import { FileList } from './file-list.tsx'
import { documentField } from './upload.ts'
import { UploadsHalfWay } from './uploads-half-way.tsx'
import { type DocumentWords, documentWords, whatIsTaken } from './words.ts'

interface DocumentCardProps {
  t: Text
  agency: AgencyPack
  csrfToken: string
  model: EvidenceModel
  today: Temporal.PlainDate
  document: AskedDocument
  error: string | undefined
  /** What it is called, where that is not the form's to say. */
  words?: DocumentWords
}

/** The id of a document's file input; error summaries lead to it. */
export const fieldId = (document: string): string => `file-${document}`

/** One document asked for: whether it is needed, the files there are, and the form that adds one. */
export function DocumentCard(shown: DocumentCardProps) {
  const { t, agency, model, document } = shown
  const files = filesFor(model, document.id)
  const words = shown.words ?? documentWords(agency, t, model.draft, document.id)
  const filesMost = filesMostOf(document)
  const isFull = standing(files).length >= filesMost
  return (
    <Card>
      {model.draft.tray ? null : <Needed t={t} document={document} files={files} />}
      {isFull ? (
        <>
          <h2>{words.document}</h2>
          <p>{t('evidence.full', { most: filesMost })}</p>
        </>
      ) : (
        <UploadForm {...shown} words={words} hasFile={standing(files).length > 0} />
      )}
      {model.hasLibrary && !isFull ? (
        <p class="library-way">
          <a href={reusePath(model.draft.id, document.id)}>
            {t('evidence.reuse.link')}
            <HiddenWords>: {words.document}</HiddenWords>
          </a>
        </p>
      ) : null}
      <UploadsHalfWay
        {...shown}
        uploads={uploadsFor(model, document.id)}
        label={t('evidence.upload.half-way-of', { document: words.document })}
      />
      {files.length > 1 ? <p class="evidence-facts">{t('evidence.move.order')}</p> : null}
      <FileList {...shown} files={files} needed={document.describe ?? []} label={t('evidence.files-of', { document: words.document })} />
    </Card>
  )
}

function Needed({ t, document, files }: { t: Text; document: AskedDocument; files: readonly EvidenceFile[] }) {
  const isThere = standing(files).length > 0
  if (!document.required)
    return (
      <p>
        <Tag>{t('evidence.state.optional')}</Tag>
      </p>
    )
  return (
    <p>
      <Tag kind={isThere ? 'good' : 'act'}>{t(isThere ? 'evidence.state.added' : 'evidence.state.required')}</Tag>
    </p>
  )
}

function UploadForm({
  t,
  agency,
  csrfToken,
  model,
  document,
  error,
  words,
  hasFile,
}: DocumentCardProps & { words: DocumentWords; hasFile: boolean }) {
  return (
    <div
      data-uploads={paths.draftUploads({ draft: model.draft.id })}
      data-document={document.id}
      data-files-most={filesMostOf(document)}
      data-list-label={t('evidence.upload.list-of', { document: words.document })}
    >
      <FormShell action={paths.draftEvidence({ draft: model.draft.id })} csrfToken={csrfToken} files>
        <input type="hidden" name={documentField} value={document.id} />
        <FileField
          t={t}
          name="file"
          id={fieldId(document.id)}
          label={words.document}
          hint={<Hint words={words} />}
          error={error}
          {...whatIsTaken(agency, t)}
        />
        <Button look={document.required && !hasFile ? 'main' : 'quiet'}>{t('evidence.upload')}</Button>
      </FormShell>
    </div>
  )
}

/** Why it is asked for, what to know, then (the field's own) kinds and size. */
const Hint = ({ words }: { words: DocumentWords }) => (
  <>
    {words.why ? <>{words.why} </> : null}
    {words.hint ? <>{words.hint} </> : null}
    <br />
  </>
)
