import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { Alert, Button, ButtonLink, ButtonRow, FormShell } from '../../ui/index.ts'

/** Mails to the person come back: they give another address, or say that this one works. */
export function OwnMailComesBack({ t, csrfToken }: { t: Text; csrfToken: string }) {
  return (
    <Alert kind="warn" title={t('notifications.back.title')}>
      <p>{t('notifications.back.body')}</p>
      <ButtonRow>
        <ButtonLink href={paths.contact()} look="quiet">
          {t('notifications.back.change')}
        </ButtonLink>
        <FormShell action={paths.mailReachesMe()} csrfToken={csrfToken} class="inline-form">
          <Button look="quiet">{t('notifications.back.right')}</Button>
        </FormShell>
      </ButtonRow>
    </Alert>
  )
}
