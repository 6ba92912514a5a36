import { fileFacts, type SentFile } from '../../../evidence/index.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { paths } from '../../../platform/paths.ts'

/** Who looks: the words for the others are theirs. */
export type Viewer = 'person' | 'representative'

/** Who added a file, in words for who looks; null: nobody else gathers with them. */
export function addedBy(t: Text, { isOwn, side }: Pick<SentFile, 'isOwn' | 'side'>, viewer: Viewer): string | null {
  if (!side) return null
  if (isOwn) return t('requests.files.by.you')
  return t(viewer === 'person' && side === 'representative' ? 'requests.files.by.your-representative' : `requests.files.by.${side}`)
}

const stateWords = (t: Text, file: SentFile): string => {
  if (file.state === 'clean') return fileFacts(t, file)
  return t(file.state === 'refused' && !file.isOwn ? 'requests.files.refused.others' : `requests.files.${file.state}`)
}

type GatheredProps = { t: Text; receiptNumber: string; files: readonly SentFile[]; viewer: Viewer; label: string }

/** What was gathered for one ask and not sent: each with its state and who added it. What another added is read as the copy for other eyes. */
export function GatheredFiles({ t, receiptNumber, files, viewer, label }: GatheredProps) {
  if (files.length === 0) return null
  return (
    <ul class="plain-list" aria-label={label}>
      {files.map((file) => {
        const name = <bdi>{file.name}</bdi>
        const by = addedBy(t, file, viewer)
        return (
          <li key={file.id}>
            {file.state === 'clean' && (file.isOwn || file.isShown) ? <a href={paths.caseFile({ receiptNumber, file: file.id })}>{name}</a> : name}{' '}
            <span class="muted">{[stateWords(t, file), ...(by ? [by] : [])].join(' · ')}</span>
          </li>
        )
      })}
    </ul>
  )
}
