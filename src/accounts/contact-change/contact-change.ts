import type { Selectable } from 'kysely'
import { type FieldPlace, openText, sealText } from '../../platform/crypto/field.ts'
import { hashCandidates } from '../../platform/crypto/keyed-hash.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import { isLinkToken, linkToken, linkTokenHash } from '../../platform/crypto/link-token.ts'
import type { DB } from '../../platform/db/tables.ts'

/** A change of where mail and codes of an account go. */
export type ContactChange = Selectable<DB['accounts.contact_change']>
export type ChangedContact = 'user-name' | 'recovery-email' | 'phone'

/** How long the mailed link proves a new address. */
export const proofHours = 24
/** How long who had the old address can take the change back. */
export const undoHours = 72

type Side = 'old' | 'new'

const place = (account: string, row: string, side: Side): FieldPlace => ({
  person: account,
  table: 'accounts.contact_change',
  row,
  column: `${side}_sealed`,
})

export const sealSide = (keys: Keys, change: { id: string; account: string }, side: Side, address: string): Buffer =>
  sealText(keys, place(change.account, change.id, side), address)

type Sealed = Pick<ContactChange, 'id' | 'account' | 'old_sealed' | 'new_sealed'>

/** The old or the new address of a change; null where there is none: something was added, or removed. */
export function openSide(keys: Keys, change: Sealed, side: Side): string | null {
  const sealed = change[`${side}_sealed`]
  return sealed && openText(keys, place(change.account, change.id, side), sealed)
}

/** One change has two links, told apart by their number: one proves, the other undoes. */
const sendNumbers = { prove: 1, undo: 2 } as const
export type LinkPurpose = keyof typeof sendNumbers

export const changeToken = (keys: Keys, change: { id: string; key_id: string }, purpose: LinkPurpose): string =>
  linkToken(keys, { linkId: change.id, sendNumber: sendNumbers[purpose], keyId: change.key_id })

export const changeTokenHash = (keys: Keys, change: { id: string; key_id: string }, purpose: LinkPurpose): string =>
  linkTokenHash(keys, changeToken(keys, change, purpose))

/** What a mailed token is looked up by; a text that cannot be one is looked up as nothing, at the same cost. */
export const tokenHashes = (keys: Keys, token: string): string[] =>
  hashCandidates(keys, 'link-token', isLinkToken(token) ? token : '')
