import { parseReceiptNumber, type ReceiptNumberError } from '../cases/index.ts'
import { parsedField } from '../platform/http/field.ts'
import type { FormState } from '../platform/http/page.ts'
import type { MessageKey, Text } from '../platform/i18n/text.ts'
import { TextField } from '../ui/index.ts'

export const receiptFaults: Record<ReceiptNumberError, MessageKey> = {
  'not-a-receipt-number': 'officer.find.malformed',
  'unknown-prefix': 'officer.find.unknown-prefix',
  'looks-like-online-account-number': 'officer.find.account-number',
  'looks-like-a-number': 'officer.find.a-number',
}

/** A receipt number as staff type it from a paper or hear it on the telephone. */
export const receiptField = parsedField<string>({ empty: 'officer.find.empty', most: 40 }, (typed) => {
  const parsed = parseReceiptNumber(typed)
  return parsed.ok ? { value: parsed.number } : { error: receiptFaults[parsed.error] }
})

/** Where it is typed; its field is `receiptNumber`. */
export const ReceiptInput = ({ t, form, hint = 'officer.find.hint' }: { t: Text; form: FormState; hint?: MessageKey }) => (
  <TextField
    name="receiptNumber"
    label={t('officer.find.label')}
    hint={t(hint)}
    value={form.value('receiptNumber')}
    error={form.error('receiptNumber')}
    autocomplete="off"
    numeric
  />
)
