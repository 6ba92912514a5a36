import type { AgencyPack } from '../../agency/index.ts'
import { type Field, type FieldError, right, secretField, wrong } from '../../platform/http/field.ts'
import type { MessageKey } from '../../platform/i18n/text.ts'
import { type Posted, postedText } from '../../platform/http/posted.ts'
import { passwordFaults, passwordRules, type PasswordRules } from '../password-rules.ts'

/** The rules in force, and the words of the person's own that a password may not hold. */
export interface PasswordModel {
  rules: PasswordRules
  own: readonly string[]
}

/** The pack may ask for more than the product does, never for less. */
export const rulesOf = ({ password }: Pick<AgencyPack, 'password'>): PasswordRules => ({
  lengthMin: Math.max(passwordRules.lengthMin, password.lengthLeast),
  lengthMax: password.lengthMost,
  composition: password.needs.length > 0,
  words: password.words,
})

const given = secretField({ empty: 'accounts.password.empty' })

function errorsIn(password: string, name: string, { rules, own }: PasswordModel): FieldError[] {
  const values = { least: rules.lengthMin, most: rules.lengthMax }
  return passwordFaults(password, own, rules).map((fault) => ({
    at: name,
    key: `accounts.password.${fault}` as MessageKey,
    values,
  }))
}

/** A new password: every rule it breaks is named at once. */
export const newPasswordField: Field<string, PasswordModel> = {
  echo: false,
  parse(posted: Posted, name: string, model: PasswordModel) {
    const typed = given.parse(posted, name, model)
    if (!typed.ok) return typed
    const errors = errorsIn(typed.value, name, model)
    return errors.length > 0 ? { ok: false, errors } : right(typed.value)
  },
}

/** The same password once more, against a slip of the finger. */
export const confirmPasswordField: Field<string> = {
  echo: false,
  parse(posted, name) {
    const typed = postedText(posted, name)
    if (typed === '') return wrong(name, 'accounts.password.confirm-empty')
    return typed === postedText(posted, 'password') ? right(typed) : wrong(name, 'accounts.password.different')
  },
}
