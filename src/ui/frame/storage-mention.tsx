import type { Text } from '../../platform/i18n/text.ts'
import { Alert } from '../alert.tsx'

/** On a first visit: what is kept on the device, and where to choose. Nothing waits for it. */
export function StorageMention({ t, href }: { t: Text; href: string }) {
  return (
    <aside class="wrap mention" aria-label={t('storage.mention.label')}>
      <Alert kind="info">
        <p>
          {t('storage.mention')} <a href={href}>{t('ui.nav.storage-preferences')}</a>
        </p>
      </Alert>
    </aside>
  )
}
