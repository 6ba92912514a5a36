import type { Text } from '../platform/i18n/text.ts'

/** Prints the page; a script brings it to light, since without one it could do nothing. */
export function PrintButton({ t }: { t: Text }) {
  return (
    <button class="usa-button usa-button--outline" type="button" data-print hidden>
      {t('ui.print')}
    </button>
  )
}
