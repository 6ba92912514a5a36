import type { AgencyPack } from '../../../agency/index.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { Button, Card, FormShell, InstantText, TextField } from '../../../ui/index.ts'
import type { Found } from '../search.ts'
import { topicWords } from './message-parts.tsx'

/** Posted, so that what is searched for stands in no address as it was typed. */
export function SearchForm({ t, action, csrfToken, term = '' }: { t: Text; action: string; csrfToken: string; term?: string }) {
  return (
    <FormShell action={action} csrfToken={csrfToken} class="form">
      <TextField name="term" label={t('messages.search')} hint={t('messages.search.hint')} value={term} autocomplete="off" spellcheck={false} />
      <Button look="quiet">{t('messages.search.press')}</Button>
    </FormShell>
  )
}

/** What was found, with the words around it. */
export function SearchResults({ t, agency, found, hrefOf }: { t: Text; agency: AgencyPack; found: Found; hrefOf: (thread: string) => string }) {
  const { term, messages, isCut } = found
  return (
    <Card title={t('messages.search.found', { count: messages.length })}>
      {messages.length === 0 ? <p>{t('messages.search.none', { term })}</p> : null}
      <ul class="plain-list">
        {messages.map(({ thread, topic, at, before, match, after }) => (
          <li key={`${thread}${at}`}>
            <a href={hrefOf(thread)}>{topicWords(agency, t, topic)}</a>{' '}
            <span class="muted">
              <InstantText t={t} at={at} />
            </span>
            <p class="preserved" dir="auto">
              {before}
              <mark>{match}</mark>
              {after}
            </p>
          </li>
        ))}
      </ul>
      {isCut ? <p class="muted">{t('messages.search.cut')}</p> : null}
    </Card>
  )
}
