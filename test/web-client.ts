/** A browser without scripts, as small as tests and loads need: cookies, forms found by their button, fields by their label. */
export interface Answer {
  status: number
  /** Path and query where redirects ended. */
  at: string
  /** Every path on the way there, the last included. */
  trail: readonly string[]
  html: string
  headers: Headers
}

export interface WebClient {
  readonly origin: string
  last: Answer
  get(path: string): Promise<Answer>
  /** Presses the button of that name on the page last seen, with values by label or field name. */
  press(button: string, values?: FormValues, files?: Record<string, UploadFile>): Promise<Answer>
  /** Posts as the page's form would, without following the answer. */
  post(path: string, body: URLSearchParams): Promise<Response>
  cookieHeader(): string
  /** The browser is closed and opened again: cookies that were only for the visit are gone. */
  reopen(): void
}

export type FormValues = Readonly<Record<string, string | readonly string[]>>

export interface UploadFile {
  name: string
  type: string
  bytes: Uint8Array
}

const redirectsMost = 10

/**
 * Each request on a connection of its own: one that is kept open is closed by the server after a while, and a client
 * that has not yet seen that sends its next request into it (ECONNRESET on a busy machine).
 */
export const ownConnection = { connection: 'close' }

export interface ClientOptions {
  headers?: Record<string, string>
  /** Leaving the portal (to the cashier and back) is following links, as a browser does. */
  timeoutMs?: number
  /** How a form is sent: more often than once, where somebody presses twice. Cookies are kept of the answer that it returns. */
  pressing?: (send: () => Promise<Response>, url: URL) => Promise<Response>
}

export function webClient(origin: string, options: ClientOptions = {}): WebClient {
  const jars = new Map<string, Jar>()
  const jarOf = (url: URL): Jar => {
    const jar = jars.get(url.host) ?? new Map()
    jars.set(url.host, jar)
    return jar
  }
  const cookieHeader = (url = new URL(origin)) => [...jarOf(url)].map(([name, { value }]) => `${name}=${value}`).join('; ')
  const ask = (url: URL, init: RequestInit = {}) => {
    const headers = { ...ownConnection, ...options.headers, ...(init.headers as Record<string, string>), cookie: cookieHeader(url) }
    return fetch(url, { ...init, headers, redirect: 'manual', signal: AbortSignal.timeout(options.timeoutMs ?? 30_000) })
  }
  const kept = (url: URL, response: Response) => {
    for (const line of response.headers.getSetCookie()) keepCookie(jarOf(url), line)
    return response
  }
  const send = async (url: URL, init: RequestInit = {}) => kept(url, await ask(url, init))
  const pressing = options.pressing ?? ((send) => send())
  let here = new URL(origin)
  const arrive = async (first: Response, from: URL): Promise<Answer> => {
    let [response, url] = [first, from]
    const trail = [from.pathname]
    for (let hop = 0; hop < redirectsMost && response.status >= 300 && response.status < 400; hop += 1) {
      url = new URL(response.headers.get('location') ?? '/', url)
      await response.body?.cancel()
      trail.push(url.pathname)
      response = await send(url)
    }
    here = url
    const at = url.pathname + url.search
    client.last = { status: response.status, at, trail, html: await response.text(), headers: response.headers }
    return client.last
  }
  const client: WebClient = {
    origin,
    last: { status: 0, at: '', trail: [], html: '', headers: new Headers() },
    cookieHeader: () => cookieHeader(),
    reopen: () => {
      for (const jar of jars.values()) for (const [name, { stays }] of jar) if (!stays) jar.delete(name)
    },
    get: async (path) => {
      // A path is always one of the portal's, even from the cashier's page.
      const url = new URL(path, path.startsWith('/') ? origin : here)
      return arrive(await send(url), url)
    },
    press: async (button, values = {}, files = {}) => {
      const form = formWith(client.last.html, button, Object.keys(files)[0])
      const url = new URL(unescaped(form.action || here.pathname + here.search), here)
      if (form.method === 'get') return client.get(`${url.origin}${url.pathname}?${formBody(form, values)}`)
      const ours = { origin: url.origin, 'sec-fetch-site': 'same-origin' }
      const body = form.multipart ? multipartBody(form, values, files) : formBody(form, values)
      return arrive(kept(url, await pressing(() => ask(url, { method: 'POST', body, headers: ours }), url)), url)
    },
    post: (path, body) => send(new URL(path, origin), { method: 'POST', body, headers: { origin, 'sec-fetch-site': 'same-origin' } }),
  }
  return client
}

type Jar = Map<string, { value: string; stays: boolean }>

function keepCookie(jar: Jar, line: string) {
  const [pair = '', ...attributes] = line.split(';')
  const at = pair.indexOf('=')
  const gone = attributes.some((each) => /max-age=0|expires=Thu, 01 Jan 1970/i.test(each))
  const stays = attributes.some((each) => /^\s*(max-age|expires)=/i.test(each))
  if (gone) jar.delete(pair.slice(0, at))
  else jar.set(pair.slice(0, at), { value: pair.slice(at + 1), stays })
}

interface Form {
  action: string
  method: string
  multipart: boolean
  /** What a press without a touch would send. */
  fields: [string, string][]
  labels: Map<string, { name: string; value?: string }[]>
  button: [string, string] | null
}

