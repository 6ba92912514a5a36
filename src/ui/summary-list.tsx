import type { ComponentChildren } from 'preact'
import type { Text } from '../platform/i18n/text.ts'
import { HiddenWords } from './hidden-words.tsx'

/** `item`: the number of the question on the form, for who reads the list on paper. */
export type SummaryRow = { question: string; item?: string; answer: ComponentChildren; change?: string }

/** Answers read back, each with the way to change it. */
export function SummaryList({ t, rows }: { t: Text; rows: readonly SummaryRow[] }) {
  return (
    <dl class="summary-list">
      {rows.map(({ question, item, answer, change }) => (
        <div key={question} class="summary-row">
          <dt>
            {question}
            {item ? (
              // As the printed form numbers it, which is in English whatever the page is in (WCAG 3.1.2).
              <span lang="en" class="on-paper muted">
                {' '}
                ({item})
              </span>
            ) : null}
          </dt>
          <dd>{answer}</dd>
          {change ? (
            <dd class="summary-change">
              <a href={change}>
                {t('ui.change')} <HiddenWords>{question}</HiddenWords>
              </a>
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  )
}
