import type { Selectable } from 'kysely'
import { hashCandidates } from '../../platform/crypto/keyed-hash.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import { isLinkToken, linkToken, linkTokenHash } from '../../platform/crypto/link-token.ts'
import type { DB } from '../../platform/db/tables.ts'
import type { StoredAccount } from '../account.ts'

/** The closing of an account, as it is stored. */
export type Closing = Selectable<DB['accounts.closing']>

/** How long the mailed link takes a closing back. */
export const undoClosingHours = 72

export const undoUntil = (closedAt: Temporal.Instant): Temporal.Instant => closedAt.add({ hours: undoClosingHours })

/** What a mail to a mailbox says of an account that is closed; nothing of any other. */
export const closedValues = (account: Pick<StoredAccount, 'closed_at'> | undefined): Record<string, string> =>
  account?.closed_at ? { closedAt: account.closed_at.toString() } : {}

/** The secret part of the mailed link, 128 bits: derived when the mail is rendered and stored nowhere. */
export const closingToken = (keys: Keys, { id, key_id }: Pick<Closing, 'id' | 'key_id'>): string =>
  linkToken(keys, { linkId: id, sendNumber: 1, keyId: key_id })

export const closingTokenHash = (keys: Keys, closing: Pick<Closing, 'id' | 'key_id'>): string =>
  linkTokenHash(keys, closingToken(keys, closing))

/** What a mailed token is looked up by; a text that cannot be one is looked up as nothing, at the same cost. */
export const closingTokenHashes = (keys: Keys, token: string): string[] =>
  hashCandidates(keys, 'link-token', isLinkToken(token) ? token : '')
