import { type AgencyPack, agencyText } from '../../../agency/index.ts'
import { SentFiles } from '../../../evidence/index.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { paths } from '../../../platform/paths.ts'
import { Card, InstantText, Tag } from '../../../ui/index.ts'
import type { Message, Side, Thread } from '../message.ts'
import { AttachedFiles } from './attached-files.tsx'

export const topicWords = (agency: AgencyPack, t: Text, topic: string): string => agencyText(agency, t, 'messages', `topic.${topic}`)

/** When the agency reads messages, and when an answer can be expected. */
export function WhenAnswered({ t, agency }: { t: Text; agency: AgencyPack }) {
  return (
    <>
      <p>{agencyText(agency, t, 'messages', 'hours')}</p>
      <p>{agencyText(agency, t, 'messages', 'expected', { days: agency.messages.answerDays })}</p>
    </>
  )
}

const stateTags = { waits: 'wait', answered: 'good', closed: 'plain' } as const

/** How a conversation stands; what is new in it comes first, in words. */
export function ThreadState({ t, state, unread = 0 }: { t: Text; state: Thread['state']; unread?: number }) {
  if (unread > 0) return <Tag kind="act">{t('messages.new', { count: unread })}</Tag>
  return <Tag kind={stateTags[state]}>{t(`messages.state.${state}`)}</Tag>
}

type Reader = { side: Side; accounts: readonly string[]; agencyName: string }

/** Who wrote a message, as its reader calls them. */
function writerWords(t: Text, { side, account }: Message, reader: Reader): string {
  if (side === 'agency') return reader.agencyName
  if (account !== null && reader.accounts.includes(account)) return t('messages.by.you')
  if (side === 'representative') return t(reader.side === 'person' ? 'messages.by.your-representative' : 'messages.by.other-representative')
  return t(reader.side === 'representative' ? 'messages.by.your-client' : 'messages.by.other-person')
}

/** One message as it was written: markup and addresses in it are text. */
export function MessageCard({ t, message, reader, receiptNumber }: { t: Text; message: Message; reader: Reader; receiptNumber: string }) {
  const { at, text, readAt, side } = message
  return (
    <Card title={writerWords(t, message, reader)}>
      <p class="muted">
        <InstantText t={t} at={at} />
      </p>
      <p class="preserved" dir="auto">
        {text}
      </p>
      <SentFiles t={t} receiptNumber={receiptNumber} files={message.files} label={t('messages.files')} />
      <AttachedFiles t={t} files={message.attached} hrefOf={(document) => paths.caseDocument({ receiptNumber, document })} />
      {side === 'agency' ? null : (
        <p class="muted">
          {readAt.agency
            ? t.rich('messages.read-by-agency', { agency: reader.agencyName, at: <InstantText t={t} at={readAt.agency} /> })
            : t('messages.not-read-by-agency', { agency: reader.agencyName })}
        </p>
      )}
    </Card>
  )
}
