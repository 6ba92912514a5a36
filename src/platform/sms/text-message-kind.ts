import type { Text } from '../i18n/text.ts'
import type { Services } from '../services.ts'

/** What a kind of text message is rendered from: ids and plain values, never a secret; codes are derived here. */
export interface TextMessageToRender {
  readonly t: Text
  readonly values: Readonly<Record<string, string | number>>
  readonly services: Services
  readonly queuedAt: Temporal.Instant
}

export interface TextMessageKind {
  /** `<domain>.<kind>` */
  readonly name: string
  /** Somebody asked for it a moment ago and needs it to get in: it goes to a phone that others look at, too. Left out: it does not. */
  readonly isAwaited?: true
  /** After this many seconds it is worth nothing (a code that has expired): it is no longer sent, nor delivered. */
  readonly usefulForSeconds?: number
  /**
   * Plain words, short. Who sends it stands before the first line and the demonstration's sentence after the last; a
   * code's digits stand alone on a line, never the first. Null: nothing to send after all (the same work is done for a
   * number nobody has).
   */
  render(message: TextMessageToRender): { text: string } | null
}
