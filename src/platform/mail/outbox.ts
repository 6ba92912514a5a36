import { assertMailSafe, type MailMessage, type MailPort } from './mail.ts'

/**
 * Mail that goes nowhere: each message is handed to `keep`, a store of the caller (the demonstration's outbox).
 * `keep` may be called twice with the same `id` and must then hold it once.
 */
export function createOutboxMail(keep: (message: MailMessage) => Promise<void>): MailPort {
  return {
    async send(message) {
      assertMailSafe(message)
      await keep(message)
      return 'sent'
    },
  }
}
