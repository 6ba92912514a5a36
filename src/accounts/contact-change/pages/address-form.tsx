import type { ComponentChildren } from 'preact'
import type { FormState } from '../../../platform/http/page.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { Alert, Button, Card, EmailField, FactsList, FormShell } from '../../../ui/index.ts'

export function LinkSent({ t }: { t: Text }) {
  return (
    <Alert kind="info" live title={t('account-contact.sent.title')}>
      <p>{t('account-contact.sent.body')}</p>
      <p>{t('account-contact.sent.spam')}</p>
    </Alert>
  )
}

interface AddressFormProps {
  form: FormState
  csrfToken: string
  action: string
  now: { name: string; value: string }
  label: string
  submit: string
  /** Who is told, and how it can be taken back. */
  undo: string
  /** What to know before typing. */
  children: ComponentChildren
}

/** The address that counts now, and the one that is to. The value typed is never shown again by another page. */
export function AddressForm({ form, csrfToken, action, now, label, submit, undo, children }: AddressFormProps) {
  return (
    <Card plate>
      <FactsList facts={[now]} />
      {children}
      <FormShell action={action} csrfToken={csrfToken}>
        <EmailField name="email" label={label} value={form.value('email')} error={form.error('email')} autocomplete="email" />
        <Button>{submit}</Button>
      </FormShell>
      <p class="usa-hint">{undo}</p>
    </Card>
  )
}
