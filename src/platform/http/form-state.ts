import type { Text } from '../i18n/text.ts'
import type { FieldError, Fields } from './field.ts'
import type { FormState } from './page.ts'
import { nothingPosted, type Posted } from './posted.ts'

/** Builds what a view shows of a form: typed values kept (secrets are not), errors in the person's words. */
export function formState(
  t: Text,
  fields: Fields<never> | undefined,
  posted: Posted = nothingPosted,
  errors: readonly FieldError[] = [],
  parked = false,
): FormState {
  const secret = (name: string) => fields?.[name]?.echo === false
  const shown = errors.map(({ at, key, values, said }) => ({ at, message: said ?? t(key, values) }))
  return {
    value: (name) => (secret(name) ? '' : (posted.get(name)?.[0] ?? '')),
    values: (name) => (secret(name) ? [] : (posted.get(name) ?? [])),
    error: (name) => shown.find((each) => each.at === name)?.message,
    errors: shown,
    parked,
  }
}

/** Parses every field; all errors are found at once, in the order of the fields. */
export function parseFields(fields: Fields<unknown>, posted: Posted, model: unknown) {
  const values: Record<string, unknown> = {}
  const errors: FieldError[] = []
  for (const [name, field] of Object.entries(fields)) {
    const parsed = field.parse(posted, name, model)
    if (parsed.ok) values[name] = parsed.value
    else errors.push(...parsed.errors)
  }
  return { values, errors }
}
