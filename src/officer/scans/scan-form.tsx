import type { Context } from '../../platform/http/page.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { Alert, Button, fileSize, FileField, FormShell } from '../../ui/index.ts'
import { scanFileField, scanOutcomeIn } from './scan-outcome.ts'
import { type ScannedPaper, scanLimits } from './scanned-paper.ts'

/** What came of the file that was just sent. */
export function ScanOutcomeNote({ t, context, scans }: { t: Text; context: Pick<Context, 'query'>; scans: readonly ScannedPaper[] }) {
  const outcome = scanOutcomeIn(context.query)
  if (!outcome) return null
  if (outcome === 'received' || outcome === 'doubled') {
    const waits = scans.some(({ unscannedSince }) => unscannedSince !== null)
    return (
      <Alert kind={outcome === 'received' ? 'good' : 'info'} live>
        <p>{t(`scans.done.${outcome}`)}</p>
        {waits ? <p>{t('scans.done.waits')}</p> : null}
      </Alert>
    )
  }
  return (
    <Alert kind="act" live>
      <p>{t(`scans.problem.${outcome}`, { most: fileSize(t.language, scanLimits.sizeBytesMax) })}</p>
    </Alert>
  )
}

/** One file, sent to the address that knows which paper it is of. */
export function AddScan({ t, action, csrfToken }: { t: Text; action: string; csrfToken: string }) {
  return (
    <FormShell action={action} csrfToken={csrfToken} files>
      <FileField
        t={t}
        name={scanFileField}
        label={t('scans.file')}
        hint={t('scans.file.hint')}
        accept="application/pdf"
        kinds={t('scans.file.kinds')}
        mostBytes={scanLimits.sizeBytesMax}
      />
      <Button>{t('scans.add')}</Button>
    </FormShell>
  )
}

/** Whether a check is under way that a page may wait for. */
export const isChecking = (scans: readonly ScannedPaper[]): boolean => scans.some(({ state, unscannedSince }) => state === 'received' && unscannedSince === null)

/** How long a page waits before it asks again. */
export const scanRefreshSeconds = 3
