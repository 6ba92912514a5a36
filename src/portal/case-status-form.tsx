import type { Text } from '../platform/i18n/text.ts'
import { paths } from '../platform/paths.ts'
import { Button, TextField } from '../ui/index.ts'

type CaseStatusFormProps = { t: Text; typed?: string; error?: string | undefined }

/** Asks by GET: the answer's address can be kept, and looking up changes nothing. */
export function CaseStatusForm({ t, typed = '', error }: CaseStatusFormProps) {
  return (
    <form class="form" method="get" action={paths.caseStatus()}>
      <TextField
        name="receiptNumber"
        label={t('status.receipt-number')}
        hint={t('status.receipt-number.hint')}
        value={typed}
        error={error}
        width={24}
        numeric
        autocomplete="off"
      />
      <Button>{t('status.check')}</Button>
    </form>
  )
}