const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}(?:="([^"]*)")?(?=[\\s/>])`).exec(tag)
  return found ? (found[1] ?? '') : undefined
}

const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" }
export const unescaped = (text: string): string => text.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity)
export const plainText = (html: string): string =>
  unescaped(
    html
      .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
      .replace(/<\/?(?:a|abbr|b|em|span|strong|time)\b[^>]*>/g, '')
      .replace(/<[^>]+>/g, ' '),
  )
    .replace(/\s+/g, ' ')
    .trim()

/** The form that has this button, and this label where one is named. Throws with what the page says when there is none. */
export function formWith(html: string, button: string, label?: string): Form {
  for (const [, tag = '', inner = ''] of html.matchAll(/(<form\b[^>]*>)([\s\S]*?)<\/form>/g)) {
    const pressed = [...inner.matchAll(/(<button\b[^>]*>)([\s\S]*?)<\/button>/g)].find((each) => plainText(each[2] ?? '') === button)
    const form = pressed && readForm(tag, inner, pressed[1] ?? '')
    if (form && (label === undefined || form.labels.has(label))) return form
  }
  throw new Error(`No button “${button}” on the page: ${plainText(html).slice(0, 300)}`)
}

function readForm(tag: string, inner: string, button: string): Form {
  const name = attribute(button, 'name')
  return {
    action: attribute(tag, 'action') ?? '',
    method: (attribute(tag, 'method') ?? 'get').toLowerCase(),
    multipart: attribute(tag, 'enctype') === 'multipart/form-data',
    fields: [...inputsOf(inner), ...selectsOf(inner), ...textAreasOf(inner)],
    labels: labelsOf(inner),
    button: name ? [name, unescaped(attribute(button, 'value') ?? '')] : null,
  }
}

function inputsOf(inner: string): [string, string][] {
  return [...inner.matchAll(/<input\b[^>]*>/g)].flatMap(([tag]): [string, string][] => {
    const [name, type] = [attribute(tag, 'name'), attribute(tag, 'type') ?? 'text']
    if (!name || type === 'file') return []
    if ((type === 'radio' || type === 'checkbox') && attribute(tag, 'checked') === undefined) return []
    return [[name, unescaped(attribute(tag, 'value') ?? '')]]
  })
}

function selectsOf(inner: string): [string, string][] {
  return [...inner.matchAll(/(<select\b[^>]*>)([\s\S]*?)<\/select>/g)].flatMap(([, tag = '', options = '']): [string, string][] => {
    const chosen = [...options.matchAll(/<option\b[^>]*>/g)].find(([option]) => attribute(option, 'selected') !== undefined)
    const name = attribute(tag, 'name')
    return name && chosen ? [[name, unescaped(attribute(chosen[0], 'value') ?? '')]] : []
  })
}

function textAreasOf(inner: string): [string, string][] {
  return [...inner.matchAll(/(<textarea\b[^>]*>)([\s\S]*?)<\/textarea>/g)].flatMap(([, tag = '', value = '']): [string, string][] => {
    const name = attribute(tag, 'name')
    return name ? [[name, unescaped(value)]] : []
  })
}

/** Label texts with the controls they stand for; a radio's label stands for its name and value. */
function labelsOf(inner: string): Form['labels'] {
  const byId = new Map<string, { name: string; value?: string }>()
  for (const [tag] of inner.matchAll(/<(?:input|select|textarea)\b[^>]*>/g)) {
    const [id, name, type] = [attribute(tag, 'id'), attribute(tag, 'name'), attribute(tag, 'type')]
    if (!id || !name) continue
    byId.set(id, type === 'radio' || type === 'checkbox' ? { name, value: unescaped(attribute(tag, 'value') ?? '') } : { name })
  }
  const labels: Form['labels'] = new Map()
  for (const [, tag = '', text = ''] of inner.matchAll(/(<label\b[^>]*>)([\s\S]*?)<\/label>/g)) {
    const control = byId.get(attribute(tag, 'for') ?? '')
    if (control) labels.set(plainText(text), [...(labels.get(plainText(text)) ?? []), control])
  }
  return labels
}

/** Values by label where there is such a label, else by field name; `{ 'label of a radio': 'on' }` chooses it. */
function filled(form: Form, values: FormValues): [string, string][] {
  const set = new Map<string, readonly string[]>()
  for (const [key, value] of Object.entries(values)) {
    const control = form.labels.get(key)?.[0]
    const given = typeof value === 'string' ? [value] : value
    if (control) set.set(control.name, control.value === undefined ? given : [control.value])
    else set.set(key, given)
  }
  const kept = form.fields.filter(([name]) => !set.has(name))
  return [...kept, ...[...set].flatMap(([name, given]) => given.map((value): [string, string] => [name, value]))]
}

function formBody(form: Form, values: FormValues): URLSearchParams {
  const body = new URLSearchParams(filled(form, values))
  if (form.button) body.append(...form.button)
  return body
}

function multipartBody(form: Form, values: FormValues, files: Record<string, UploadFile>): FormData {
  const body = new FormData()
  for (const [name, value] of filled(form, values)) body.append(name, value)
  for (const [label, file] of Object.entries(files)) {
    const name = form.labels.get(label)?.[0]?.name ?? label
    body.append(name, new Blob([file.bytes as BlobPart], { type: file.type }), file.name)
  }
  return body
}
