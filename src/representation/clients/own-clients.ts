import { casesOfClient, type ListedCase, type StandingOfClient, standingOfClients } from '../../cases/index.ts'
import { accountsOf } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { isId } from '../../platform/ids.ts'
import { type OperationContext, query } from '../../platform/operation.ts'
import { mayRepresent } from '../representative.ts'
import { type Client, clientOf, keysForMany } from './client.ts'
import { type ClientRow, countClients, findClient, listClients, listClientsAsked } from './client-store.ts'

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

/** The cases of a client, by their account, on which whoever asks represents them now. */
export const casesOfOwnClient = query({
  name: 'representation.cases-of-client',
  allow: (actor, _input: { account: string }) => mayRepresent(actor),
  run: ({ tx }, { account }): Promise<readonly ListedCase[]> => casesOfClient(tx, account),
})

const clientsOnPage = 50

export const clientLists = ['active', 'asked', 'archived'] as const
export type ClientList = (typeof clientLists)[number]

/** A client as the list shows them, with what is asked on their cases. */
export interface ListedClient extends Client {
  readonly standing: StandingOfClient
}

export interface ClientsPage {
  readonly list: ClientList
  readonly clients: readonly ListedClient[]
  readonly active: number
  readonly archived: number
  /** How many are in this list. */
  readonly total: number
  /** Pages, counted from 1. */
  readonly page: number
  readonly pages: number
}

const onNoCase: StandingOfClient = { cases: 0, asked: 0, nextAt: null }

/** These clients with what is asked on their cases. */
export async function withStanding({ tx, services }: Pick<OperationContext, 'tx' | 'services'>, rows: readonly ClientRow[]): Promise<ListedClient[]> {
  const standing = await standingOfClients(tx, rows.flatMap(({ account }) => account ?? []))
  const keys = keysForMany(services.keys)
  return rows.map((row) => Object.assign(clientOf(keys, row), { standing: standing.get(row.account ?? '') ?? onNoCase }))
}

/** `counted`: they are only counted. */
type Wanted = { readonly list: ClientList; readonly page: number; readonly counted?: boolean }
type Listed = { readonly rows: readonly ClientRow[]; readonly total: number; readonly page: number }

async function listed(tx: Tx, accounts: readonly string[], { list, page: wanted }: Wanted, counted: { active: number; archived: number }): Promise<Listed> {
  const at = (page: number) => ({ skip: (page - 1) * clientsOnPage, most: clientsOnPage })
  if (list === 'asked') {
    const rows = await listClientsAsked(tx, accounts, at(wanted))
    if (rows.length === 0 && wanted > 1) return listed(tx, accounts, { list, page: 1 }, counted)
    return { rows, total: rows[0]?.total ?? 0, page: wanted }
  }
  const total = counted[list]
  const page = Math.min(wanted, pagesOf(total))
  return { rows: await listClients(tx, accounts, { ...at(page), archived: list === 'archived' }), total, page }
}

const pagesOf = (total: number) => Math.max(1, Math.ceil(total / clientsOnPage))

/** A page of the clients of a representative, in the order of their names. A page that is not there is one that is. */
export const ownClients = query({
  name: 'representation.own-clients',
  allow: (actor, _wanted: Wanted) => mayRepresent(actor),
  async run(context, { list, page: wanted, counted: isCounted = false }): Promise<ClientsPage> {
    const { tx, actor } = context
    const accounts = accountsOf(actor)
    const counted = await countClients(tx, accounts)
    if (isCounted) return { ...counted, list, clients: [], total: 0, page: 1, pages: 1 }
    const { rows, total, page } = await listed(tx, accounts, { list, page: Math.max(1, wanted) }, counted)
    return { ...counted, list, clients: await withStanding(context, rows), total, page, pages: pagesOf(total) }
  },
})
