import type { Text } from '../platform/i18n/text.ts'
import { classNames } from './class-names.ts'
import { FieldGroup, type FieldProps } from './field.tsx'
import { SelectOptions } from './select.tsx'

/** What the three controls hold, as typed. */
export type DateParts = { month?: string; day?: string; year?: string }

type DateFieldProps = FieldProps & {
  t: Text
  value?: DateParts | undefined
  /** Joins the field's name with `month`, `day` and `year`. */
  joint?: '-' | '.'
  /** A date of birth of the person's own. */
  birthday?: boolean
  /** Leaves the day out: “about when” needs month and year only. */
  withoutDay?: boolean
}

type PartProps = { id: string; words: string; error: boolean; value: string; autocomplete: string | undefined }

function NumberPart({ id, words, error, value, autocomplete, digits }: PartProps & { digits: 2 | 4 }) {
  return (
    <div class={classNames('usa-form-group', digits === 4 ? 'usa-form-group--year' : 'usa-form-group--day')}>
      <label class="usa-label" for={id}>
        {words}
      </label>
      <input
        class={classNames('usa-input number', error && 'usa-input--error')}
        id={id}
        name={id}
        value={value}
        type="text"
        inputmode="numeric"
        autocomplete={autocomplete}
        aria-invalid={error ? 'true' : undefined}
      />
    </div>
  )
}

function MonthPart({ t, id, words, error, value, autocomplete }: PartProps & { t: Text }) {
  const options = t.monthNames().map((label, index) => ({ value: String(index + 1), label }))
  return (
    <div class="usa-form-group usa-form-group--month usa-form-group--select">
      <label class="usa-label" for={id}>
        {words}
      </label>
      <select
        class={classNames('usa-select', error && 'usa-input--error')}
        id={id}
        name={id}
        autocomplete={autocomplete}
        aria-invalid={error ? 'true' : undefined}
      >
        <SelectOptions options={options} value={String(Number(value || 0))} prompt={t('ui.date.choose-month')} />
      </select>
    </div>
  )
}

/** A date a person knows by heart: month by name, day and year typed; the legend is the question. */
export function DateField({ t, value = {}, joint = '-', birthday, withoutDay, ...field }: DateFieldProps) {
  const part = (name: 'month' | 'day' | 'year') => ({
    id: `${field.name}${joint}${name}`,
    words: t(`ui.date.${name}`),
    error: Boolean(field.error),
    value: value[name] ?? '',
    autocomplete: birthday ? `bday-${name}` : undefined,
  })
  return (
    <FieldGroup {...field} id={field.id ?? field.name}>
      <div class="usa-memorable-date">
        <MonthPart t={t} {...part('month')} />
        {withoutDay ? null : <NumberPart {...part('day')} digits={2} />}
        <NumberPart {...part('year')} digits={4} />
      </div>
    </FieldGroup>
  )
}
