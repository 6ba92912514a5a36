import { createHmac } from 'node:crypto'
import { keyedHash, matchesHash } from './keyed-hash.ts'
import type { Keys } from './keys.ts'

/** The mailed link a token belongs to; `keyId` as with a one-time code. */
export type MailedLink = { linkId: string; sendNumber: number; keyId?: string }

/**
 * The secret part of a mailed link: 128 bits as base64url, derived when the mail is rendered and never stored. Another
 * send has another token.
 */
export const linkToken = (keys: Keys, { linkId, sendNumber, keyId }: MailedLink): string =>
  createHmac('sha256', keys.derive('link-token', keyId))
    .update(JSON.stringify([linkId, sendNumber]))
    .digest()
    .toString('base64url', 0, 16)

/** Whether a text has the shape of a token: anything else need not be looked up. */
export const isLinkToken = (text: string): boolean => /^[A-Za-z0-9_-]{22}$/.test(text)

/** What is stored and looked up in place of a token; `hashCandidates(keys, 'link-token', token)` while rotating. */
export const linkTokenHash = (keys: Keys, token: string): string => keyedHash(keys, 'link-token', token)

export const isLinkTokenOf = (keys: Keys, token: string, stored: string): boolean =>
  isLinkToken(token) && matchesHash(keys, 'link-token', token, stored)
