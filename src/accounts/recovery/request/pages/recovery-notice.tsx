import type { Text } from '../../../../platform/i18n/text.ts'
import { paths } from '../../../../platform/paths.ts'
import { Alert, Button, FormShell } from '../../../../ui/index.ts'
import type { RunningRecovery } from '../end-recovery.ts'

type RecoveryNoticeProps = { t: Text; running: RunningRecovery | null; csrfToken: string }

/** On the account's home and its security page: somebody is trying to get back in, and the one press that stops them. */
export function RecoveryNotice({ t, running, csrfToken }: RecoveryNoticeProps) {
  if (!running) return null
  return (
    <Alert kind="act" title={t('recovery.running.title')} live>
      <p>{t('recovery.running', { begun: t.instant(running.begunAt), opens: t.instant(running.opensAt) })}</p>
      <FormShell action={paths.cancelOwnRecovery()} csrfToken={csrfToken} class="inline-form">
        <Button>{t('recovery.running.submit')}</Button>
      </FormShell>
    </Alert>
  )
}
