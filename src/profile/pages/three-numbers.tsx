import type { Text } from '../../platform/i18n/text.ts'
import { Table } from '../../ui/index.ts'

const kinds = ['account', 'a-number', 'receipt'] as const

/** The three numbers that people mix up: what each names, looks like, and where it stands. */
export function ThreeNumbers({ t }: { t: Text }) {
  return (
    <Table
      caption={t('profile.three.title')}
      head={[t('profile.three.number'), t('profile.three.names'), t('profile.three.looks'), t('profile.three.where')]}
      rows={kinds.map((kind) => [
        t(`profile.three.${kind}`),
        t(`profile.three.${kind}.names`),
        t(`profile.three.${kind}.looks`),
        t(`profile.three.${kind}.where`),
      ])}
    />
  )
}
