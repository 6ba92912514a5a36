import type { Text } from '../../platform/i18n/text.ts'

/** On every page of a demonstration, so that nobody takes it for an agency's. */
export function DemonstrationBar({ t }: { t: Text }) {
  return (
    <div class="demonstration-bar">
      <p class="wrap">{t('ui.demonstration')}</p>
    </div>
  )
}
