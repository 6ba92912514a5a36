import { longTextField } from '../../platform/http/field.ts'
import type { FormState } from '../../platform/http/page.ts'
import type { MessageKey, Text } from '../../platform/i18n/text.ts'
import { TextArea } from '../../ui/index.ts'

/** Why an officer does something to who has access, in their own words. */
export const whyField = longTextField({ empty: 'access-codes.mail.why.empty', most: 500 })

export const WhyInput = ({ t, form, label = 'access-codes.mail.why' }: { t: Text; form: FormState; label?: MessageKey }) => (
  <TextArea name="why" label={t(label)} hint={t('access-codes.mail.why.hint')} value={form.value('why')} error={form.error('why')} rows={2} />
)
