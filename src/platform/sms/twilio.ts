import { z } from 'zod'
import {
  type ReceiptPosted, SmsFault, type SmsPort, type TextMessage, type TextMessageReceipt,
} from './text-message.ts'
import { faultOfAnswer, receiptFailure } from './twilio-codes.ts'
import type { TwilioSettings } from './twilio-settings.ts'
import { isSignedByTwilio } from './twilio-signature.ts'

export interface TwilioConnection extends TwilioSettings {
  /** False for a demonstration: then only a loopback server and numbers that ring nobody are accepted. */
  deliverBeyondLoopback: boolean
  /** Where receipts are to be posted, without a query; null: none are asked for. */
  receiptsUrl: string | null
  timeoutMs?: number
}

const timeoutMsUsual = 10_000
const messageSid = z.string().regex(/^(?:SM|MM)[0-9a-f]{32}$/i)
const taken = z.object({ sid: messageSid, status: z.string(), error_code: z.number().nullish() })
const refusal = z.object({ code: z.number().int() })
const listed = z.object({
  messages: z.array(z.object({ sid: z.string(), body: z.string().nullable(), date_created: z.string(), direction: z.string() })),
})

/** Numbers of the North American plan kept for fiction: they ring nobody (ATIS-0300115, 555-0100 to 555-0199). */
const isFictional = (number: string): boolean => /^\+1[2-9]\d\d55501\d\d$/.test(number)

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A timeout may strike while the body is still coming, so it covers the reading too. No fault carries what was sent. */
async function exchange(connection: TwilioConnection, query: string, form?: URLSearchParams): Promise<unknown> {
  const { origin, accountSid, authToken, timeoutMs = timeoutMsUsual } = connection
  const [status, text] = await (async () => {
    const answer = await fetch(`${origin}/2010-04-01/Accounts/${accountSid}/Messages.json${query}`, {
      method: form ? 'POST' : 'GET',
      headers: { authorization: `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`, accept: 'application/json' },
      body: form ?? null,
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    })
    return [answer.status, await answer.text()] as const
  })().catch((cause: unknown) => {
    throw SmsFault.forNow(cause instanceof Error && cause.name === 'TimeoutError' ? 'too-slow' : 'unreachable')
  })
  if (status < 200 || status > 299) throw faultOfAnswer(status, refusal.safeParse(parsed(text)).data?.code)
  return parsed(text)
}

function formOf({ sender, receiptsUrl }: TwilioConnection, { id, to, text, usefulForSeconds }: TextMessage): URLSearchParams {
  // SmartEncoded off: the text leaves as it is, so that it is found again by what it says.
  const form = new URLSearchParams({ To: to, Body: text, SmartEncoded: 'false', ...sender })
  if (receiptsUrl) form.set('StatusCallback', `${receiptsUrl}?message=${id}`)
  if (usefulForSeconds !== undefined) form.set('ValidityPeriod', String(Math.min(Math.max(usefulForSeconds, 1), 36_000)))
  return form
}

async function send(connection: TwilioConnection, message: TextMessage): Promise<{ providerId: string }> {
  if (!connection.deliverBeyondLoopback && !isFictional(message.to)) throw SmsFault.forGood('not-allowed')
  const answer = taken.safeParse(await exchange(connection, '', formOf(connection, message)))
  if (!answer.success) throw SmsFault.forNow('not-understood')
  const { sid, status, error_code: code } = answer.data
  if (status === 'failed') throw SmsFault.forGood(receiptFailure(code ?? 0), code ?? undefined)
  return { providerId: sid }
}

/** The clocks of two machines differ by this much at most. */
const clockSlack = { seconds: 60 }
const listedMost = 50

/** Messages that this account sent to the number lately and that say the same; trial accounts put words before ours. */
async function findSent(connection: TwilioConnection, message: TextMessage, since: Temporal.Instant): Promise<string[]> {
  const query = new URLSearchParams({ To: message.to, PageSize: String(listedMost) })
  const answer = listed.safeParse(await exchange(connection, `?${query}`))
  if (!answer.success) throw SmsFault.forNow('not-understood')
  const from = since.subtract(clockSlack).epochMilliseconds
  const isOurs = ({ body, date_created, direction }: (typeof answer.data.messages)[number]) =>
    direction.startsWith('outbound') && body?.endsWith(message.text) && Date.parse(date_created) >= from
  return answer.data.messages.filter(isOurs).map(({ sid }) => sid)
}

/** Steps that are no news are left out: a message we handed over is `sent` for us until it arrives or fails. */
const stateOfStatus: Readonly<Record<string, TextMessageReceipt['state']>> = {
  sent: 'sent',
  delivered: 'delivered',
  read: 'delivered',
  undelivered: 'failed',
  failed: 'failed',
  canceled: 'failed',
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function readReceipt({ authToken, accountSid }: TwilioConnection, { url, values, signature }: ReceiptPosted): TextMessageReceipt | 'nothing' | 'forged' {
  if (!isSignedByTwilio(authToken, url, values, signature)) return 'forged'
  const value = (name: string) => values.get(name)?.[0] ?? ''
  const message = new URL(url).searchParams.get('message') ?? ''
  const state = stateOfStatus[value('MessageStatus')]
  const providerId = messageSid.safeParse(value('MessageSid'))
  if (!state || !providerId.success || !uuid.test(message) || value('AccountSid') !== accountSid) return 'nothing'
  const failure = state === 'failed' ? receiptFailure(Number(value('ErrorCode'))) : null
  return { message, providerId: providerId.data, state, failure }
}

/**
 * Text messages through the Messages resource of Twilio's REST API (2010-04-01). It does not retry: jobs do.
 * @throws when a demonstration is to reach beyond this machine
 */
export function createTwilioSms(connection: TwilioConnection): SmsPort {
  if (!connection.deliverBeyondLoopback && !connection.isLoopback)
    throw new Error('a demonstration sends text messages to this machine only')
  return {
    isOffered: true,
    send: (message) => send(connection, message),
    findSent: (message, since) => findSent(connection, message, since),
    readReceipt: (posted) => readReceipt(connection, posted),
  }
}
