import { describedBy, FieldGroup, type FieldProps } from './field.tsx'
import type { Choice } from './select.tsx'

type RadioGroupProps = FieldProps & { options: readonly Choice[]; value?: string | undefined }

/** The id of a group's nth control: the first has the field's own, so that the error summary leads to it. */
export const choiceId = (name: string, index: number) => (index === 0 ? name : `${name}-${index + 1}`)

/** One of a few, all to be seen. The label is the legend. */
export function RadioGroup({ id, ...props }: RadioGroupProps) {
  const { name, options, value } = props
  const first = id ?? name
  const { 'aria-invalid': invalid } = describedBy(props)
  return (
    <FieldGroup {...props}>
      {options.map((option, index) => (
        <div class="usa-radio" key={option.value}>
          <input
            class="usa-radio__input"
            id={choiceId(first, index)}
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            aria-invalid={invalid}
          />
          <label class="usa-radio__label" for={choiceId(first, index)}>
            {option.label}
            {option.hint ? <span class="usa-radio__label-description">{option.hint}</span> : null}
          </label>
        </div>
      ))}
    </FieldGroup>
  )
}
