import type { UnreadMessages } from '../correspondence/index.ts'
import type { Text } from '../platform/i18n/text.ts'
import { paths } from '../platform/paths.ts'
import { Card, Tag } from '../ui/index.ts'

/** The way to the notices about a case; what was not opened yet is said in words. */
export function NoticesCard({ t, receiptNumber, news: { notices, unopened } }: { t: Text; receiptNumber: string; news: UnreadMessages }) {
  return (
    <Card title={t('notices.title')}>
      <p>{unopened > 0 ? <Tag kind="act">{t('notices.card.new', { count: unopened })}</Tag> : t(notices > 0 ? 'notices.card.nothing-new' : 'notices.card.none')}</p>
      <p>
        <a href={paths.notices({ receiptNumber })}>{t('notices.card.link')}</a>
      </p>
    </Card>
  )
}
