import type { ComponentChildren } from 'preact'
import type { FormState } from '../../platform/http/page.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { Button, Card, FormShell, PasswordField } from '../../ui/index.ts'
import type { PasswordModel } from './new-password-fields.ts'

type NewPasswordFormProps = {
  t: Text
  form: FormState
  model: PasswordModel & { email: string }
  action: string
  csrfToken: string
  /** Asked before the new password: the current one. */
  children?: ComponentChildren
}

/** **Password**, **Confirm password**: every rule that is broken is named at once. */
export function NewPasswordForm({ t, form, model: { rules, email }, action, csrfToken, children }: NewPasswordFormProps) {
  const faults = form.errors.filter(({ at }) => at === 'password').map(({ message }) => message)
  return (
    <Card plate>
      <FormShell action={action} csrfToken={csrfToken}>
        {/* Password managers keep the two together (WHATWG HTML, autofill). */}
        <input class="usa-sr-only" type="text" name="username" autocomplete="username" value={email} hidden readOnly />
        {children}
        <PasswordField
          t={t}
          name="password"
          label={t('accounts.password.label')}
          hint={t(rules.composition ? 'accounts.password.hint' : 'accounts.password.hint-plain', { least: rules.lengthMin })}
          error={faults.join('. ') || undefined}
          autocomplete="new-password"
        />
        <PasswordField
          t={t}
          name="confirm"
          label={t('accounts.password.confirm')}
          error={form.error('confirm')}
          autocomplete="new-password"
        />
        <Button>{t('accounts.password.submit')}</Button>
      </FormShell>
    </Card>
  )
}
