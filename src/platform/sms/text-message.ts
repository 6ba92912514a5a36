/**
 * One text message to one person. `id` is the message's own id and stays the same when the job runs again; `to` is
 * E.164; `usefulForSeconds` is how long the network may still try to deliver it.
 */
export interface TextMessage {
  id: string
  to: string
  text: string
  usefulForSeconds?: number
}

/** What became of a message at the provider; `failure` only with `failed`. */
export interface TextMessageReceipt {
  /** The message's own id. */
  message: string
  providerId: string
  state: 'sent' | 'delivered' | 'failed'
  failure: TextMessageFailure | null
}

/** A receipt as it came: the address it was posted to, its parameters, and the header that proves it. */
export interface ReceiptPosted {
  url: string
  values: ReadonlyMap<string, readonly string[]>
  signature: string
}

/** The way out for text messages. */
export interface SmsPort {
  /** Whether pages may offer text messages at all. */
  readonly isOffered: boolean
  /** Throws an SmsFault when the far side did not take the message. */
  send(message: TextMessage): Promise<{ providerId: string }>
  /**
   * The provider's ids of messages to this number with this text that it took since then, newest first: asked before a
   * second try, when nobody knows how the first one ended. Empty where the provider cannot tell.
   */
  findSent(message: TextMessage, since: Temporal.Instant): Promise<readonly string[]>
  /**
   * `forged`: not signed by the provider. `nothing`: signed, and no news that is kept (an earlier step, another kind).
   */
  readReceipt(posted: ReceiptPosted): TextMessageReceipt | 'nothing' | 'forged'
}

/** Why a message failed for good, in codes that may be shown and logged: they tell nothing of number or text. */
export const textMessageFailures = [
  'not-a-mobile', 'stopped', 'unreachable', 'blocked', 'too-late', 'not-offered', 'not-allowed', 'refused', 'not-sent',
] as const
export type TextMessageFailure = (typeof textMessageFailures)[number]

/** Why a message did not leave this time, while trying again can help. */
export type SmsHindrance = 'busy' | 'unreachable' | 'too-slow' | 'misconfigured' | 'not-understood'

/**
 * A text message that did not leave. `code` is the provider's error code where there was one. Neither number nor text
 * ever stands in it: a provider's own words often repeat the number.
 */
export class SmsFault extends Error {
  readonly reason: TextMessageFailure | SmsHindrance
  readonly code: number | undefined
  readonly mayRetry: boolean

  private constructor(reason: TextMessageFailure | SmsHindrance, mayRetry: boolean, code?: number) {
    super(code === undefined ? `text message ${reason}` : `text message ${reason}: ${code}`)
    this.name = 'SmsFault'
    this.reason = reason
    this.code = code
    this.mayRetry = mayRetry
  }

  /** Trying again cannot help. */
  static forGood(reason: TextMessageFailure, code?: number): SmsFault {
    return new SmsFault(reason, false, code)
  }

  static forNow(reason: SmsHindrance, code?: number): SmsFault {
    return new SmsFault(reason, true, code)
  }
}

export const isE164 = (number: string): boolean => /^\+[1-9]\d{6,14}$/.test(number)

/** The longest text one message can carry; longer ones are refused by the vendors (Twilio 21617). */
export const textCharactersMost = 1600

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const unprintable = /[\u0000-\u0009\u000b-\u001f\u007f\u0085\u2028\u2029\u202a-\u202e\u2066-\u2069]/

/** What a person may be led to by a text message: never a page that signs in or spends a mailed secret. */
const signsIn = /\/(?:sign-in|sign-up|sign-out|forgot-|claim)/

/**
 * Throws unless the number is one number, the text is plain and short enough, and every link in it leads to our own
 * pages and to none that signs in: a text message is the easiest thing to forge, so ours never teach to follow one.
 * These are faults of ours, not of the person.
 */
export function assertTextSafe({ to, text }: TextMessage, publicUrl: string): void {
  if (!isE164(to)) throw new Error('A text message goes to one number in E.164')
  if (text === '' || text.length > textCharactersMost) throw new Error('A text message has 1 to 1600 characters')
  if (unprintable.test(text)) throw new Error('A text message holds a control character')
  for (const [link] of text.matchAll(/\b[a-z][a-z0-9+.-]*:\/\/\S+/gi)) {
    const isOurs = link === publicUrl || link.startsWith(`${publicUrl}/`)
    if (!isOurs || signsIn.test(link.slice(publicUrl.length))) throw new Error('A text message holds a link it may not')
  }
}
