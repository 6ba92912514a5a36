import type { FormState } from '../../platform/http/page.ts'
import type { FormWords } from '../catalogue/forms.ts'
import { shownAgain } from '../definition/clean.ts'
import type { Answers, Question } from '../definition/definition.ts'
import type { FieldValues } from '../definition/kind.ts'
import { fieldValues } from '../journey/fields.ts'

/** What the controls of a page show: values as kept or as typed, and what is wrong with them. */
export type Shown = {
  readonly words: FormWords
  value(name: string): string
  values(name: string): readonly string[]
  error(name: string): string | undefined
}

/** Whether a page comes back with what was just posted. */
export const isPosted = (form: FormState): boolean => form.errors.length > 0 || form.parked

type Kept = { readonly answers: Answers; readonly typed: FieldValues | undefined }

/** What was just posted, or else what was typed and not accepted before, or else the answers. */
export function shownOf(words: FormWords, form: FormState, questions: readonly Question[], { answers, typed }: Kept): Shown {
  const kept = { ...ownCountry(questions), ...fieldValues(questions, answers), ...typed }
  const values = (name: string): readonly string[] => {
    if (isPosted(form)) return form.values(name).map(shownAgain)
    const value = Object.hasOwn(kept, name) ? kept[name] : undefined
    return value === undefined ? [] : typeof value === 'string' ? [value] : value
  }
  return { words, values, value: (name) => values(name)[0] ?? '', error: form.error }
}

/** An address starts in the agency's own country: that is where most are. */
const ownCountry = (questions: readonly Question[]) =>
  Object.fromEntries(questions.filter(({ kind }) => kind === 'address').map(({ id }) => [`${id}.country`, 'US']))
