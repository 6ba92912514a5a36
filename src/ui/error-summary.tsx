import type { Text } from '../platform/i18n/text.ts'

/** One fault and the id of the control it is about; an empty `at` is about the whole form. */
export type ShownError = { readonly at: string; readonly message: string }

/** Stands first on a page that came back with faults; the script moves the focus to it (WCAG 3.3.1). Draws nothing for none. */
export function ErrorSummary({ t, errors }: { t: Text; errors: readonly ShownError[] }) {
  if (errors.length === 0) return null
  return (
    <div class="error-summary" role="alert" tabindex={-1} aria-labelledby="error-summary-title" data-focus-on-load>
      <h2 id="error-summary-title">{t('ui.error-summary.title', { count: errors.length })}</h2>
      <ul>
        {errors.map(({ at, message }) => (
          <li key={`${at} ${message}`}>{at ? <a href={`#${at}`}>{message}</a> : message}</li>
        ))}
      </ul>
    </div>
  )
}
