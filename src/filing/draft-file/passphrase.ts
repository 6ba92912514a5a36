import type { AgencyPack } from '../../agency/index.ts'
import { passwordFaults, type PasswordRules } from '../../accounts/index.ts'
import { type Field, type FieldError, right, secretField, wrong } from '../../platform/http/field.ts'
import { postedText } from '../../platform/http/posted.ts'

/** Characters after NFC. A file is guessed at without anybody counting: more than for a password, and words instead of marks. */
export const passphraseLeast = 12
export const passphraseMost = 128

/** The rules in force, and what of the person's own a passphrase may not hold. */
export type PassphraseModel = { readonly rules: PasswordRules; readonly own: readonly string[] }

export const passphraseRules = ({ password }: Pick<AgencyPack, 'password'>): PasswordRules => ({
  lengthMin: passphraseLeast,
  lengthMax: passphraseMost,
  composition: false,
  words: password.words,
})

const wordsOf = {
  'too-short': 'draft-file.passphrase.too-short',
  'too-long': 'draft-file.passphrase.too-long',
  common: 'draft-file.passphrase.common',
  'contains-own': 'draft-file.passphrase.contains-own',
} as const

type Told = keyof typeof wordsOf

const isTold = (fault: string): fault is Told => Object.hasOwn(wordsOf, fault)

const given = secretField({ empty: 'draft-file.passphrase.empty' })

/** A new passphrase, never sent back: every rule that it breaks is named at once. */
export const passphraseField: Field<string, PassphraseModel> = {
  echo: false,
  parse(posted, name, model) {
    const typed = given.parse(posted, name, model)
    if (!typed.ok) return typed
    const values = { least: passphraseLeast, most: passphraseMost }
    const faults = passwordFaults(typed.value, model.own, model.rules).filter(isTold)
    const errors = faults.map((fault): FieldError => ({ at: name, key: wordsOf[fault], values }))
    return errors.length > 0 ? { ok: false, errors } : right(typed.value)
  },
}

/** The same once more: what was mistyped would lock the file for good. */
export const passphraseAgainField: Field<string> = {
  echo: false,
  parse(posted, name) {
    const typed = postedText(posted, name)
    if (typed === '') return wrong(name, 'draft-file.passphrase.again-empty')
    return typed === postedText(posted, 'passphrase') ? right(typed) : wrong(name, 'draft-file.passphrase.different')
  },
}
