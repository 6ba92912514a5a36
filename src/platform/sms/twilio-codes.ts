import { SmsFault, type TextMessageFailure } from './text-message.ts'

/**
 * Twilio's error codes that say something of the number or of the person's wish (twilio.com/docs/api/errors). Its own
 * advice is to build little on single codes: an unknown one is judged by the HTTP status alone.
 */
const failureOfCode: ReadonlyMap<number, TextMessageFailure> = new Map([
  [21211, 'not-a-mobile'], // invalid 'To' number
  [21214, 'unreachable'], // 'To' cannot be reached
  [21217, 'not-a-mobile'], // number does not appear to be valid
  [21265, 'not-a-mobile'], // 'To' is a short code
  [21266, 'refused'], // 'To' and 'From' are the same
  [21408, 'blocked'], // no permission for that region
  [21610, 'stopped'], // the person answered STOP
  [21612, 'unreachable'], // no route from this sender
  [21614, 'not-a-mobile'], // 'To' is not a mobile number
  [21635, 'not-a-mobile'], // 'To' is a landline
  [30003, 'unreachable'], // handset switched off or out of reach
  [30004, 'blocked'], // blocked by the person or the carrier
  [30005, 'unreachable'], // unknown handset
  [30006, 'not-a-mobile'], // landline, or carrier out of reach
  [30007, 'blocked'], // filtered by the carrier
  [30036, 'too-late'], // the validity period is over
])

/** The operator's to put right: the message waits, as with a wrong password, and leaves once that is done. */
const misconfigured = new Set([
  20003, // not authenticated
  21212, 21603, 21606, 21659, 21660, 21661, // the sender is not this account's, or cannot text
  21609, // the address for receipts
  21701, 21703, 21704, 21705, // the Messaging Service
])

/** The sender has more waiting than it may; nothing was taken. */
const queueIsFull = 21611

/** Why a receipt says that a message failed. */
export const receiptFailure = (code: number): TextMessageFailure => failureOfCode.get(code) ?? 'refused'

/** What an answer other than 2xx means. 429 was never processed; of 5xx nobody knows (error 20500). */
export function faultOfAnswer(status: number, code: number | undefined): SmsFault {
  const failure = code === undefined ? undefined : failureOfCode.get(code)
  if (status === 429 || status === 408 || status >= 500 || code === queueIsFull) return SmsFault.forNow('busy', code ?? status)
  if (failure && status >= 400) return SmsFault.forGood(failure, code)
  if (status !== 400 || misconfigured.has(code ?? 0)) return SmsFault.forNow('misconfigured', code ?? status)
  return SmsFault.forGood('refused', code ?? status)
}
