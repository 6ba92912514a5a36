import { type AgencyPack, agencyText } from '../../agency/index.ts'
import type { Thread } from '../../correspondence/index.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { officePaths } from '../../platform/paths.ts'
import { Button, ButtonLink, ButtonRow, InstantText, NumberText, Select, Table, TextField } from '../../ui/index.ts'
import { isSearch, type MessageFilters, statesSought } from './message-filters.ts'

type Listed = { t: Text; agency: AgencyPack; threads: readonly Thread[]; now: Temporal.Instant }

function age(t: Text, { waitsSince }: Thread, now: Temporal.Instant): string {
  if (!waitsSince) return ''
  const hours = Math.floor(waitsSince.until(now).total('hours'))
  return hours < 48 ? t('messages.office.age.hours', { count: hours }) : t('messages.office.age.days', { count: Math.floor(hours / 24) })
}

const firstCells = ({ t, agency }: Pick<Listed, 't' | 'agency'>, { id, topic, receiptNumber }: Thread) => [
  <a key="topic" href={officePaths.messageThread({ receiptNumber, thread: id })}>
    {agencyText(agency, t, 'messages', `topic.${topic}`)}
  </a>,
  <NumberText key="case" t={t} kind="receipt" value={receiptNumber} />,
]

/** What waits, with since when and how long. */
export function WaitingTable({ t, agency, threads, now }: Listed) {
  return (
    <Table
      caption={t('messages.office.list')}
      head={(['topic', 'case', 'since', 'age'] as const).map((name) => t(`messages.office.head.${name}`))}
      rows={threads.map((thread) => [
        ...firstCells({ t, agency }, thread),
        thread.waitsSince ? <InstantText key="since" t={t} at={thread.waitsSince} /> : '',
        age(t, thread, now),
      ])}
    />
  )
}

/** What was looked for, with how each stands. */
export function FoundTable({ t, agency, threads }: Omit<Listed, 'now'>) {
  return (
    <Table
      caption={t('messages.office.sought.list')}
      head={(['topic', 'case', 'state', 'newest'] as const).map((name) => t(`messages.office.head.${name}`))}
      rows={threads.map((thread) => [
        ...firstCells({ t, agency }, thread),
        t(`messages.office.state.${thread.state}`),
        <InstantText key="newest" t={t} at={thread.lastAt} />,
      ])}
    />
  )
}

/** **Show**: which conversations are looked for stands in the address. Folded away until it is asked for or in use. */
export function MessageFilterForm({ t, agency, filters, unread }: Omit<Listed, 'threads' | 'now'> & { filters: MessageFilters; unread: string | null }) {
  const isOn = isSearch(filters) || unread !== null
  return (
    <details class="filters" open={isOn}>
      <summary>{t('messages.office.sought.title')}</summary>
      <p>{t('messages.office.sought.about')}</p>
      <form class="filters-form" method="get" action={officePaths.messages()}>
        <TextField
          name="receipt"
          label={t('messages.office.sought.receipt')}
          value={unread ?? filters.receiptNumber ?? ''}
          error={unread === null ? undefined : t('messages.office.sought.receipt.wrong')}
          autocomplete="off"
          spellcheck={false}
          numeric
        />
        <Select
          name="topic"
          label={t('messages.topic')}
          prompt={t('messages.office.sought.topic.any')}
          options={agency.messages.topics.map((value) => ({ value, label: agencyText(agency, t, 'messages', `topic.${value}`) }))}
          value={filters.topic ?? undefined}
        />
        <Select
          name="state"
          label={t('messages.office.sought.state')}
          options={statesSought.map((value) => ({ value, label: t(`messages.office.state.${value}`) }))}
          value={filters.state}
        />
        <ButtonRow>
          <Button look="quiet">{t('messages.office.sought.show')}</Button>
          {isOn ? (
            <ButtonLink href={officePaths.messages()} look="plain">
              {t('messages.office.sought.none')}
            </ButtonLink>
          ) : null}
        </ButtonRow>
      </form>
    </details>
  )
}
