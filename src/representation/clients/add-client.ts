import { lockAccount } from '../../accounts/index.ts'
import { operation } from '../../platform/operation.ts'
import { mayRepresent } from '../representative.ts'
import { type ClientContact, sealContact, sealNames } from './client.ts'
import type { ClientNames } from './client-names.ts'
import { findClient, insertClient } from './client-store.ts'
import { keepPieces } from './pieces-store.ts'
import { placeOf } from './place.ts'
import { piecesOf } from './search-clients.ts'

export interface ClientToAdd {
  readonly names: ClientNames
  readonly contact: ClientContact
  /** Another client is called the same, and this is somebody else. */
  readonly isAnother: boolean
  /** Made with the page: sent again, it adds nobody more. */
  readonly press: string
}

/** **Add client**: somebody whom the representative acts for. Two may have one name, once it is said that they are two. */
export const addClient = operation({
  name: 'representation.add-client',
  allow: (actor, _client: ClientToAdd) => mayRepresent(actor),
  refusals: ['named-already'],
  async run(context, { names, contact, isAnother, press: id }) {
    const { tx, actor, now, services: { keys }, refuse, audit, recordedBefore } = context
    const representative = actor.id as string
    audit({ account: representative, subject: id, detail: { kind: names.kind } })
    await lockAccount(tx, representative)
    if (await findClient(tx, id)) {
      recordedBefore()
      return { id }
    }
    const { place, alike } = await placeOf(tx, keys, { representative, names, except: null })
    if (alike.length > 0 && !isAnother) return refuse('named-already')
    const whose = { id, representative }
    const sealed = { names_sealed: sealNames(keys, whose, names), contact_sealed: sealContact(keys, whose, contact) }
    await insertClient(tx, { ...whose, ...sealed, kind: names.kind, came_by: 'added', place, added_at: now })
    await keepPieces(tx, { client: id, keyId: keys.currentId, pieces: piecesOf(keys, names) })
    return { id }
  },
})
