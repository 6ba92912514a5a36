import { type Field, parsedField } from '../../platform/http/field.ts'
import type { FormState } from '../../platform/http/page.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { backupCodeShape, parseCode } from '../../platform/numbers/crockford.ts'
import { TextField } from '../../ui/index.ts'

/** A typed backup code in the one way it is compared; a secret, never sent back to a page. */
export const backupCodeField: Field<string> = {
  ...parsedField<string>({ empty: 'accounts.backup.empty', most: 60 }, (typed) => {
    const read = parseCode(typed, backupCodeShape)
    return read.ok ? { value: read.code } : { error: 'accounts.backup.not-a-code' }
  }),
  echo: false,
}

/** **Backup code**, wherever one is asked for. */
export function BackupCodeField({ t, form }: { t: Text; form: FormState }) {
  return (
    <TextField
      name="code"
      label={t('accounts.backup.field')}
      hint={t('accounts.backup.field-hint')}
      error={form.error('code')}
      autocomplete="off"
      numeric
    />
  )
}
