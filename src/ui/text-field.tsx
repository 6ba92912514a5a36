import { classNames } from './class-names.ts'
import { describedBy, Field, type FieldProps } from './field.tsx'

export type TextFieldProps = FieldProps & {
  value?: string | undefined
  /** How many characters are expected: the box is drawn about that wide. */
  width?: number | undefined
  type?: 'text' | 'email' | 'tel' | 'search'
  autocomplete?: string | undefined
  inputmode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | undefined
  maxlength?: number | undefined
  spellcheck?: boolean | undefined
  /** Draws the value in tabular figures: receipt, account and A-Numbers. */
  numeric?: boolean
}

const widths = [4, 8, 14, 24]

/** The class of the narrowest box that holds so many characters; long texts take the usual width. */
export const widthClass = (characters?: number) => {
  const width = widths.find((each) => characters !== undefined && characters <= each)
  return width ? `width-${width}` : null
}

/** A single line of text. Too long is an error in words, so pages seldom set `maxlength`: it cuts a paste silently. */
export function TextField(props: TextFieldProps) {
  // Numbers and email addresses run left to right in every language; other text as its own letters do (WCAG 1.3.2).
  const leftToRight = props.numeric || props.type === 'email'
  const { name, id = name, value = '', width, type = 'text', autocomplete, inputmode, maxlength, numeric, error } = props
  return (
    <Field {...props}>
      <input
        class={classNames('usa-input', widthClass(width), numeric && 'number', error && 'usa-input--error')}
        id={id}
        name={name}
        type={type as 'text'}
        value={value}
        autocomplete={autocomplete}
        inputmode={inputmode}
        maxlength={maxlength}
        spellcheck={props.spellcheck ?? (leftToRight ? false : undefined)}
        dir={leftToRight ? 'ltr' : 'auto'}
        {...describedBy(props)}
      />
    </Field>
  )
}
