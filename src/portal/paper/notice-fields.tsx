import type { FormState } from '../../platform/http/page.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { DateField, TextField } from '../../ui/index.ts'

type NoticeFieldProps = { t: Text; form: FormState }

export const ReceiptInput = ({ t, form }: NoticeFieldProps) => (
  <TextField
    name="receiptNumber"
    label={t('paper.receipt.label')}
    hint={t('paper.receipt.hint')}
    value={form.value('receiptNumber')}
    error={form.error('receiptNumber')}
    width={24}
    numeric
    autocomplete="off"
  />
)

/** The person's whose case it is, who may be another than the one who types. */
export function BornInput({ t, form }: NoticeFieldProps) {
  const part = (name: string) => form.value(`born-${name}`)
  return (
    <DateField
      t={t}
      name="born"
      label={t('paper.born.label')}
      hint={t('paper.born.hint')}
      value={{ month: part('month'), day: part('day'), year: part('year') }}
      error={form.error('born-month')}
      birthday
    />
  )
}
