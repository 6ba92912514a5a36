import type { Text } from '../i18n/text.ts'
import type { Services } from '../services.ts'
import type { MailContent } from './render-mail.tsx'

/** What a kind of mail is rendered from: ids and plain values, never a secret; links and codes are derived here. */
export interface MailToRender {
  readonly t: Text
  readonly values: Readonly<Record<string, string | number>>
  readonly services: Services
  readonly queuedAt: Temporal.Instant
}

/** What a kind says; who sends it, the demonstration's sentence and the language are added for every kind alike. */
export type MailWords = Omit<MailContent, 'agency' | 'demonstration' | 'language' | 'direction'>

export interface MailKind {
  /** `<domain>.<kind>` */
  readonly name: string
  /** Somebody asked for it a moment ago and needs it to get in: it goes to a mailbox that others read, too. Left out: it does not. */
  readonly isAwaited?: true
  /** Null: nothing to send after all (the same work is done for an address nobody has). */
  render(mail: MailToRender): MailWords | null
}
