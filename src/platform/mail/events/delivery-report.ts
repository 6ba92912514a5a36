/** What a mail server says became of a mail of ours. `mail` is the id of the queued mail. */
export interface DeliveryReport {
  readonly mail: string
  readonly outcome: 'bounced' | 'delivered'
  /** The enhanced status code (RFC 3463), such as 5.1.1. */
  readonly code: string
}

/** Fields of a header block, names in lower case, continuation lines joined (RFC 5322 section 2.2.3). The first of a name counts. */
function fieldsOf(block: string): Map<string, string> {
  const fields = new Map<string, string>()
  for (const line of block.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':')
    if (colon < 1) continue
    const name = line.slice(0, colon).trim().toLowerCase()
    if (!fields.has(name)) fields.set(name, line.slice(colon + 1).trim())
  }
  return fields
}

interface Part {
  readonly fields: Map<string, string>
  readonly body: string
}

function partOf(text: string): Part {
  const end = /\r?\n\r?\n/.exec(text)
  return end ? { fields: fieldsOf(text.slice(0, end.index)), body: text.slice(end.index + end[0].length) } : { fields: fieldsOf(text), body: '' }
}

const partsMost = 10

/** The parts of a multipart/report (RFC 6522); none where it is no such message. */
function partsOf(message: Part): Part[] {
  const type = message.fields.get('content-type') ?? ''
  const boundary = /boundary="([^"]{1,70})"|boundary=([^\s;"]{1,70})/i.exec(type)
  if (!/^multipart\/report/i.test(type) || !boundary) return []
  const [, ...pieces] = `\n${message.body}`.split(`\n--${boundary[1] ?? boundary[2]}`, partsMost)
  return pieces.filter((piece) => !piece.startsWith('--')).map((piece) => partOf(piece.replace(/^[ \t]*\r?\n/, '')))
}

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const ownId = new RegExp(`^<?(${uuid})(?:@[^\\s<>]{1,253})?>?$`, 'i')

/** Ours by what the report repeats: the envelope's id where the servers kept it, else the Message-ID of the mail that came back. */
function mailOf(parts: readonly Part[], envelope: Map<string, string>): string | null {
  const returned = parts.find(({ fields }) => /^(message\/rfc822|text\/rfc822-headers)/i.test(fields.get('content-type') ?? ''))
  const said = [envelope.get('original-envelope-id'), returned && partOf(returned.body).fields.get('message-id')]
  for (const id of said) {
    const own = ownId.exec(id ?? '')?.[1]
    if (own) return own.toLowerCase()
  }
  return null
}

const outcomes: Readonly<Record<string, DeliveryReport['outcome']>> = { failed: 'bounced', delivered: 'delivered' }

/**
 * Reads a delivery status notification (RFC 3464) as a mail server made it. Null for anything else: a report of delay, of
 * a mail that is not ours, or no report at all. Anybody can write such a message; the id of a mail, which only its servers and its
 * reader know, is what makes one count.
 */
export function readDeliveryReport(message: string): DeliveryReport | null {
  const parts = partsOf(partOf(message))
  const status = parts.find(({ fields }) => /^message\/(global-)?delivery-status/i.test(fields.get('content-type') ?? ''))
  if (!status) return null
  const [envelope, recipient] = status.body.split(/\r?\n\r?\n/, 2)
  const fields = fieldsOf(recipient ?? '')
  const outcome = outcomes[(fields.get('action') ?? '').toLowerCase()]
  const code = /^[245]\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '')?.[0]
  const mail = mailOf(parts, fieldsOf(envelope ?? ''))
  if (!outcome || !code || !mail || (outcome === 'bounced' && !code.startsWith('5'))) return null
  return { mail, outcome, code }
}
