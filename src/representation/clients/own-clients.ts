import { accountsOf } from '../../platform/actor.ts'
import { isId } from '../../platform/ids.ts'
import { type OperationContext, query } from '../../platform/operation.ts'
import { mayRepresent } from '../representative.ts'
import { type Client, clientOf } from './client.ts'
import { countClients, findClient, listClients } from './client-store.ts'

/** One client of whoever acts, inside an operation or a query of theirs; null: they have no such client. */
export async function findClientFor({ tx, services }: Pick<OperationContext, 'tx' | 'services'>, id: string): Promise<Client | null> {
  const row = isId(id) ? await findClient(tx, id) : undefined
  return row ? clientOf(services.keys, row) : null
}

/** One client of the representative who asks, with names and ways to be reached. */
export const clientFor = query({
  name: 'representation.client-for',
  allow: (actor, _input: { client: string }) => mayRepresent(actor),
  run: (context, { client }): Promise<Client | null> => findClientFor(context, client),
})

export const clientsOnPage = 50

export interface ClientsPage {
  readonly clients: readonly Client[]
  readonly active: number
  readonly archived: number
  /** Pages, counted from 1. */
  readonly page: number
  readonly pages: number
}

/** A page of the clients of a representative, in the order of their names. A page that is not there is the nearest one. */
export const ownClients = query({
  name: 'representation.own-clients',
  allow: (actor, _input: { archived: boolean; page: number }) => mayRepresent(actor),
  async run({ tx, actor, services }, { archived, page: wanted }): Promise<ClientsPage> {
    const accounts = accountsOf(actor)
    const counted = await countClients(tx, accounts)
    const pages = Math.max(1, Math.ceil((archived ? counted.archived : counted.active) / clientsOnPage))
    const page = Math.min(Math.max(1, wanted), pages)
    const rows = await listClients(tx, accounts, { archived, skip: (page - 1) * clientsOnPage, most: clientsOnPage })
    return { ...counted, clients: rows.map((row) => clientOf(services.keys, row)), page, pages }
  },
})
