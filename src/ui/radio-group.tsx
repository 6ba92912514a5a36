import { describedBy, FieldGroup, type FieldProps } from './field.tsx'
import type { Choice } from './select.tsx'

type RadioGroupProps = FieldProps & { options: readonly Choice[]; value?: string | undefined }

/** The id of a group's nth control: the first has the field's own, so that the error summary leads to it. */
export const choiceId = (name: string, index: number) => (index === 0 ? name : `${name}-${index + 1}`)

export const hintId = (id: string) => `${id}-about`

/** What a choice means, beside its label and not in it: the label stays the words a person looks for. */
export const ChoiceHint = ({ id, hint }: { id: string; hint?: string | undefined }) =>
  hint ? (
    <p class="choice-hint" id={hintId(id)}>
      {hint}
    </p>
  ) : null

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
            aria-describedby={option.hint ? hintId(choiceId(first, index)) : undefined}
          />
          <label class="usa-radio__label" for={choiceId(first, index)}>
            {option.label}
          </label>
          <ChoiceHint id={choiceId(first, index)} hint={option.hint} />
        </div>
      ))}
    </FieldGroup>
  )
}
