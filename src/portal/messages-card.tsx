import type { UnreadMessages } from '../correspondence/index.ts'
import type { Text } from '../platform/i18n/text.ts'
import { paths } from '../platform/paths.ts'
import { Card, Tag } from '../ui/index.ts'

/** The way to the messages about a case; what is new is said in words. */
export function MessagesCard({ t, receiptNumber, messages: { threads, unread } }: { t: Text; receiptNumber: string; messages: UnreadMessages }) {
  return (
    <Card title={t('messages.title')}>
      <p>
        {unread > 0 ? <Tag kind="act">{t('messages.new', { count: unread })}</Tag> : t(threads > 0 ? 'messages.card.nothing-new' : 'messages.card.none')}
      </p>
      <p>
        <a href={paths.messages({ receiptNumber })}>{t('messages.card.link')}</a>
      </p>
    </Card>
  )
}
