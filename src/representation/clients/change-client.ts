import { lockAccount } from '../../accounts/index.ts'
import { operation } from '../../platform/operation.ts'
import { mayRepresent } from '../representative.ts'
import { type ClientContact, openNames, sealContact, sealNames } from './client.ts'
import { type ClientNames, compareClients } from './client-names.ts'
import { lockClient, updateClient } from './client-store.ts'
import { keepPieces } from './pieces-store.ts'
import { placeOf } from './place.ts'
import { piecesOf } from './search-clients.ts'

interface ChangedClient {
  readonly id: string
  readonly names: ClientNames
  readonly contact: ClientContact
}

/** Another name or other ways to be reached, as the representative writes them down. A person stays a person, and a company one. */
export const changeClient = operation({
  name: 'representation.change-client',
  allow: (actor, _changed: ChangedClient) => mayRepresent(actor),
  refusals: ['no-such-client'],
  async run({ tx, actor, services: { keys }, refuse, audit }, { id, names, contact }) {
    await lockAccount(tx, actor.id as string)
    const row = await lockClient(tx, id)
    if (!row || row.kind !== names.kind) return refuse('no-such-client')
    audit({ account: row.representative, subject: id })
    const isMoved = compareClients(openNames(keys, row), names) !== 0
    const { place } = isMoved ? await placeOf(tx, keys, { representative: row.representative, names, except: id }) : row
    await updateClient(tx, id, { names_sealed: sealNames(keys, row, names), contact_sealed: sealContact(keys, row, contact), place })
    await keepPieces(tx, { client: id, keyId: keys.currentId, pieces: piecesOf(keys, names) })
    return { id }
  },
})

/** **Archive**: the client leaves the list, with everything there is of them, until they are brought back. */
export const archiveClient = operation({
  name: 'representation.archive-client',
  allow: (actor, _input: { id: string }) => mayRepresent(actor),
  refusals: ['no-such-client'],
  async run({ tx, now, refuse, audit, recordedBefore }, { id }) {
    const row = await lockClient(tx, id)
    if (!row) return refuse('no-such-client')
    audit({ account: row.representative, subject: id })
    if (row.archived_at) recordedBefore()
    else await updateClient(tx, id, { archived_at: now })
    return { id }
  },
})

/** **Bring back**: an archived client is in the list again. */
export const restoreClient = operation({
  name: 'representation.restore-client',
  allow: (actor, _input: { id: string }) => mayRepresent(actor),
  refusals: ['no-such-client'],
  async run({ tx, refuse, audit, recordedBefore }, { id }) {
    const row = await lockClient(tx, id)
    if (!row) return refuse('no-such-client')
    audit({ account: row.representative, subject: id })
    if (row.archived_at) await updateClient(tx, id, { archived_at: null })
    else recordedBefore()
    return { id }
  },
})
