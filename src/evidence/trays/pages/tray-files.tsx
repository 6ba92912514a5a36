import type { AgencyPack } from '../../../agency/index.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { Alert } from '../../../ui/index.ts'
import { awaySince } from '../../check-again.ts'
import { DocumentCard, fieldId } from '../../pages/document-card.tsx'
import { noticeIn } from '../../pages/notice.ts'
import { RemovedFiles } from '../../pages/removed-files.tsx'
import { UploadWords } from '../../pages/upload-words.tsx'
import { type DocumentWords, limitValues } from '../../pages/words.ts'
import type { FilledTray } from '../own-tray.ts'
import { trayAsDraft } from './tray-as-draft.ts'

interface TrayProps {
  t: Text
  agency: AgencyPack
  csrfToken: string
  filled: FilledTray
  /** The address's query: how an upload or another press on a file went stands there. */
  query: Readonly<Record<string, string>>
  now: Temporal.Instant
  /** What each document is called: it labels the field that takes its files. */
  words(document: string): Pick<DocumentWords, 'document'> & Partial<DocumentWords>
}

/** What went wrong with a file, for the summary above the page: the words, and the control it is about. */
export function trayProblems({ t, agency, filled, query }: Pick<TrayProps, 't' | 'agency' | 'filled' | 'query'>): readonly { at: string; message: string }[] {
  const notice = noticeIn(query)
  if (notice?.kind !== 'problem') return []
  const isHere = filled.tray.documents.includes(notice.document)
  return [{ at: isHere ? fieldId(notice.document) : '', message: t(`evidence.problem.${notice.problem}`, limitValues(agency, t)) }]
}

function Checking({ t, filled: { tray, files } }: Pick<TrayProps, 't' | 'filled'>) {
  if (!files.some(({ state }) => state === 'received')) return null
  const since = awaySince(files)
  return (
    <Alert kind={since ? 'warn' : 'info'}>
      <p>
        {since ? t('evidence.scanner-away', { since: t.instant(since) }) : t('evidence.checking')} <a href={tray.page}>{t('evidence.check-again')}</a>
      </p>
    </Alert>
  )
}

/**
 * The files of an open tray and the forms that add more, one for each document, by the rules of every upload. The page around
 * it shows `trayProblems` in its summary and sends the tray; with the script `uploads.js` several files go at once.
 */
export function TrayFiles({ t, agency, csrfToken, filled, query, now, words }: TrayProps) {
  const draft = trayAsDraft(filled.tray)
  const notice = noticeIn(query)
  const [problem] = trayProblems({ t, agency, filled, query })
  const today = now.toZonedDateTimeISO(agency.timeZone).toPlainDate()
  const shown = { t, agency, csrfToken, model: { ...filled, draft }, today }
  return (
    <>
      {notice?.kind === 'good' ? (
        <Alert kind="good" live>
          <p>{t(`evidence.done.${notice.outcome}`)}</p>
        </Alert>
      ) : null}
      <UploadWords t={t} back={filled.tray.page} />
      <Checking t={t} filled={filled} />
      {draft.documents.map((document) => (
        <DocumentCard
          key={document.id}
          {...shown}
          document={document}
          words={{ why: undefined, hint: undefined, ...words(document.id) }}
          error={problem?.at === fieldId(document.id) ? problem.message : undefined}
        />
      ))}
      <RemovedFiles {...shown} removed={filled.removed} />
    </>
  )
}
