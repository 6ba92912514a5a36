import { type AskedKind, type AskedOfClient, askedOfClients, askedPlaceOf, parseAskedPlace } from '../../cases/index.ts'
import { accountsOf } from '../../platform/actor.ts'
import { type OperationContext, query } from '../../platform/operation.ts'
import { mayRepresent } from '../representative.ts'
import { type Client, clientOf, keysForMany } from './client.ts'
import { listClientsByAccounts } from './client-store.ts'

type Reading = Pick<OperationContext, 'tx' | 'services' | 'actor'>

/** Something that is asked on a case, with the client whose case it is; null: they are not among the clients. */
export interface AskedOfOwnClient extends AskedOfClient {
  readonly who: Client | null
}

/** What is asked on the cases of all clients of whoever asks, the nearest first: inside a query of theirs. */
export async function askedWithClients(context: Reading, wanted: Parameters<typeof askedOfClients>[1]): Promise<readonly AskedOfOwnClient[]> {
  const asked = await askedOfClients(context.tx, wanted)
  const accounts = [...new Set(asked.flatMap(({ client }) => client ?? []))]
  const rows = accounts.length === 0 ? [] : await listClientsByAccounts(context.tx, accountsOf(context.actor), accounts)
  const keys = keysForMany(context.services.keys)
  const clients = new Map(rows.map((row) => [row.account, clientOf(keys, row)]))
  return asked.map((each) => ({ ...each, who: clients.get(each.client) ?? null }))
}

const deadlinesOnPage = 50

/** A page of what has a day, on the cases of all clients. `next`: where the next page begins; null on the last one. */
export const clientDeadlines = query({
  name: 'representation.client-deadlines',
  allow: (actor, _wanted: { what: AskedKind; after: string | undefined }) => mayRepresent(actor),
  async run(context, { what, after }): Promise<{ asked: readonly AskedOfOwnClient[]; next: string | null }> {
    const found = await askedWithClients(context, { what, after: parseAskedPlace(after), most: deadlinesOnPage + 1 })
    const asked = found.slice(0, deadlinesOnPage)
    const last = asked.at(-1)
    return { asked, next: found.length > deadlinesOnPage && last ? askedPlaceOf(last) : null }
  },
})

/** A calendar takes the nearest dates, and no more than so many. */
export const datesInCalendarMost = 5000

/** The dates on the cases of all clients, for a calendar: no names. */
export const clientDates = query({
  name: 'representation.client-dates',
  allow: (actor, _input: Record<string, never>) => mayRepresent(actor),
  run: ({ tx }) => askedOfClients(tx, { what: 'dated', after: null, most: datesInCalendarMost }),
})
