import type { Text } from '../../platform/i18n/text.ts'
import type { EvidenceFile } from '../evidence-file.ts'
import { FilePicture, ownPictureAt } from './file-pictures.tsx'
import { fileFacts } from './words.ts'

/** The file that a page of its own is about, and what it was added for; null: it is not asked for any more. */
export function ShownFile({ t, file, document }: { t: Text; file: EvidenceFile; document: string | null }) {
  return (
    <div class="evidence-file">
      <FilePicture t={t} file={file} pictureAt={ownPictureAt(file)} />
      <div>
        <p class="evidence-name">
          <bdi>{file.name}</bdi>
        </p>
        <p class="evidence-facts">{fileFacts(t, file)}</p>
        {document ? <p class="evidence-facts">{t('evidence.describe.for', { document })}</p> : null}
      </div>
    </div>
  )
}
