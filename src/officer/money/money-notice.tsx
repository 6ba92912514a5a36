import type { Text } from '../../platform/i18n/text.ts'
import { officePaths } from '../../platform/paths.ts'
import { Alert } from '../../ui/index.ts'

/** That the money of a day does not balance, for who may see it; nothing when all days do. */
export function MoneyNotice({ t, days }: { t: Text; days: number | null }) {
  if (!days) return null
  return (
    <Alert kind="act">
      <p>{t('money.notice', { count: days })}</p>
      <p>
        <a href={officePaths.money()}>{t('money.notice.link')}</a>
      </p>
    </Alert>
  )
}
