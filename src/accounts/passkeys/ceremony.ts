import { createHmac } from 'node:crypto'
import type { Keys } from '../../platform/crypto/keys.ts'
import { newId, newSecret } from '../../platform/ids.ts'

/** What a passkey is asked for: to be made, to sign a person in, to show again that it is them. */
export type CeremonyPurpose = 'register' | 'sign-in' | 'prove-again'

/** How long an answer is waited for; the authenticator's own time-out is the same. */
export const ceremonyMinutes = 5

/** Whom a ceremony is for: what it was asked for, and the session or the visitor's token that asked. */
export interface CeremonyBinding {
  purpose: CeremonyPurpose
  boundTo: string
}

export interface Ceremony {
  id: string
  madeAt: Temporal.Instant
  /** The name under which a new passkey keeps the account; of an older one it is not asked. */
  userHandle: string
  /** 256 bits, base64url. */
  challenge: string
}

interface TicketParts {
  keyId: string
  id: string
  madeAtMilliseconds: number
  userHandle: string
}

/**
 * The challenge of a ticket, derived as codes and links are: from a random id, under a key that never leaves the server,
 * over everything the ticket says and whom it is for. A ticket that was altered, or is another session's, has another
 * challenge, which nobody has signed.
 */
const challengeOf = (keys: Keys, parts: TicketParts, { purpose, boundTo }: CeremonyBinding): string =>
  createHmac('sha256', keys.derive('passkey-challenge', parts.keyId))
    .update(JSON.stringify([parts.id, parts.madeAtMilliseconds, parts.userHandle, purpose, boundTo]))
    .digest('base64url')

export const newUserHandle = () => newSecret(256)

/** Opens a ceremony. Nothing is stored: whoever looks at a page of ours leaves no row behind. */
export function openCeremony(keys: Keys, now: Temporal.Instant, binding: CeremonyBinding, userHandle = '') {
  const parts = { keyId: keys.currentId, id: newId(), madeAtMilliseconds: now.epochMilliseconds, userHandle }
  const ticket = [parts.keyId, parts.id, parts.madeAtMilliseconds, userHandle].join('.')
  return { ticket, challenge: challengeOf(keys, parts, binding) }
}

const ticketPattern = /^([a-z0-9-]{1,16})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(\d{12,15})\.([\w-]{0,90})$/

/** Reads a ticket that came back with an answer. Null: it is none of ours, or too old, or of a clock ahead of ours. */
export function readTicket(keys: Keys, now: Temporal.Instant, ticket: string, binding: CeremonyBinding): Ceremony | null {
  const [, keyId = '', id = '', milliseconds, userHandle = ''] = ticketPattern.exec(ticket) ?? []
  if (!keys.ids.includes(keyId)) return null
  const parts = { keyId, id, madeAtMilliseconds: Number(milliseconds), userHandle }
  const age = now.epochMilliseconds - parts.madeAtMilliseconds
  if (age < 0 || age >= ceremonyMinutes * 60_000) return null
  const madeAt = Temporal.Instant.fromEpochMilliseconds(parts.madeAtMilliseconds)
  return { id, madeAt, userHandle, challenge: challengeOf(keys, parts, binding) }
}
