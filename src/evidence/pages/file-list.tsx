import type { AgencyPack } from '../../agency/index.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { Button, FormShell, HiddenWords, Tag, type TagKind } from '../../ui/index.ts'
import type { EvidenceFile, FileState } from '../evidence-file.ts'
import { fileFacts, refusalWords } from './words.ts'

export interface FileListProps {
  t: Text
  agency: AgencyPack
  csrfToken: string
  files: readonly EvidenceFile[]
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
const pictureAddress = (file: EvidenceFile, page: number) =>
  `${paths.draftEvidencePreview(addressOf(file))}?page=${page}`

/** The first page as it is kept, or the kind of file until there is a picture. */
function Picture({ t, file }: { t: Text; file: EvidenceFile }) {
  if (file.previews === 0) {
    return (
      <div class="evidence-picture" aria-hidden="true">
        {file.type.toUpperCase()}
      </div>
    )
  }
  const address = pictureAddress(file, 1)
  return (
    <a class="evidence-picture" href={address}>
      <img src={address} alt={t('evidence.file.page-picture', { page: 1, name: file.name })} width={80} height={80} />
    </a>
  )
}

function Pages({ t, file }: { t: Text; file: EvidenceFile }) {
  if (file.previews < 2) return null
  return (
    <p class="evidence-facts">
      {t('evidence.file.look-at-pages')}{' '}
      {Array.from({ length: file.previews }, (_, index) => (
        <>
          {index > 0 ? ', ' : null}
          <a href={pictureAddress(file, index + 1)}>{t('evidence.file.page', { page: index + 1 })}</a>
        </>
      ))}
    </p>
  )
}

function File({ t, agency, csrfToken, file }: Omit<FileListProps, 'files' | 'label'> & { file: EvidenceFile }) {
  const [kind, words] = file.unscannedSince ? scannerAway : states[file.state]
  const name = <bdi>{file.name}</bdi>
  return (
    <li class="evidence-file">
      <Picture t={t} file={file} />
      <div>
        <p class="evidence-name">
          {file.state === 'clean' ? <a href={paths.draftEvidenceFile(addressOf(file))}>{name}</a> : name}
        </p>
        <p class="evidence-facts">
          {fileFacts(t, file)} <Tag kind={kind}>{t(words)}</Tag>
        </p>
        {file.refusal ? <p>{refusalWords(agency, t, file.refusal)}</p> : null}
        <Pages t={t} file={file} />
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
