import { showReceiptNumber } from '../../../cases/index.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { paths } from '../../../platform/paths.ts'
import { Alert } from '../../../ui/index.ts'
import type { Obstacle } from '../obstacles.ts'

function wordsOf(t: Text, obstacle: Obstacle): string {
  if (obstacle.kind === 'case') return t('closing.wait.case', { receipt: showReceiptNumber(obstacle.receiptNumber) })
  if (obstacle.kind === 'filing') return t('closing.wait.filing', { form: obstacle.form.toUpperCase() })
  if (obstacle.kind === 'contact-change') return t('closing.wait.contact-change', { until: t.instant(obstacle.until) })
  return t(`closing.wait.${obstacle.kind}`)
}

function hrefOf(obstacle: Obstacle): string {
  if (obstacle.kind === 'case') return paths.case({ receiptNumber: obstacle.receiptNumber })
  if (obstacle.kind === 'filing') return paths.submission({ submission: obstacle.submission })
  if (obstacle.kind === 'recovery') return paths.security()
  if (obstacle.kind === 'support') return paths.contactSupport()
  return obstacle.kind === 'contact-change' ? paths.contact() : paths.accountData()
}

/** Each thing that stands in the way, with the way to it. */
export function ObstacleList({ t, obstacles }: { t: Text; obstacles: readonly Obstacle[] }) {
  return (
    <Alert kind="act">
      <h2>{t('closing.wait.title')}</h2>
      <p>{t('closing.wait.intro')}</p>
      <ul>
        {obstacles.map((obstacle, index) => (
          <li key={index}>
            {wordsOf(t, obstacle)} <a href={hrefOf(obstacle)}>{t(`closing.wait.${obstacle.kind}.link`)}</a>
          </li>
        ))}
      </ul>
    </Alert>
  )
}
