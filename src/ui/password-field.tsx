import type { Text } from '../platform/i18n/text.ts'
import { classNames } from './class-names.ts'
import { describedBy, Field, type FieldProps } from './field.tsx'

/** `off`: the secret of something else than an account, which a password manager should not keep as the account's. */
type PasswordFieldProps = FieldProps & { t: Text; autocomplete: 'new-password' | 'current-password' | 'off' }

/** A password. Pasting is welcome (NIST SP 800-63B 3.1.1.2); a script adds the button that shows it. Never echoed. */
export function PasswordField({ t, autocomplete, ...props }: PasswordFieldProps) {
  const { name, id = name, error } = props
  return (
    <Field {...props}>
      <div class="with-button" data-password data-show={t('ui.password.show')} data-hide={t('ui.password.hide')}>
        <input
          class={classNames('usa-input', error && 'usa-input--error')}
          id={id}
          name={name}
          type="password"
          autocomplete={autocomplete}
          spellcheck={false}
          {...describedBy(props)}
        />
      </div>
    </Field>
  )
}
