import { Agent, type IncomingMessage, request } from 'node:http'

/** What came back, read whole. */
export interface Answer {
  status: number
  headers: IncomingMessage['headers']
  body: string
}

export type Posted = Readonly<Record<string, string | readonly string[]>>

interface Ask {
  method?: 'GET' | 'POST'
  headers?: Record<string, string>
  body?: string | Buffer
}

/** One request over a connection that is kept. */
export function ask(agent: Agent, url: string, { method = 'GET', headers = {}, body }: Ask = {}): Promise<Answer> {
  return new Promise((settle, fail) => {
    const sent = request(url, { agent, method, headers }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('error', fail)
      answer.on('end', () =>
        settle({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks).toString('utf8') }),
      )
    })
    sent.on('error', fail)
    sent.end(body)
  })
}

/** A browser without scripts: keeps cookies, posts a form with its hidden fields, follows where it is sent. */
export interface Browser {
  page: { url: string; status: number; html: string }
  open(path: string): Promise<void>
  /** Posts the values with the hidden fields of the open page's form for that address, and follows. */
  submit(values: Posted, action?: string): Promise<void>
  /** The same, but the page it leads to is only named. */
  submitOnly(values: Posted, action?: string): Promise<string>
  send(path: string, asked: Ask): Promise<Answer>
  hidden(action?: string): Record<string, string>
}

const unescaped = (text: string) => text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'")
const attribute = (tag: string, name: string) => unescaped(new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '')

/** The forms of a page that post, with their hidden fields. */
function formsIn(html: string) {
  return (html.match(/<form\b[^>]*method="post".*?<\/form>/gis) ?? []).map((form) => ({
    action: attribute(/<form[^>]*>/.exec(form)?.[0] ?? '', 'action'),
    hidden: Object.fromEntries(
      (form.match(/<input[^>]*type="hidden"[^>]*>/g) ?? []).map((tag) => [attribute(tag, 'name'), attribute(tag, 'value')]),
    ),
    isMain: /class="form/.test(form),
  }))
}

export const encoded = (posted: Posted): string =>
  new URLSearchParams(Object.entries(posted).flatMap(([name, value]) => [value].flat().map((one) => [name, one]))).toString()

/** @param network the address the caller stands for; limits count by it */
export function openBrowser(agent: Agent, origin: string, network: string): Browser {
  const cookies = new Map<string, string>()
  const page = { url: '', status: 0, html: '' }
  async function send(path: string, asked: Ask): Promise<Answer> {
    const headers = {
      'x-forwarded-for': network,
      cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      ...asked.headers,
    }
    const answer = await ask(agent, new URL(path, origin).href, { ...asked, headers })
    for (const cookie of answer.headers['set-cookie'] ?? []) keep(cookies, cookie)
    return answer
  }
  async function open(path: string): Promise<void> {
    const { status, headers, body } = await send(path, {})
    if (status >= 300 && status < 400 && headers.location) return open(headers.location)
    Object.assign(page, { url: path, status, html: body })
  }
  function formFor(action: string | undefined) {
    const forms = formsIn(page.html)
    const found = action ? forms.find((form) => form.action.startsWith(action)) : (forms.find((form) => form.isMain) ?? forms.at(-1))
    if (!found) throw new Error(`${page.url} (${page.status}) has no form for ${action ?? 'anything'}`)
    return found
  }
  async function submitOnly(values: Posted, action?: string): Promise<string> {
    const form = formFor(action)
    const { status, headers, body } = await send(form.action || page.url, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin },
      body: encoded({ ...form.hidden, ...values }),
    })
    if (headers.location) return headers.location
    throw new Error(`POST ${form.action || page.url} gave ${status}: ${wrongIn(body)}`)
  }
  const submit = async (values: Posted, action?: string) => open(await submitOnly(values, action))
  return { page, open, submit, submitOnly, send, hidden: (action) => formFor(action).hidden }
}

const wrongIn = (html: string) => (/error-summary.*?<\/ul>/s.exec(html)?.[0] ?? html).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ').slice(0, 400)

function keep(cookies: Map<string, string>, header: string) {
  const [pair = '', ...rest] = header.split(';')
  const [name = '', value = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]
  if (value === '' || rest.some((each) => /max-age=0/i.test(each))) cookies.delete(name)
  else cookies.set(name, value)
}
