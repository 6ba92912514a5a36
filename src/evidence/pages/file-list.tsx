import type { AgencyPack } from '../../agency/index.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { Button, FormShell, HiddenWords, Tag, type TagKind } from '../../ui/index.ts'
import type { DescribedPart } from '../description/description.ts'
import type { EvidenceFile, FileState } from '../evidence-file.ts'
import { DescribedInList } from './described-in-list.tsx'
import { FilePages, FilePicture } from './file-pictures.tsx'
import { fileFacts, refusalWords } from './words.ts'

export interface FileListProps {
  t: Text
  agency: AgencyPack
  csrfToken: string
  files: readonly EvidenceFile[]
  /** What has to be said of each of them. */
  needed?: readonly DescribedPart[]
  today: Temporal.PlainDate
  /** What the list is called to those who cannot see what it stands under. */
  label: string
}

const states = {
  received: ['wait', 'evidence.state.checking'],
  clean: ['good', 'evidence.state.ready'],
  refused: ['act', 'evidence.state.refused'],
} as const satisfies Record<FileState, readonly [TagKind, string]>

const scannerAway = ['wait', 'evidence.state.scanner-away'] as const satisfies readonly [TagKind, string]

const addressOf = ({ id, draft }: EvidenceFile) => ({ draft, file: id })

function File({ t, agency, csrfToken, file, needed = [], today }: Omit<FileListProps, 'files' | 'label'> & { file: EvidenceFile }) {
  const [kind, words] = file.unscannedSince ? scannerAway : states[file.state]
  const name = <bdi>{file.name}</bdi>
  const shown = { t, file, pictureAt: (page: number) => `${paths.draftEvidencePreview(addressOf(file))}?page=${page}` }
  return (
    <li class="evidence-file">
      <FilePicture {...shown} />
      <div>
        <p class="evidence-name">
          {file.state === 'clean' ? <a href={paths.draftEvidenceFile(addressOf(file))}>{name}</a> : name}
        </p>
        <p class="evidence-facts">
          {fileFacts(t, file)} <Tag kind={kind}>{t(words)}</Tag>
        </p>
        {file.refusal ? <p>{refusalWords(agency, t, file.refusal)}</p> : null}
        <FilePages {...shown} />
        <DescribedInList {...shown} agency={agency} needed={needed} today={today} />
        <FormShell action={paths.removeDraftEvidence(addressOf(file))} csrfToken={csrfToken}>
          <Button look="plain">
            {t('evidence.remove')}
            <HiddenWords> {file.name}</HiddenWords>
          </Button>
        </FormShell>
      </div>
    </li>
  )
}

/** The files of one document: what each is, what was found, and how to look at it or take it away. */
export function FileList({ files, label, ...shown }: FileListProps) {
  if (files.length === 0) return null
  return (
    <ul class="evidence-files" aria-label={label}>
      {files.map((file) => (
        <File key={file.id} file={file} {...shown} />
      ))}
    </ul>
  )
}
