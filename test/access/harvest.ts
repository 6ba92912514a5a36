import type { AccessGround } from './access-ground.ts'
import { ask, methodsOf, type patternOf } from './asking.ts'
import type { Person } from './people.ts'

/** A form of a page of theirs: where it is sent and what it would send. */
export interface Found {
  readonly action: string
  readonly values: Readonly<Record<string, string>>
}

const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]?.replaceAll('&amp;', '&')

/** Every form of a page, with a value in each of its fields, as somebody would copy it who saw it over their shoulder. */
export function formsIn(html: string): Found[] {
  return [...html.matchAll(/(<form\b[^>]*>)([\s\S]*?)<\/form>/g)].flatMap(([, tag = '', inner = '']) => {
    const fields = [...inner.matchAll(/<(input|select|textarea|button)\b[^>]*>/g)]
    const values: Record<string, string> = {}
    for (const [field, kind] of fields) {
      const name = attribute(field, 'name')
      if (name && name !== 'csrf') values[name] ??= attribute(field, 'value') ?? (kind === 'select' ? (/<option value="([^"]+)"/.exec(inner.slice(inner.indexOf(field)))?.[1] ?? '') : 'x')
    }
    const actions = [attribute(tag, 'action'), ...fields.map(([field]) => attribute(field, 'formaction'))]
    return actions.flatMap((action) => (action ? [{ action, values }] : []))
  })
}

/** The forms on every page of one listener that this person can open, by the address they are sent to. */
export async function formsOf(ground: AccessGround, listener: 'portal' | 'office', person: Person, things: Readonly<Record<string, string>>): Promise<ReadonlyMap<string, Found['values']>> {
  const forms = new Map<string, Found['values']>()
  for (const route of listener === 'portal' ? ground.portalRoutes : ground.officeRoutes) {
    if (route.kind !== 'page' || !methodsOf(route).includes('GET')) continue
    const { raw } = await ask(ground, listener, person, { method: 'GET', route, things })
    for (const { action, values } of formsIn(raw)) forms.set(action.split('?', 1)[0] ?? '', values)
  }
  return forms
}

/** What is sent to an address: what a page of its owner would send there, else a word in each field that it reads. */
export function sentTo(route: Parameters<typeof patternOf>[0], address: string, forms: ReadonlyMap<string, Found['values']>): Record<string, string> {
  const fields = route.kind === 'endpoint' ? [] : Object.keys(route.fields ?? {})
  return { ...Object.fromEntries(fields.map((name) => [name, 'x'])), ...forms.get(address) }
}
