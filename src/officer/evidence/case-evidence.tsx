import type { AgencyPack } from '../../agency/index.ts'
import { FileFacts, fileFacts, FilePages, FilePicture, isOriginal, translationFinding, translationsOf } from '../../evidence/index.ts'
import type { FiledFile } from '../../filing/index.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { officePaths } from '../../platform/paths.ts'
import { Card, EmptyState } from '../../ui/index.ts'
import type { OpenModel } from '../pages/case-file-view.tsx'

type Shown = { t: Text; agency: AgencyPack; model: OpenModel }

/** The documents that came with a filing, by what was asked for: pictures to look at, and each as a download. */
export function CaseEvidence({ t, agency, model }: Shown) {
  const { filed } = model
  if (!filed) return null
  if (filed.files.length === 0)
    return (
      <EmptyState title={t('officer.evidence.title')}>
        <p>{t('officer.evidence.none')}</p>
      </EmptyState>
    )
  const { receiptNumber } = model.case
  return (
    <Card title={t('officer.evidence.title')}>
      <p class="muted">{t('officer.evidence.lead')}</p>
      {[...Map.groupBy(filed.files, ({ label }) => label)].map(([label, files]) => (
        <section key={label}>
          <h3>{label}</h3>
          <ul class="evidence-files" aria-label={label}>
            {files.filter(isOriginal).map((file) => (
              <FileLine key={file.id} t={t} agency={agency} file={file} files={files} receiptNumber={receiptNumber} />
            ))}
          </ul>
        </section>
      ))}
    </Card>
  )
}

interface LineProps {
  t: Text
  agency: AgencyPack
  file: FiledFile
  /** All of the same document. */
  files: readonly FiledFile[]
  receiptNumber: string
}

/** The translation of a document beneath it; that there should be one and is none is said. */
function Translation({ file, files, ...shown }: LineProps) {
  const { t, agency } = shown
  const parts = translationsOf(files, file.id)
  const finding = translationFinding(agency.documents.translation, files, file)
  if (parts.length === 0) return finding?.is === 'missing' ? <p class="evidence-beneath">{t('officer.evidence.no-translation')}</p> : null
  return (
    <div class="evidence-beneath">
      <div class="evidence-translation">
        <p class="evidence-translation-title">{t('evidence.translation.title')}</p>
        <ul class="evidence-files" aria-label={t('evidence.translation.of', { name: file.name })}>
          {parts.map((part) => (
            <FileLine key={part.id} {...shown} file={part} files={files} />
          ))}
        </ul>
      </div>
    </div>
  )
}

function FileLine({ files, ...shownFor }: LineProps) {
  const { t, agency, file, receiptNumber } = shownFor
  const at = { receiptNumber, file: file.id }
  const shown = { t, file, pictureAt: (page: number) => `${officePaths.evidencePreview(at)}?page=${page}` }
  const name = <bdi>{file.name}</bdi>
  return (
    <li class="evidence-file">
      <FilePicture {...shown} />
      <div>
        <p class="evidence-name">{file.isShown ? <a href={officePaths.evidenceFile(at)}>{name}</a> : name}</p>
        <p class="evidence-facts">
          {fileFacts(t, file)} · {t('officer.evidence.sent', { at: t.instant(file.uploadedAt) })}
        </p>
        {file.isShown ? null : <p>{t('officer.evidence.not-ready')}</p>}
        <FilePages {...shown} />
        <FileFacts t={t} agency={agency} description={file.description} />
        <details>
          <summary>{t('officer.evidence.hash')}</summary>
          <p class="number" dir="ltr">
            {file.sha256}
          </p>
        </details>
      </div>
      <Translation {...shownFor} files={files} />
    </li>
  )
}
