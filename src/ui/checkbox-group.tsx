import type { Choice } from './select.tsx'
import { FieldGroup, type FieldProps } from './field.tsx'
import { ChoiceHint, choiceId, hintId } from './radio-group.tsx'

type CheckboxProps = { id: string; name: string; option: Choice; checked: boolean }

function Checkbox({ id, name, option, checked }: CheckboxProps) {
  return (
    <div class="usa-checkbox">
      <input
        class="usa-checkbox__input"
        id={id}
        type="checkbox"
        name={name}
        value={option.value}
        checked={checked}
        aria-describedby={option.hint ? hintId(id) : undefined}
      />
      <label class="usa-checkbox__label" for={id}>
        {option.label}
      </label>
      <ChoiceHint id={id} hint={option.hint} />
    </div>
  )
}

type CheckboxGroupProps = FieldProps & { options: readonly Choice[]; values?: readonly string[] }

/** Any number of a few. The label is the legend. */
export function CheckboxGroup({ id, ...props }: CheckboxGroupProps) {
  const { name, options, values = [] } = props
  return (
    <FieldGroup {...props}>
      {options.map((option, index) => (
        <Checkbox
          key={option.value}
          id={choiceId(id ?? name, index)}
          name={name}
          option={option}
          checked={values.includes(option.value)}
        />
      ))}
    </FieldGroup>
  )
}
