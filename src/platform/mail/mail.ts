/** A file that travels with a mail. */
export type MailAttachment = { name: string; contentType: string; content: Buffer }

/**
 * One mail to one person. `id` is the message's own id (letters, digits, dot, dash, underscore; 128 at most) and stays
 * the same when the job runs again, so that a second copy is recognised by its Message-ID (RFC 5322 section 3.6.4).
 */
export type MailMessage = {
  id: string
  to: string
  from: { name: string; address: string }
  subject: string
  text: string
  html: string
  attachments?: readonly MailAttachment[]
}

/** The way out for mail. `send` throws a MailFault when the far side did not take the message: the job then retries. */
export type MailPort = { send(message: MailMessage): Promise<'sent'> }

/**
 * Why a mail did not leave. `message-malformed` and `recipient-not-allowed` and `refused-for-good` do not get better by
 * trying again; the others do. The text holds codes only: a server's answer often repeats the address.
 */
export type MailFaultKind =
  | 'message-malformed'
  | 'recipient-not-allowed'
  | 'refused-for-good'
  | 'refused-for-now'
  | 'unreachable'
  | 'too-slow'

/** A mail that did not leave; `kind` says why, `code` is the server's reply code (RFC 5321) where there was one. */
export class MailFault extends Error {
  readonly kind: MailFaultKind
  readonly code: number | undefined
  readonly mayRetry: boolean

  constructor(kind: MailFaultKind, detail: string, code?: number) {
    super(`mail ${kind}: ${detail}`)
    this.name = 'MailFault'
    this.kind = kind
    this.code = code
    this.mayRetry = kind === 'refused-for-now' || kind === 'unreachable' || kind === 'too-slow'
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const controlCharacters = /[\u0000-\u001f\u007f\u0085\u2028\u2029]/
// One address and nothing else: no list, no display name, no quoted local part (RFC 5321 section 4.1.2, narrowed).
const oneAddress = /^[^\s@<>()[\]\\,;:"]{1,64}@[^\s@<>()[\]\\,;:"]{1,253}$/u
const stableId = /^[A-Za-z0-9._-]{1,128}$/

const malformed = (what: string) => new MailFault('message-malformed', what)

/**
 * Throws a MailFault unless every value that becomes a header is one line and every address is one address: nobody
 * adds a header or a recipient through a name, a subject or a file name (RFC 5322 section 2.2; ASVS V1.3).
 */
export function assertMailSafe(message: MailMessage): void {
  const headers = { subject: message.subject, 'from name': message.from.name }
  for (const [name, value] of Object.entries(headers)) {
    if (controlCharacters.test(value)) throw malformed(`${name} holds a control character`)
  }
  for (const attachment of message.attachments ?? []) {
    if (controlCharacters.test(attachment.name)) throw malformed('attachment name holds a control character')
    if (!/^[\w.+-]+\/[\w.+-]+$/.test(attachment.contentType)) throw malformed('attachment type is not a media type')
  }
  if (!stableId.test(message.id)) throw malformed('id is not a stable id')
  if (!oneAddress.test(message.to)) throw malformed('recipient is not one address')
  if (!oneAddress.test(message.from.address)) throw malformed('sender is not one address')
}
