import type { Text } from '../platform/i18n/text.ts'
import { HiddenWords } from './hidden-words.tsx'

type Props = {
  t: Text
  /** Where what is typed is kept. */
  to: string
  mark: string
  /** What Save makes it a part of. */
  of: 'form' | 'answer'
  /** What the page shows was typed and is kept nowhere yet. */
  unkept?: boolean
}

/**
 * Where the page's script says that what is typed is kept; without a script nothing is there. The line with the time is
 * for the eye; the live region speaks only when it turns from kept to not kept or back (WCAG 4.1.3, without chatter).
 */
export const AutosaveStatus = ({ t, to, mark, of, unkept = false }: Props) => (
  <div
    data-autosave={to}
    data-mark={mark}
    data-unkept={unkept ? '' : undefined}
    data-kept={t(`autosave.${of}.kept`)}
    data-offline={t('autosave.offline')}
    data-elsewhere={t(`autosave.${of}.elsewhere`)}
    data-signed-out={t('autosave.signed-out')}
    data-not-kept={t('autosave.not-kept')}
  >
    <p class="muted" aria-hidden="true" data-autosave-said />
    <div role="status" data-autosave-live>
      <HiddenWords>{''}</HiddenWords>
    </div>
  </div>
)
