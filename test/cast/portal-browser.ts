import type { FastifyInstance } from 'fastify'
import assert from 'node:assert/strict'

/** What a person without scripts sees of an answer. */
export interface Seen {
  status: number
  /** Path and query, after redirects. */
  url: string
  html: string
  /** The words alone, with single spaces. */
  text: string
  location: string | undefined
  headers: Record<string, unknown>
}

type Values = Record<string, string>

/** A file as a form sends it. */
export interface AttachedFile {
  field: string
  fileName: string
  bytes: Buffer
}

const boundary = 'portolan-browser-boundary'

type Attached = AttachedFile | readonly AttachedFile[]

/** A form with files, its fields first and the token before them all, as the page has them. */
function multipart(values: Values, attached: Attached): Buffer {
  const parts = Object.entries(values).map(([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
  const files = [attached].flat().flatMap(({ field, fileName, bytes }) => [
    Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${field}"; filename="${fileName}"\r\ncontent-type: application/octet-stream\r\n\r\n`),
    bytes,
    Buffer.from('\r\n'),
  ])
  return Buffer.concat([Buffer.from(parts.join('')), ...files, Buffer.from(`--${boundary}--\r\n`)])
}

const plain = (html: string) =>
  html
    .replace(/<(script|style)\b.*?<\/\1>/gs, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&(#x27|#39|apos);/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')

const attribute = (tag: string, name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1]?.replaceAll('&amp;', '&')

/** A browser with JavaScript off over an injected server: it keeps cookies, follows redirects and presses buttons. */
export function portalBrowser(server: FastifyInstance, origin = 'http://portal.test', address = '192.0.2.7', agent = 'a test') {
  const cookies = new Map<string, string>()
  let seen: Seen = { status: 0, url: '', html: '', text: '', location: undefined, headers: {} }

  /** The token that the forms of the page in sight carry: what is refused is to be refused for more than the want of it. */
  const tokenInSight = () => /name="csrf"[^>]*\svalue="([^"]+)"/.exec(seen.html)?.[1]

  async function ask(method: 'GET' | 'POST', url: string, values?: Values, file?: Attached): Promise<Seen> {
    const token = tokenInSight()
    const posted = values && token && !('csrf' in values) ? { ...values, csrf: token } : values
    const response = await server.inject({
      method,
      url,
      remoteAddress: address,
      headers: {
        'user-agent': agent,
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(posted ? { 'content-type': file ? `multipart/form-data; boundary=${boundary}` : 'application/x-www-form-urlencoded', origin } : {}),
      },
      ...(posted ? { payload: file ? multipart(posted, file) : new URLSearchParams(posted).toString() } : {}),
    })
    for (const { name, value, maxAge, expires } of response.cookies) {
      if (maxAge === 0 || (expires && expires.getTime() < 10_000)) cookies.delete(name)
      else cookies.set(name, decodeURIComponent(value))
    }
    const { statusCode: status, body: html, headers } = response
    return { status, url, html, text: plain(html), location: headers.location as string | undefined, headers }
  }

  async function follow(answer: Seen): Promise<Seen> {
    seen = answer
    for (let hops = 0; seen.location !== undefined; hops += 1) {
      assert.ok(hops < 6, `too many redirects, last to ${seen.location}`)
      seen = await ask('GET', seen.location)
    }
    return seen
  }

  /** The form that has a button of these words: where it leads, its hidden values, and the button's own. */
  function formOf(button: string) {
    const forms = seen.html.match(/<form\b.*?<\/form>/gs) ?? []
    const form = forms.find((each) => (each.match(/<button\b.*?<\/button>/gs) ?? []).some((one) => plain(one).trim() === button))
    assert.ok(form, `no button “${button}” on ${seen.url}: ${seen.text.slice(0, 400)}`)
    const hidden = (form.match(/<input[^>]*type="hidden"[^>]*>/g) ?? []).map((tag) => [attribute(tag, 'name') ?? '', attribute(tag, 'value') ?? ''])
    const pressed = (form.match(/<button\b.*?<\/button>/gs) ?? []).find((one) => plain(one).trim() === button) ?? ''
    const name = attribute(pressed, 'name')
    const own = name ? [[name, attribute(pressed, 'value') ?? '']] : []
    return { action: attribute(pressed, 'formaction') ?? attribute(form, 'action') ?? seen.url, hidden: Object.fromEntries([...hidden, ...own]) as Values }
  }

  return {
    cookies,
    get seen() {
      return seen
    },
    open: async (url: string) => follow(await ask('GET', url)),
    ask,
    formOf,
    /** Presses a button of the page that is open, with these values typed into its form. */
    press: async (button: string, values: Values = {}) => {
      const { action, hidden } = formOf(button)
      return follow(await ask('POST', action, { ...hidden, ...values }))
    },
    /** The same with a file in the form, or several. */
    pressWithFile: async (button: string, file: Attached, values: Values = {}) => {
      const { action, hidden } = formOf(button)
      return follow(await ask('POST', action, { ...hidden, ...values }, file))
    },
  }
}

export type PortalBrowser = ReturnType<typeof portalBrowser>
