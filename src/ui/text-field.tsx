import { classNames } from './class-names.ts'
import { describedBy, Field, type FieldProps } from './field.tsx'

export type TextFieldProps = FieldProps & {
  value?: string | undefined
  /** About how many characters are expected; the box is drawn that wide. */
  width?: 'short' | 'medium' | 'long'
  type?: 'text' | 'email' | 'tel' | 'search'
  autocomplete?: string
  inputmode?: 'text' | 'numeric' | 'email' | 'tel'
  maxlength?: number
  /** Draws the value in tabular figures: receipt, account and A-Numbers. */
  numeric?: boolean
}

/** A single line of text. No `maxlength` cuts a paste silently unless the page asks for it: too long is an error in words. */
export function TextField(props: TextFieldProps) {
  const { name, id = name, value = '', width, type = 'text', autocomplete, inputmode, maxlength, numeric, error } = props
  return (
    <Field {...props}>
      <input
        class={classNames('usa-input', width && `width-${width}`, numeric && 'number', error && 'usa-input--error')}
        id={id}
        name={name}
        type={type as 'text'}
        value={value}
        autocomplete={autocomplete}
        inputmode={inputmode}
        maxlength={maxlength}
        spellcheck={numeric || type === 'email' ? false : undefined}
        {...describedBy(props)}
      />
    </Field>
  )
}
