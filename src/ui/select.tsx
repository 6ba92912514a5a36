import { classNames } from './class-names.ts'
import { describedBy, Field, type FieldProps } from './field.tsx'
import { widthClass } from './text-field.tsx'

export type Choice = { value: string; label: string; hint?: string | undefined }

export type SelectProps = FieldProps & {
  options: readonly Choice[]
  value?: string | undefined
  /** The first option, with an empty value: “Choose a question”. */
  prompt?: string
  autocomplete?: string | undefined
  width?: number | undefined
}

export function SelectOptions({ options, value, prompt }: Pick<SelectProps, 'options' | 'value' | 'prompt'>) {
  return (
    <>
      {prompt === undefined ? null : <option value="">{prompt}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value} selected={option.value === value}>
          {option.label}
        </option>
      ))}
    </>
  )
}

/** One of many. For up to about seven, radios are easier to see. */
export function Select(props: SelectProps) {
  const { name, id = name, error, autocomplete, width } = props
  return (
    <Field {...props}>
      <select
        class={classNames('usa-select', widthClass(width), error && 'usa-input--error')}
        id={id}
        name={name}
        autocomplete={autocomplete}
        {...describedBy(props)}
      >
        <SelectOptions {...props} />
      </select>
    </Field>
  )
}
