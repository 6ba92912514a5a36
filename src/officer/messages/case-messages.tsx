import { type AgencyPack, agencyText } from '../../agency/index.ts'
import type { Thread } from '../../correspondence/index.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { officePaths } from '../../platform/paths.ts'
import { Card, InstantText, Tag } from '../../ui/index.ts'

const stateTags = { waits: 'act', answered: 'good', closed: 'plain' } as const

/** What was written about the case, in its file. */
export function CaseMessages({ t, agency, receiptNumber: of, threads }: { t: Text; agency: AgencyPack; receiptNumber: string; threads: readonly Thread[] }) {
  return (
    <Card title={t('messages.office.card')}>
      {threads.length === 0 ? <p>{t('messages.office.card.none')}</p> : null}
      <ul class="plain-list">
        {threads.map(({ id, receiptNumber, topic, state, lastAt }) => (
          <li key={id}>
            <a href={officePaths.messageThread({ receiptNumber, thread: id })}>{agencyText(agency, t, 'messages', `topic.${topic}`)}</a>{' '}
            <Tag kind={stateTags[state]}>{t(`messages.office.state.${state}`)}</Tag>
            <br />
            <span class="muted">{t.rich('messages.office.card.newest', { at: <InstantText t={t} at={lastAt} /> })}</span>
          </li>
        ))}
      </ul>
      <p>
        <a href={officePaths.caseMessages({ receiptNumber: of })}>{t('messages.office.card.all')}</a>
      </p>
    </Card>
  )
}
