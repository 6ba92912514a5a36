import { Agent, type IncomingHttpHeaders, request } from 'node:http'

export interface Posted {
  status: number
  headers: IncomingHttpHeaders
  text: string
  /** From the first byte sent to the last received. */
  milliseconds: number
}

const timeoutMs = 60_000

/**
 * Posts one page's form again and again, as the tools of attackers and load do: one look at the form, then posts alone,
 * over kept connections. `network` is the address it claims to come from (X-Forwarded-For).
 */
export async function formPoster(origin: string, path: string, socketsMost = Number.POSITIVE_INFINITY) {
  const agent = new Agent({ keepAlive: true, maxSockets: socketsMost })
  const url = new URL(path, origin)
  const send = (method: 'GET' | 'POST', headers: Record<string, string>, body = '') =>
    new Promise<Posted>((settle, fail) => {
      const from = performance.now()
      const sent = request(url, { agent, method, headers, timeout: timeoutMs }, (answer) => {
        let text = ''
        answer.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk
        })
        answer.on('error', fail).on('end', () => {
          settle({ status: answer.statusCode ?? 0, headers: answer.headers, text, milliseconds: performance.now() - from })
        })
      })
      sent.on('timeout', () => sent.destroy(new Error(`no answer within ${timeoutMs / 1000} s`)))
      sent.on('error', fail)
      sent.end(body)
    })
  const { headers, text } = await send('GET', {})
  const cookie = (headers['set-cookie'] ?? []).map((line) => line.split(';')[0]).join('; ')
  const token = /<input\b[^>]*name="csrf"[^>]*>/.exec(text)?.[0].match(/value="([^"]*)"/)?.[1] ?? ''
  return {
    post: (values: Record<string, string>, network: string): Promise<Posted> =>
      send(
        'POST',
        {
          cookie,
          'content-type': 'application/x-www-form-urlencoded',
          'sec-fetch-site': 'same-origin',
          'x-forwarded-for': network,
        },
        `${new URLSearchParams({ csrf: token, ...values })}`,
      ),
    close: () => agent.destroy(),
  }
}
