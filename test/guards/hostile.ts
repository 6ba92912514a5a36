import { unescaped, type WebClient } from '../web-client.ts'

/** Things that people paste and attackers type. */
export const hostileValues: Readonly<Record<string, string>> = {
  nothing: '',
  '5,000 characters': 'x'.repeat(5000),
  'control characters': 'a\u0000b\u0007c\u001b[31m',
  'a right-to-left override': 'good\u202Egpj.exe',
  markup: '"><script>alert(1)</script>',
  SQL: "'; drop table accounts.account; --",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: that it looks like a template is the purpose
  formats: '%s%n${7*7}{{7*7}}{0}',
  'a path': '../../../../etc/passwd\u0000.pdf',
}

export interface FormMet {
  page: string
  action: string
  /** Hidden values, as a press would send them. */
  hidden: [string, string][]
  fields: { name: string; echoes: boolean }[]
}

/** A tag whole, though its values may hold a `>`. */
const tags = (names: string) => new RegExp(`<(?:${names})\\b(?:"[^"]*"|[^>"])*>`, 'g')

const attribute = (tag: string, name: string) => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
  return found === undefined ? undefined : unescaped(found)
}

const fieldOf = (tag: string) => {
  const [name, type] = [attribute(tag, 'name') ?? '', attribute(tag, 'type') ?? 'text']
  return {
    name,
    type,
    // A backup code is a secret: it is never sent back.
    echoes: !(/name="code"/.test(tag) && /autocomplete="off"/.test(tag)) && (tag.startsWith('<textarea') || (tag.startsWith('<input') && ['text', 'email', 'tel'].includes(type))),
  }
}

/** Forms of a page that post what a person types or chooses. */
export function formsIn(page: string, html: string): FormMet[] {
  return [...html.matchAll(/(<form\b[^>]*>)([\s\S]*?)<\/form>/g)].flatMap(([, tag = '', inner = '']) => {
    const controls = [...inner.matchAll(tags('input|select|textarea'))].map(([control]) => ({
      control,
      ...fieldOf(control),
    }))
    const named = controls.filter(({ name }) => name !== '')
    const hidden = named
      .filter(({ type }) => type === 'hidden')
      .map(({ control, name }): [string, string] => [name, attribute(control, 'value') ?? ''])
    const fields = named.filter(
      ({ type, control }) => type !== 'hidden' && type !== 'file' && !/\shidden[\s/>=]/.test(control),
    )
    if (attribute(tag, 'method')?.toLowerCase() !== 'post' || fields.length === 0 || attribute(tag, 'enctype'))
      return []
    return [
      {
        page,
        action: attribute(tag, 'action') || page,
        hidden,
        fields: fields.map(({ name, echoes }) => ({ name, echoes })),
      },
    ]
  })
}

/** Presses the form with one hostile thing in every field; a sentence for each thing the answer does wrong. */
export async function pressedWith(client: WebClient, form: FormMet, what: string): Promise<string[]> {
  const value = hostileValues[what] ?? ''
  const body = new URLSearchParams([...form.hidden, ...new Map(form.fields.map(({ name }) => [name, value]))])
  const response = await client.post(form.action, body)
  return answerFaults(`${form.page} with ${what}`, form, value, response.status, await response.text())
}

const acceptable = new Set([200, 303, 403, 404, 422, 429])

export function answerFaults(where: string, form: FormMet, value: string, status: number, html: string): string[] {
  if (!acceptable.has(status)) return [`${where} answers ${status}`]
  const raw = html.includes('<script>alert(1)') ? [`${where} repeats markup as markup`] : []
  return status === 422 ? [...raw, ...refusalPageFaults(where, form, value, html)] : raw
}

/** A refused form has its summary, whose links lead to controls of the page, and what was typed is still there. */
function refusalPageFaults(where: string, form: FormMet, value: string, html: string): string[] {
  const summary = /<div class="error-summary"[\s\S]*?<\/div>/.exec(html)?.[0]
  if (!summary) return [`${where} has no summary`]
  const ids = new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id))
  const links = [...summary.matchAll(/href="#([^"]+)"/g)].map(([, id = '']) => id)
  const lost = form.fields
    .filter(({ name, echoes }) => echoes && !keeps(html, name, value))
    .map(({ name }) => `${where} loses ${name}`)
  return [...links.filter((id) => !ids.has(id)).map((id) => `${where} links to #${id}, which is not there`), ...lost]
}

/** Signs that no field can show are taken out; all else comes back as it was typed. */
const visible = (text: string) => text.replace(/[\p{Cc}\p{Cf}\p{Cn}\uFFFD]/gu, '').trim()

function keeps(html: string, name: string, value: string): boolean {
  const input = [...html.matchAll(tags('input'))].map(([tag]) => tag).find((tag) => attribute(tag, 'name') === name)
  const area = [...html.matchAll(/(<textarea\b[^>]*>)([\s\S]*?)<\/textarea>/g)].find(
    ([, tag = '']) => attribute(tag, 'name') === name,
  )
  if (!input && !area) return true
  return visible(input ? (attribute(input, 'value') ?? '') : unescaped(area?.[2] ?? '')) === visible(value)
}
