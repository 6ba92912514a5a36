import { query } from '../../platform/operation.ts'
import { listPasskeys, type StoredPasskey } from './passkey-store.ts'

/** What a person sees of a passkey of theirs. */
export interface OwnPasskey {
  id: string
  name: string
  addedAt: Temporal.Instant
  lastUsedAt: Temporal.Instant | null
  /** Kept by a password manager on all the person's devices; otherwise it is lost with its one device. */
  isSynced: boolean
}

const shown = ({ id, name, added_at, last_used_at, is_backed_up }: StoredPasskey): OwnPasskey => ({
  id,
  name,
  addedAt: added_at,
  lastUsedAt: last_used_at,
  isSynced: is_backed_up,
})

/** The actor's passkeys, the oldest first. */
export const ownPasskeys = query({
  name: 'accounts.own-passkeys',
  allow: (actor) => actor.kind === 'account',
  run: async ({ tx, actor }, _input: undefined) => (await listPasskeys(tx, actor.id as string)).map(shown),
})

/** What the authenticator is told of the account's passkeys: their ids, and the name it keeps the account under. */
export const knownPasskeys = query({
  name: 'accounts.known-passkeys',
  allow: (actor) => actor.kind === 'account',
  async run({ tx, actor }, _input: undefined) {
    const passkeys = await listPasskeys(tx, actor.id as string)
    return {
      known: passkeys.map(({ credential_id, transports }) => ({ id: credential_id, transports })),
      userHandle: passkeys.at(-1)?.user_handle ?? null,
    }
  },
})
