import type { Text } from '../platform/i18n/text.ts'
import { classNames } from './class-names.ts'
import { describedBy, Field, type FieldProps } from './field.tsx'

/** `off`: the secret of something else than an account, which a password manager should not keep as the account's. */
type PasswordFieldProps = FieldProps & {
  t: Text
  autocomplete: 'new-password' | 'current-password' | 'off'
  /** What the button that shows it says, where it is no password. */
  toggle?: { show: string; hide: string }
}

/** A password. Pasting is welcome (NIST SP 800-63B 3.1.1.2); a script adds the button that shows it. Never echoed. */
export function PasswordField({ t, autocomplete, toggle, ...props }: PasswordFieldProps) {
  const { name, id = name, error } = props
  const { show, hide } = toggle ?? { show: t('ui.password.show'), hide: t('ui.password.hide') }
  return (
    <Field {...props}>
      <div class="with-button" data-password data-show={show} data-hide={hide}>
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
