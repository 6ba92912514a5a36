import { hashCandidates } from '../../platform/crypto/keyed-hash.ts'
import { isLinkToken, linkToken, linkTokenHash } from '../../platform/crypto/link-token.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import { newId } from '../../platform/ids.ts'
import type { MailToRender } from '../../platform/mail/mail-kind.ts'

/** How long a mailed reset link waits to be opened. */
export const resetLinkMinutes = 30

/** The hash a mailed token is looked up by; a text that cannot be one is looked up as nothing, at the same cost. */
export const tokenHashes = (keys: Keys, token: string): string[] =>
  hashCandidates(keys, 'link-token', isLinkToken(token) ? token : '')

/** A fresh link: what its row keeps, and what its mail derives the token from. */
export function freshLink(keys: Keys) {
  const link = { linkId: newId(), sendNumber: 1, keyId: keys.currentId }
  return {
    row: { id: link.linkId, key_id: link.keyId, token_hash: linkTokenHash(keys, linkToken(keys, link)) },
    values: { link: link.linkId, send: link.sendNumber, key: link.keyId },
  }
}

/** The secret part of a mailed link: derived now and stored nowhere. */
export const mailedToken = ({ services, values }: Pick<MailToRender, 'services' | 'values'>): string =>
  linkToken(services.keys, { linkId: String(values.link), sendNumber: Number(values.send), keyId: String(values.key) })
