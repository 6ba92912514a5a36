import { TextField, type TextFieldProps } from './text-field.tsx'

/** An email address; `username` is what password managers look for where the person signs in. */
export function EmailField(props: Omit<TextFieldProps, 'type' | 'inputmode'> & { autocomplete?: 'email' | 'username' | 'username webauthn' }) {
  return <TextField autocomplete="email" {...props} type="email" inputmode="email" />
}
