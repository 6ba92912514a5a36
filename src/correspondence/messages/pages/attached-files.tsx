import { fileFacts } from '../../../evidence/index.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import type { AttachedFile } from '../attached-file.ts'

/** What the agency sent with a message, each as a download: a document of the case. */
export function AttachedFiles({ t, files, hrefOf }: { t: Text; files: readonly AttachedFile[]; hrefOf: (document: string) => string }) {
  if (files.length === 0) return null
  return (
    <ul class="plain-list" aria-label={t('messages.files')}>
      {files.map((file) => (
        <li key={file.id}>
          <a href={hrefOf(file.document)}>
            <bdi>{file.name}</bdi>
          </a>{' '}
          <span class="muted">{fileFacts(t, file)}</span>
        </li>
      ))}
    </ul>
  )
}
