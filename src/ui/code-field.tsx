import { TextField, type TextFieldProps } from './text-field.tsx'

/** A one-time password: phones offer the code from the message that brought it. */
export function CodeField(props: Omit<TextFieldProps, 'type' | 'inputmode' | 'autocomplete' | 'numeric'>) {
  return <TextField width={8} {...props} autocomplete="one-time-code" inputmode="numeric" numeric />
}
