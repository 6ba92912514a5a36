/** A body as Stripe takes it: form-encoded, with nesting in brackets (`a[b][0][c]=…`). Lists come out as objects by place. */
export type Form = { [name: string]: string | Form }

export function readForm(text: string): Form {
  const form: Form = {}
  for (const [path, value] of new URLSearchParams(text)) {
    const names = path.split(/\[|\]\[|\]/).filter((name) => name !== '')
    const last = names.pop() ?? ''
    let place = form
    for (const name of names) {
      place[name] ??= {}
      place = place[name] as Form
    }
    place[last] = value
  }
  return form
}

export const formAt = (form: Form, ...names: string[]): Form =>
  names.reduce<Form>((at, name) => (typeof at[name] === 'object' ? at[name] : {}), form)

export const textAt = (form: Form, name: string): string | null => (typeof form[name] === 'string' ? form[name] : null)
