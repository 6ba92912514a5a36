import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import twilio from 'twilio'

/**
 * A server of its own process that speaks the published shapes of the Messages resource of Twilio's REST API
 * (2010-04-01): what it does with a message depends on the number, as with the vendor's own test numbers. It prints its
 * port. `POST /test/receipt` makes it post a receipt, signed by the vendor's own library.
 */
const [accountSid = '', authToken = ''] = process.argv.slice(2)

interface Taken {
  sid: string
  to: string
  from: string | null
  service: string | null
  body: string
  callback: string | null
  validity: string | null
  at: Date
}

const taken: Taken[] = []
const messagesPath = `/2010-04-01/Accounts/${accountSid}/Messages.json`

const refusals: Record<string, [status: number, code: number]> = {
  '+12025550101': [400, 21211],
  '+12025550102': [400, 21610],
  '+12025550103': [400, 21614],
  '+12025550104': [429, 20429],
  '+12025550105': [503, 20503],
  '+12025550106': [400, 21606],
  '+12025550107': [400, 21617],
  '+12025550108': [403, 21408],
  '+12025550109': [400, 21611],
}

const resource = (message: Taken) => ({
  account_sid: accountSid,
  api_version: '2010-04-01',
  body: message.body,
  date_created: message.at.toUTCString().replace('GMT', '+0000'),
  date_sent: null,
  date_updated: message.at.toUTCString().replace('GMT', '+0000'),
  direction: 'outbound-api',
  error_code: null,
  error_message: null,
  from: message.from,
  messaging_service_sid: message.service,
  num_media: '0',
  num_segments: message.service ? '0' : '1',
  price: null,
  price_unit: 'USD',
  sid: message.sid,
  status: message.service ? 'accepted' : 'queued',
  subresource_uris: { media: `${messagesPath.replace('.json', '')}/${message.sid}/Media.json` },
  to: message.to,
  uri: `${messagesPath.replace('.json', '')}/${message.sid}.json`,
})

function answer(response: ServerResponse, status: number, body: unknown) {
  response.writeHead(status, { 'content-type': 'application/json', ...(status === 429 ? { 'retry-after': '1' } : {}) })
  response.end(JSON.stringify(body))
}

const refuse = (response: ServerResponse, status: number, code: number, about: string) =>
  answer(response, status, { code, message: `It cannot be: ${about}`, more_info: `https://www.twilio.com/docs/errors/${code}`, status })

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

function take(form: URLSearchParams): Taken {
  const message: Taken = {
    sid: `SM${String(taken.length + 1).padStart(32, '0')}`,
    to: form.get('To') ?? '',
    from: form.get('From'),
    service: form.get('MessagingServiceSid'),
    body: form.get('Body') ?? '',
    callback: form.get('StatusCallback'),
    validity: form.get('ValidityPeriod'),
    at: new Date(),
  }
  taken.unshift(message)
  return message
}

function create(form: URLSearchParams, response: ServerResponse) {
  const to = form.get('To') ?? ''
  const refusal = refusals[to]
  if (refusal) return refuse(response, ...refusal, to)
  if (!form.get('Body')) return refuse(response, 400, 21602, 'a message body is required')
  if (!form.get('From') && !form.get('MessagingServiceSid')) return refuse(response, 400, 21603, 'a sender is required')
  const message = take(form)
  if (to === '+12025550150') return undefined // taken, and never answered
  if (to === '+12025550151') return void response.destroy() // taken, and the connection closed
  if (to === '+12025550152') return void setTimeout(() => answer(response, 201, resource(message)), 300)
  if (to === '+12025550153') return void response.writeHead(201).end('<html>not what was expected</html>')
  if (to === '+12025550154') return void response.writeHead(502).end('<html>bad gateway</html>')
  if (to === '+12025550155') return void response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end()
  return answer(response, 201, resource(message))
}

function list(url: URL, response: ServerResponse) {
  const to = url.searchParams.get('To')
  const page = taken.filter((message) => to === null || message.to === to).slice(0, Number(url.searchParams.get('PageSize') ?? 50))
  const uri = url.pathname + url.search
  const paging = { end: 0, first_page_uri: uri, next_page_uri: null, page: 0, page_size: 50, previous_page_uri: null, start: 0, uri }
  return answer(response, 200, { ...paging, messages: page.map(resource) })
}

/** Posts one receipt; `forged` signs with another token, `tampered` changes a value after signing. */
async function postReceipt(asked: { sid: string; status: string; code?: string; forged?: boolean; tampered?: string }): Promise<number> {
  const message = taken.find(({ sid }) => sid === asked.sid)
  if (!message?.callback) return 0
  const values: Record<string, string> = {
    AccountSid: accountSid, ApiVersion: '2010-04-01', From: message.from ?? '', MessageSid: message.sid, MessageStatus: asked.status,
    SmsSid: message.sid, SmsStatus: asked.status, To: message.to, ...(asked.code ? { ErrorCode: asked.code } : {}),
  }
  const signature = twilio.getExpectedTwilioSignature(asked.forged ? 'another token' : authToken, message.callback, values)
  if (asked.tampered) values.MessageStatus = asked.tampered
  const headers = { 'x-twilio-signature': signature, 'user-agent': 'TwilioProxy/1.1' }
  const { status } = await fetch(message.callback, { method: 'POST', headers, body: new URLSearchParams(values) })
  return status
}

const server = createServer(async (request, response) => {
  const url = new URL(request.url ?? '', 'http://vendor.test')
  const body = await bodyOf(request)
  if (url.pathname === '/test/receipt') return answer(response, 200, await postReceipt(JSON.parse(body)))
  if (url.pathname === '/test/taken') return answer(response, 200, taken)
  const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`
  if (request.headers.authorization !== authorization) return refuse(response, 401, 20003, 'authenticate')
  if (url.pathname !== messagesPath) return refuse(response, 404, 20404, 'no such resource')
  return request.method === 'POST' ? create(new URLSearchParams(body), response) : list(url, response)
})
server.listen(0, '127.0.0.1', () => process.stdout.write(`${(server.address() as { port: number }).port}\n`))
