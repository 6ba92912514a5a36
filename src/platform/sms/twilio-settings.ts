import { isLoopbackHost } from '../mail/reserved-recipients.ts'

/** An account at Twilio, or at a server that speaks its API. */
export interface TwilioSettings {
  /** Scheme, host and port alone. */
  origin: string
  accountSid: string
  authToken: string
  /** A number, short code or name that messages come from, or the Messaging Service that picks one. */
  sender: { From: string } | { MessagingServiceSid: string }
  isLoopback: boolean
}

const senderPattern = /^(?:\+[1-9]\d{6,14}|\d{3,8}|(?=.*[A-Za-z])[A-Za-z0-9 &+_-]{1,11})$/
const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part)
  } catch {
    return ''
  }
}

function senderOf(query: URLSearchParams): TwilioSettings['sender'] | null {
  const [from, service] = [query.get('from') ?? '', query.get('service') ?? '']
  if (/^MG[0-9a-f]{32}$/i.test(service)) return from === '' ? { MessagingServiceSid: service } : null
  return service === '' && senderPattern.test(from) ? { From: from } : null
}

/**
 * Reads `https://SID:TOKEN@host/?from=%2B15550100` or `…/?service=MG…`. Returns what is wrong in words that repeat
 * nothing of the setting: a token stands in it.
 */
export function readSmsUrl(url: string): { ok: true; settings: TwilioSettings } | { ok: false; fault: string } {
  const wrong = (fault: string) => ({ ok: false as const, fault })
  const address = URL.canParse(url) ? new URL(url) : null
  if (!address || !['http:', 'https:'].includes(address.protocol)) return wrong('use https://SID:TOKEN@host/?from=%2B15550100')
  const isLoopback = isLoopbackHost(address.hostname)
  if (address.protocol === 'http:' && !isLoopback) return wrong('use https beyond this machine')
  const [accountSid, authToken] = [decoded(address.username), decoded(address.password)]
  if (!/^AC[0-9a-f]{32}$/i.test(accountSid)) return wrong('the user is the Account SID: AC and 32 hexadecimal digits')
  if (authToken === '') return wrong('the password is the Auth Token, which also signs the receipts')
  const sender = senderOf(address.searchParams)
  if (!sender) return wrong('say the sender: ?from= and a number, short code or name, or ?service= and a Messaging Service SID')
  return { ok: true, settings: { origin: address.origin, accountSid, authToken, sender, isLoopback } }
}
