import type { FormState } from '../../platform/http/page.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { Button, FormShell, TextField } from '../../ui/index.ts'
import { BornInput, ReceiptInput } from './notice-fields.tsx'

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
  return (
    <FormShell action={action} csrfToken={csrfToken}>
      <ReceiptInput t={t} form={form} />
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
      <BornInput t={t} form={form} />
      <Button>{t(button)}</Button>
    </FormShell>
  )
}
