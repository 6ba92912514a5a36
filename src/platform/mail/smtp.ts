import type { Transporter } from 'nodemailer'
import { assertMailSafe, MailFault, type MailMessage, type MailPort } from './mail.ts'
import { isLoopbackHost, isReservedRecipient } from './reserved-recipients.ts'

export type SmtpSettings = {
  /** `smtp://user:password@host:port` or `smtps://…` (TLS from the first byte). */
  url: string
  /** False for a demonstration-only pack: then only a loopback server and reserved recipients are accepted. */
  deliverBeyondLoopback: boolean
  /** Milliseconds the server may stay silent before the send fails. */
  silenceMsMax?: number
}

/** A pool of connections to one SMTP server. `check` throws when the server cannot be used; `close` ends the pool. */
export type SmtpMail = MailPort & { check(): Promise<void>; close(): void }

/** Opens no connection yet. Throws a plain Error, without the password, when the address cannot be used. */
export function createSmtpMail(settings: SmtpSettings): SmtpMail {
  const options = transportOptions(settings)
  let opened: Promise<Transporter> | undefined
  const transport = () => {
    opened ??= import('nodemailer').then(({ createTransport }) => createTransport(options))
    return opened
  }
  return {
    async send(message) {
      assertMailSafe(message)
      if (!settings.deliverBeyondLoopback && !isReservedRecipient(message.to)) {
        throw new MailFault('recipient-not-allowed', 'a demonstration sends to reserved domains only')
      }
      await (await transport()).sendMail(asEnvelope(message)).catch((fault) => {
        throw asMailFault(fault)
      })
      return 'sent'
    },
    async check() {
      await (await transport()).verify().catch((fault: unknown) => {
        throw asMailFault(fault)
      })
    },
    close: () => void opened?.then((open) => open.close()),
  }
}

/** How nodemailer is to connect. Throws when the address cannot be used or is not allowed. */
export function transportOptions({ url, deliverBeyondLoopback, silenceMsMax = 30_000 }: SmtpSettings) {
  const address = URL.canParse(url) ? new URL(url) : undefined
  if (!address?.hostname || !['smtp:', 'smtps:'].includes(address.protocol)) {
    throw new Error('the SMTP address must be smtp://host:port or smtps://host:port')
  }
  const secure = address.protocol === 'smtps:'
  const loopback = isLoopbackHost(address.hostname)
  if (!deliverBeyondLoopback && !loopback) {
    throw new Error('a demonstration-only agency pack sends mail to a loopback SMTP server only')
  }
  return {
    pool: true as const,
    host: address.hostname.replace(/^\[|\]$/g, ''),
    port: address.port ? Number(address.port) : secure ? 465 : 587,
    secure,
    // Beyond this machine neither a message nor a password goes in the clear: STARTTLS or nothing (RFC 8314).
    requireTLS: !secure && !loopback,
    ignoreTLS: !secure && loopback,
    tls: { minVersion: 'TLSv1.2' as const },
    ...(address.username
      ? { auth: { user: decodeURIComponent(address.username), pass: decodeURIComponent(address.password) } }
      : {}),
    maxConnections: 5,
    maxMessages: 100,
    maxRequeues: 0,
    connectionTimeout: Math.min(silenceMsMax, 10_000),
    greetingTimeout: Math.min(silenceMsMax, 10_000),
    socketTimeout: silenceMsMax,
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

function asEnvelope(message: MailMessage) {
  const senderDomain = message.from.address.slice(message.from.address.lastIndexOf('@') + 1)
  return {
    from: message.from,
    to: { name: '', address: message.to },
    subject: message.subject,
    text: message.text,
    html: message.html,
    messageId: `<${message.id}@${senderDomain}>`,
    // RFC 3461: servers that can tell what became of it name it by its id. Who opens a report learns nothing of the mail but its head.
    dsn: { id: message.id, return: 'headers' as const, notify: ['success' as const, 'failure' as const], recipient: `rfc822;${message.to}` },
    // RFC 3834: no vacation notes in answer, please.
    headers: { 'Auto-Submitted': 'auto-generated' },
    attachments: (message.attachments ?? []).map(({ name, contentType, content }) => ({
      filename: name,
      contentType,
      content,
    })),
  }
}

function asMailFault(fault: unknown): MailFault {
  const { code, responseCode, command } = fault as { code?: string; responseCode?: number; command?: string }
  const where = [code, command, responseCode].filter(Boolean).join(' ')
  if (responseCode && responseCode >= 500) return new MailFault('refused-for-good', where, responseCode)
  if (responseCode && responseCode >= 400) return new MailFault('refused-for-now', where, responseCode)
  return new MailFault(code === 'ETIMEDOUT' ? 'too-slow' : 'unreachable', where)
}
