import { agencyText, type AgencyPack } from '../agency/index.ts'
import type { Text } from '../platform/i18n/text.ts'

/** What is prepared, in words: the form, or the notice of appearance alone. */
export const whatIsPrepared = (agency: AgencyPack, t: Text, form: string | null): string =>
  form === null ? t('preparation.appearance-alone') : agencyText(agency, t, 'agency', `form.${form}.title`)
