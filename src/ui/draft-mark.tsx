import type { Text } from '../platform/i18n/text.ts'

/** Stands across every sheet of a printed draft, so that none is taken for a filing. On a screen it is not there. */
export const DraftMark = ({ t }: { t: Text }) => <p class="draft-mark">{t('papers.draft-mark')}</p>
