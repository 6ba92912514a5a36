import type { Text } from '../../../platform/i18n/text.ts'
import { Card, NumberText } from '../../../ui/index.ts'

/** The numbers of merged accounts: still on papers, still the person's. Nothing where there are none. */
export function MergedNumbers({ t, numbers }: { t: Text; numbers: readonly string[] }) {
  if (numbers.length === 0) return null
  return (
    <Card title={t('merging.profile.also')}>
      <p>{t('merging.profile.also-hint')}</p>
      <ul>
        {numbers.map((number) => (
          <li key={number}>
            <NumberText t={t} kind="account" value={number} copy />
          </li>
        ))}
      </ul>
    </Card>
  )
}
