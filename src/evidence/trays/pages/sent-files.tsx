import type { Text } from '../../../platform/i18n/text.ts'
import { paths } from '../../../platform/paths.ts'
import { fileFacts } from '../../pages/words.ts'
import type { SentFile } from '../sent-files.ts'

type SentProps = { t: Text; receiptNumber: string; files: readonly SentFile[]; label: string; addedBy?: (file: SentFile) => string | null }

/** Files that were sent about a case, each as a download for everybody on it; `label` says what they are to those who see no heading, `addedBy` who added each. */
export function SentFiles({ t, receiptNumber, files, label, addedBy }: SentProps) {
  if (files.length === 0) return null
  return (
    <ul class="plain-list" aria-label={label}>
      {files.map((file) => {
        const by = addedBy?.(file)
        const facts = file.isOwn || file.isShown ? fileFacts(t, file) : t('evidence.tray.not-ready')
        const name = <bdi>{file.name}</bdi>
        return (
          <li key={file.id}>
            {file.isOwn || file.isShown ? <a href={paths.caseFile({ receiptNumber, file: file.id })}>{name}</a> : name}{' '}
            <span class="muted">{[facts, ...(by ? [by] : [])].join(' · ')}</span>
          </li>
        )
      })}
    </ul>
  )
}
