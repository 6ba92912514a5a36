import type { AgencyPack } from '../../agency/index.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { Alert, Breadcrumb, ButtonLink, Card, ErrorSummary, Panel } from '../../ui/index.ts'
import { contentLimits } from '../evidence-file.ts'
import { DocumentCard, fieldId } from './document-card.tsx'
import { type EvidenceModel, filesNotAsked, isChecking, missing, scannerAwaySince } from './evidence-model.ts'
import { FileList } from './file-list.tsx'
import { RemovedFiles } from './removed-files.tsx'
import { intoWords } from './translation-words.ts'
import { UploadWords } from './upload-words.tsx'
import type { Notice } from './notice.ts'
import { limitValues } from './words.ts'

export interface EvidenceShown {
  t: Text
  agency: AgencyPack
  csrfToken: string
  model: EvidenceModel
  /** Where the agency is. */
  today: Temporal.PlainDate
  notice: Notice | null
}

/** What went wrong, in words, and the control it is about where that is on the page. */
function problemsOf({ t, agency, model, notice }: EvidenceShown) {
  if (notice?.kind !== 'problem') return []
  const message = t(`evidence.problem.${notice.problem}`, limitValues(agency, t))
  const asked = model.draft.documents.some(({ id }) => id === notice.document)
  return [{ at: asked ? fieldId(notice.document) : '', message }]
}

/** Files for documents that the answers do not ask for any more. */
function NotAsked(shown: EvidenceShown) {
  const { t, model } = shown
  const files = filesNotAsked(model)
  if (files.length === 0) return null
  return (
    <Card title={t('evidence.not-asked.title')}>
      <p>{t('evidence.not-asked.body')}</p>
      <FileList {...shown} files={files} isAsked={false} label={t('evidence.not-asked.title')} />
    </Card>
  )
}

function Checking({ t, model }: EvidenceShown) {
  if (!isChecking(model)) return null
  const since = scannerAwaySince(model)
  return (
    <Alert kind={since ? 'warn' : 'info'}>
      <p>
        {since ? t('evidence.scanner-away', { since: t.instant(since) }) : t('evidence.checking')}{' '}
        <a href={paths.draftEvidence({ draft: model.draft.id })}>{t('evidence.check-again')}</a>
      </p>
    </Alert>
  )
}

function WayOn({ t, model }: EvidenceShown) {
  const count = missing(model).length
  return (
    <>
      <p>{count > 0 ? t('evidence.missing', { count }) : t('evidence.complete')}</p>
      <p>
        <ButtonLink href={paths.draftReview({ draft: model.draft.id })} look={count > 0 ? 'quiet' : 'main'}>
          {t('evidence.continue')}
        </ButtonLink>
      </p>
    </>
  )
}

/** The whole page but its tips. */
export function EvidenceView(shown: EvidenceShown) {
  const { t, model, notice } = shown
  const { draft } = model
  const problems = problemsOf(shown)
  return (
    <>
      <ErrorSummary t={t} errors={problems} />
      <Breadcrumb
        t={t}
        trail={[
          { words: t('evidence.back-to-form'), href: paths.draft({ draft: draft.id }) },
          { words: t('evidence.title') },
        ]}
      />
      <h1>{t('evidence.title')}</h1>
      <p class="lead">{draft.documents.length > 0 ? t('evidence.intro') : t('evidence.none-asked')}</p>
      {notice?.kind === 'good' ? (
        <Alert kind="good" live>
          <p>{t(`evidence.done.${notice.outcome}`)}</p>
        </Alert>
      ) : null}
      <UploadWords t={t} back={paths.draftEvidence({ draft: draft.id })} />
      <Checking {...shown} />
      {draft.documents.map((document) => (
        <DocumentCard
          key={document.id}
          {...shown}
          document={document}
          error={problems.find(({ at }) => at === fieldId(document.id))?.message}
        />
      ))}
      <NotAsked {...shown} />
      {model.hasLibrary ? (
        <p>
          <a href={paths.documents()}>{t('evidence.library.all')}</a>
        </p>
      ) : null}
      <RemovedFiles {...shown} removed={model.removed} />
      <WayOn {...shown} />
    </>
  )
}

/** What helps before the first upload. */
export function EvidenceTips({ t, agency, knowsMalware }: { t: Text; agency: AgencyPack; knowsMalware: boolean }) {
  return (
    <Panel title={t('evidence.tip.title')}>
      <p>{t('evidence.tip.together', { most: contentLimits.pagesMax })}</p>
      {agency.documents.translation ? <p>{t('evidence.tip.translation', { into: intoWords(t, agency.documents.translation) })}</p> : null}
      <p>{t('evidence.tip.heic')}</p>
      <p>{t('evidence.tip.place')}</p>
      {knowsMalware ? null : <p>{t('evidence.tip.structural')}</p>}
    </Panel>
  )
}
