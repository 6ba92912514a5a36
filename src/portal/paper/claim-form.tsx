import type { FormState } from '../../platform/http/page.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { Button, DateField, FormShell, TextField } from '../../ui/index.ts'

type ClaimFormProps = {
  t: Text
  form: FormState
  action: string
  csrfToken: string
  /** The label of the code: needed on one page, not on the other. */
  code: 'paper.code.label' | 'paper.code.optional'
  button: 'paper.add.button' | 'paper.claim.button'
}

/** What stands on a notice, and the day its person was born. */
export function ClaimForm({ t, form, action, csrfToken, code, button }: ClaimFormProps) {
  const part = (name: string) => form.value(`born-${name}`)
  return (
    <FormShell action={action} csrfToken={csrfToken}>
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
      <TextField
        name="accessCode"
        label={t(code)}
        hint={t('paper.code.hint')}
        value={form.value('accessCode')}
        error={form.error('accessCode')}
        width={24}
        numeric
        autocomplete="off"
      />
      <DateField
        t={t}
        name="born"
        label={t('paper.born.label')}
        hint={t('paper.born.hint')}
        value={{ month: part('month'), day: part('day'), year: part('year') }}
        error={form.error('born-month')}
        birthday
      />
      <Button>{t(button)}</Button>
    </FormShell>
  )
}
