import { CheckboxGroup, DateField, RadioGroup, Select, TextArea, TextField } from '../../ui/index.ts'
import type { Control } from '../definition/kind.ts'
import { wordsOf } from '../definition/wording.ts'
import { choicesOf } from './choices.ts'
import type { Shown } from './shown.ts'

type ControlProps = {
  shown: Shown
  control: Control
  /** Shown only while another control of the page has this value. */
  shownWhen?: { control: string; value: string; is: boolean } | undefined
}

const types = { tel: 'tel', email: 'email' } as const

function DateControl({ shown, control, field }: ControlProps & { field: FieldWords }) {
  const parts = ['month', 'day', 'year'] as const
  const wrong = [control.name, ...parts.map((part) => `${control.name}.${part}`)].map(shown.error)
  const value = Object.fromEntries(parts.map((part) => [part, shown.value(`${control.name}.${part}`)]))
  return (
    <DateField
      {...field}
      t={shown.words.t}
      joint="."
      value={value}
      error={wrong.find((message) => message !== undefined)}
      birthday={control.autocomplete === 'bday'}
    />
  )
}

type FieldWords = ReturnType<typeof fieldWords>

function fieldWords({ shown, control, shownWhen }: ControlProps) {
  const { t, texts } = shown.words
  const { domesticOnly } = control
  return {
    name: control.name,
    label: wordsOf(t, texts, control.label) ?? control.name,
    hint: control.hint && wordsOf(t, texts, control.hint),
    note: control.optional ? t('ui.optional') : undefined,
    error: shown.error(control.name),
    shownWhen: domesticOnly ? { control: domesticOnly.of, value: 'US', is: domesticOnly.is } : shownWhen,
  }
}

/** One control of a question, as the design system draws it. */
export function ControlView(props: ControlProps) {
  const { shown, control } = props
  const { t } = shown.words
  const field = fieldWords(props)
  const value = shown.value(control.name)
  const { autocomplete, width } = control
  if (control.type === 'date' || control.type === 'partial-date') return <DateControl {...props} field={field} />
  if (control.type === 'textarea') return <TextArea {...field} value={value} rows={6} />
  const options = choicesOf(shown.words, control)
  if (control.type === 'radios') return <RadioGroup {...field} options={options} value={value} />
  if (control.type === 'checkboxes') {
    return <CheckboxGroup {...field} options={options} values={shown.values(control.name)} />
  }
  if (control.type === 'select') {
    return (
      <Select {...field} options={options} value={value} prompt={t('filing.page.choose')} autocomplete={autocomplete} />
    )
  }
  return (
    <TextField
      {...field}
      value={value}
      width={width}
      autocomplete={autocomplete}
      inputmode={control.inputMode}
      type={types[control.inputMode as keyof typeof types] ?? 'text'}
      spellcheck={control.spellcheck}
      numeric={control.inputMode === 'numeric'}
    />
  )
}
