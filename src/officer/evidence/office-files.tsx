import { fileFacts, type SentFile } from '../../evidence/index.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { officePaths } from '../../platform/paths.ts'

/** Files that came with something people wrote, each as a download that is on record. */
export function OfficeFiles({ t, receiptNumber, files, label }: { t: Text; receiptNumber: string; files: readonly SentFile[]; label: string }) {
  if (files.length === 0) return null
  return (
    <ul class="plain-list" aria-label={label}>
      {files.map((file) => {
        const name = <bdi>{file.name}</bdi>
        return (
          <li key={file.id}>
            {file.isShown ? <a href={officePaths.evidenceFile({ receiptNumber, file: file.id })}>{name}</a> : name}{' '}
            <span class="muted">{[file.isShown ? fileFacts(t, file) : t('officer.evidence.not-ready'), ...(file.side ? [t(`requests.files.by.${file.side}`)] : [])].join(' · ')}</span>
          </li>
        )
      })}
    </ul>
  )
}
