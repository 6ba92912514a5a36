import type { ComponentChildren } from 'preact'
import type { AgencyPack } from '../../agency/index.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { ButtonLink, HiddenWords } from '../../ui/index.ts'
import { filesPerTranslationMost, type EvidenceFile } from '../evidence-file.ts'
import type { ResumableUpload } from '../resumable/resumable-upload.ts'
import { translationFinding, translationsOf } from '../translation/translation.ts'
import { askedWords, lackingWords } from './translation-words.ts'
import { UploadsHalfWay } from './uploads-half-way.tsx'
import { Warned } from './warned.tsx'

interface BeneathProps {
  t: Text
  agency: AgencyPack
  csrfToken: string
  file: EvidenceFile
  /** Nothing is added to what is not asked for any more. */
  isAsked: boolean
  /** All of the draft. */
  files: readonly EvidenceFile[]
  uploads: readonly ResumableUpload[]
  /** The files of its translation, each as it is shown. */
  children: ComponentChildren
}

/** What is still to be done about the translation, and the way there. */
function Finding({ t, agency, file, files }: Omit<BeneathProps, 'children'>) {
  const rules = agency.documents.translation
  const finding = translationFinding(rules, files, file)
  if (!rules || !finding) return null
  const at = { draft: file.draft, file: file.id }
  if (finding.is === 'uncertified') return <Warned words={lackingWords({ t, agency }, finding.lacks)} />
  return (
    <>
      <Warned words={askedWords(t, rules, file.description)} />
      <p>
        <ButtonLink href={paths.translateDraftEvidence(at)} look="quiet">
          {t('evidence.translation.add')}
          <HiddenWords> {file.name}</HiddenWords>
        </ButtonLink>
      </p>
    </>
  )
}

/** The translation of a document, beneath it: what there is, what is coming, what is asked. */
export function TranslationBeneath({ children, ...shown }: BeneathProps) {
  const { t, agency, csrfToken, file, files, isAsked } = shown
  if (!agency.documents.translation || file.translates) return null
  const label = t('evidence.translation.of', { name: file.name })
  const parts = translationsOf(files, file.id)
  const isRefused = file.state === 'refused'
  const takesMore = isAsked && !isRefused && parts.length > 0 && parts.length < filesPerTranslationMost
  return (
    <div class="evidence-beneath">
      {parts.length > 0 ? (
        <div class="evidence-translation">
          <p class="evidence-translation-title">{t('evidence.translation.title')}</p>
          <ul class="evidence-files" aria-label={label}>
            {children}
          </ul>
        </div>
      ) : null}
      <UploadsHalfWay t={t} csrfToken={csrfToken} uploads={shown.uploads.filter(({ translates }) => translates === file.id)} label={t('evidence.upload.half-way-of', { document: label })} />
      {isAsked ? <Finding {...shown} /> : null}
      {isRefused && parts.length > 0 ? <p>{t('evidence.translation.waits')}</p> : null}
      {takesMore ? (
        <p>
          <a href={paths.translateDraftEvidence({ draft: file.draft, file: file.id })}>
            {t('evidence.translation.add-file')}
            <HiddenWords> {file.name}</HiddenWords>
          </a>
        </p>
      ) : null}
    </div>
  )
}
