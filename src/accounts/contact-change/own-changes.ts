import { query } from '../../platform/operation.ts'
import { getAccount } from '../account-store.ts'
import { type ChangedContact, openSide, proofHours } from './contact-change.ts'
import { listOpenChanges } from './contact-change-store.ts'
import { type OwnAddresses, ownAddressesOf } from './own-addresses.ts'

export interface OpenChange {
  what: ChangedContact
  /** What was asked for, or what it is now; null: it was removed. */
  address: string | null
  /** `asked`: waits for its proof until then; `made`: can be undone until then. */
  state: 'asked' | 'made'
  until: Temporal.Instant
}

export interface OwnContact extends OwnAddresses {
  /** In which mails and text messages come. */
  language: string
  changes: readonly OpenChange[]
}

/** A person's user name and recovery address, what waits for its proof and what can still be undone. */
export const ownContact = query({
  name: 'accounts.own-contact',
  allow: (actor, _input: Record<string, never>) => actor.kind === 'account',
  async run(context): Promise<OwnContact> {
    const { tx, actor, now, services } = context
    const account = await getAccount(tx, actor.id as string)
    const changes = await listOpenChanges(tx, account.id, now)
    return {
      ...(await ownAddressesOf(context, account)),
      language: account.language,
      changes: changes.map((change) => ({
        what: change.what as ChangedContact,
        address: openSide(services.keys, change, 'new'),
        state: change.made_at ? 'made' : 'asked',
        until: change.undo_until ?? change.asked_at.add({ hours: proofHours }),
      })),
    }
  },
})
