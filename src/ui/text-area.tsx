import { classNames } from './class-names.ts'
import { describedBy, Field, type FieldProps } from './field.tsx'

type TextAreaProps = FieldProps & { value?: string | undefined; rows?: number; maxlength?: number | undefined }

/** Several lines of text. */
export function TextArea(props: TextAreaProps) {
  const { name, id = name, value = '', rows = 5, maxlength, error } = props
  return (
    <Field {...props}>
      <textarea
        class={classNames('usa-textarea', error && 'usa-input--error')}
        id={id}
        name={name}
        rows={rows}
        maxlength={maxlength}
        dir="auto"
        {...describedBy(props)}
      >
        {value}
      </textarea>
    </Field>
  )
}
