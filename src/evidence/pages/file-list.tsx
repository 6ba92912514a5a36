import type { AgencyPack } from '../../agency/index.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { Tag, type TagKind } from '../../ui/index.ts'
import type { DescribedPart } from '../description/description.ts'
import type { EvidenceFile, FileState } from '../evidence-file.ts'
import type { ResumableUpload } from '../resumable/resumable-upload.ts'
import { translationsOf } from '../translation/translation.ts'
import { ChangeFile } from './change-file.tsx'
import { DescribedInList } from './described-in-list.tsx'
import { FilePages, FilePicture, ownPictureAt } from './file-pictures.tsx'
import { fileAnchor } from './move.ts'
import { TranslationBeneath } from './translation-beneath.tsx'
import { fileFacts, refusalWords } from './words.ts'

export interface FileListProps {
  t: Text
  agency: AgencyPack
  csrfToken: string
  files: readonly EvidenceFile[]
  /** All that the draft has, and what is coming: translations stand beneath what they translate. */
  model: { readonly files: readonly EvidenceFile[]; readonly uploads: readonly ResumableUpload[] }
  /** What has to be said of each of them. */
  needed?: readonly DescribedPart[]
  today: Temporal.PlainDate
  /** False for files that the answers do not ask for any more: nothing takes their place, and no order counts. */
  isAsked?: boolean
  /** What the list is called to those who cannot see what it stands under. */
  label: string
}

const states = {
  received: ['wait', 'evidence.state.checking'],
  clean: ['good', 'evidence.state.ready'],
  refused: ['act', 'evidence.state.refused'],
} as const satisfies Record<FileState, readonly [TagKind, string]>

const scannerAway = ['wait', 'evidence.state.scanner-away'] as const satisfies readonly [TagKind, string]

type FileProps = Omit<FileListProps, 'files' | 'label'> & { file: EvidenceFile; place: number; of: number; isAsked: boolean }

function File(props: FileProps) {
  const { t, agency, csrfToken, file, needed = [], today, model, ...at } = props
  const translations = translationsOf(model.files, file.id)
  const [kind, words] = file.unscannedSince ? scannerAway : states[file.state]
  const name = <bdi>{file.name}</bdi>
  const shown = { t, file, pictureAt: ownPictureAt(file) }
  return (
    <li class="evidence-file" id={fileAnchor(file.id)}>
      <FilePicture {...shown} />
      <div>
        <p class="evidence-name">
          {file.state === 'clean' ? <a href={paths.draftEvidenceFile({ draft: file.draft, file: file.id })}>{name}</a> : name}
        </p>
        <p class="evidence-facts">
          {fileFacts(t, file)} <Tag kind={kind}>{t(words)}</Tag>
        </p>
        {file.refusal ? <p>{refusalWords(agency, t, file.refusal)}</p> : null}
        <FilePages {...shown} />
        <DescribedInList {...shown} agency={agency} needed={needed} today={today} />
        <ChangeFile t={t} file={file} csrfToken={csrfToken} hasTranslation={translations.length > 0} {...at} />
      </div>
      <TranslationBeneath t={t} agency={agency} csrfToken={csrfToken} file={file} isAsked={at.isAsked} {...model}>
        {translations.map((each, index) => (
          <File key={each.id} {...props} file={each} needed={[]} place={index + 1} of={translations.length} />
        ))}
      </TranslationBeneath>
    </li>
  )
}

/** The files of one document: what each is, what was found, and how to look at it or take it away. */
export function FileList({ files, label, isAsked = true, ...shown }: FileListProps) {
  if (files.length === 0) return null
  return (
    <ul class="evidence-files" aria-label={label}>
      {files.map((file, index) => (
        <File key={file.id} file={file} place={index + 1} of={isAsked ? files.length : 1} isAsked={isAsked} {...shown} />
      ))}
    </ul>
  )
}
