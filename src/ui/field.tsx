import type { ComponentChildren } from 'preact'
import { classNames } from './class-names.ts'

/** What every field takes; label, hint and error are already in the person's language. */
export type FieldProps = {
  name: string
  label: ComponentChildren
  hint?: ComponentChildren
  error?: string | undefined
  /** The control's id, `name` unless given: error summaries link to it. */
  id?: string
  /** Said softly after the label: “(optional)”. */
  note?: string | undefined
  /** Shown only while another control has, or has not, a value; without a script always shown. */
  shownWhen?: { control: string; value: string | readonly string[]; is: boolean } | undefined
}

const condition = ({ shownWhen }: FieldProps) =>
  shownWhen && {
    'data-shown-control': shownWhen.control,
    'data-shown-value': [shownWhen.value].flat().join(' '),
    'data-shown-is': shownWhen.is ? 'yes' : 'no',
  }

/** Beside the label and not in it: the label stays the words a person looks for. */
const Note = ({ name, id = name, note }: FieldProps) =>
  note ? (
    <span class="label-note" id={`${id}-note`}>
      {note}
    </span>
  ) : null

/** What a control says of itself to assistive technology: where its hint and error stand, and that it is wrong. */
export function describedBy({ name, id = name, hint, note, error }: FieldProps) {
  const ids = classNames(note ? `${id}-note` : null, hint ? `${id}-hint` : null, error ? `${id}-error` : null)
  return { 'aria-describedby': ids || undefined, 'aria-invalid': error ? ('true' as const) : undefined }
}

export function HintAndError({ name, id = name, hint, error }: FieldProps) {
  return (
    <>
      {hint ? (
        <div class="usa-hint" id={`${id}-hint`}>
          {hint}
        </div>
      ) : null}
      {error ? (
        <p class="usa-error-message" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
    </>
  )
}

/** A label, its hint, its error and one control, in this order (WCAG 3.3.1, 3.3.2). */
export function Field({ children, ...field }: FieldProps & { children: ComponentChildren }) {
  return (
    <div class={classNames('usa-form-group', field.error && 'usa-form-group--error')} {...condition(field)}>
      <div class="label-line">
        <label class={classNames('usa-label', field.error && 'usa-label--error')} for={field.id ?? field.name}>
          {field.label}
        </label>
        <Note {...field} />
      </div>
      <HintAndError {...field} />
      {children}
    </div>
  )
}

/** A question with several controls: a fieldset whose legend is the question. With an id it can take the summary's focus. */
export function FieldGroup({ children, id, ...rest }: FieldProps & { children: ComponentChildren }) {
  const field = { ...rest, ...(id ? { id } : {}) }
  const { 'aria-describedby': ids } = describedBy(field)
  return (
    <fieldset
      class={classNames('usa-fieldset usa-form-group', field.error && 'usa-form-group--error')}
      id={id}
      tabindex={id ? -1 : undefined}
      aria-describedby={ids}
      {...condition(field)}
    >
      <legend class="usa-legend">{field.label}</legend>
      <Note {...field} />
      <HintAndError {...field} />
      {children}
    </fieldset>
  )
}
