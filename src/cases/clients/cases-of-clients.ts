import { isId } from '../../platform/ids.ts'
import type { OperationContext } from '../../platform/operation.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { type ListedCase, listedCaseOf } from '../own-cases.ts'
import { namesOnPaper } from '../paper-link/paper-people.ts'
import { type OpenTask, taskMoment } from '../tasks/task.ts'
import { type AskedPlace, type AskedRow, findRepresented, listAskedOfClients, listCasesOfClient, listStandingOfClients } from './clients-store.ts'

/** What is asked of a client on the cases on which the representative who acts represents them now. */
export interface StandingOfClient {
  readonly cases: number
  readonly asked: number
  /** When the first of it is due or takes place; null: nothing has a day. */
  readonly nextAt: Temporal.Instant | null
}

/** By the client's account; who is on no case with the representative is not in it. Under the rights of the representative. */
export const standingOfClients = async (tx: Tx, clients: readonly string[]): Promise<ReadonlyMap<string, StandingOfClient>> =>
  new Map((await listStandingOfClients(tx, clients)).map(({ client, cases, asked, next_at }) => [client, { cases, asked, nextAt: next_at }]))

/** A client with more cases than this sees the newest here, all of them by their receipt numbers. */
const casesOfClientMost = 50

/** The cases of a client on which the representative who acts represents them now. */
export const casesOfClient = async (tx: Tx, client: string): Promise<readonly ListedCase[]> => (await listCasesOfClient(tx, client, casesOfClientMost)).map(listedCaseOf)

/** Something that is asked on a case of a client. `client`: the account of whose case it is; null: it is nobody's here. */
export interface AskedOfClient {
  readonly id: string
  readonly client: string | null
  readonly receiptNumber: string
  readonly form: string
  readonly task: OpenTask
}

const askedOfClient = ({ id, client, receipt_number, form, kind, subject, opened_at, due_at, starts_at, changes }: AskedRow): AskedOfClient => ({
  ...{ id, client, form },
  receiptNumber: receipt_number,
  task: { kind, subject, openedAt: opened_at, dueAt: due_at, startsAt: starts_at, changes },
})

export const askedKinds = ['all', 'dated', 'deadlines', 'appointments'] as const
export type AskedKind = (typeof askedKinds)[number]

/** A place in the list as an address carries it; null: it is none. */
export function parseAskedPlace(place: string | undefined): AskedPlace | null {
  const [at = '', id = ''] = (place ?? '').split('_')
  return isId(id) && (at === 'infinity' || /^\d{4}-[\d:.T-]{11,24}Z$/.test(at)) ? { at, id } : null
}

export const askedPlaceOf = ({ id, task }: AskedOfClient): string => `${taskMoment(task) ?? 'infinity'}_${id}`

/** What is asked on the cases of all clients of the representative who acts, the nearest first and what has no day last. */
export const askedOfClients = async (tx: Tx, wanted: { what: AskedKind; after: AskedPlace | null; most: number }): Promise<readonly AskedOfClient[]> =>
  (await listAskedOfClients(tx, wanted)).map(askedOfClient)

/** Whom somebody represents on a case. `onPaper`: how the form on paper calls its person; null: it came otherwise. */
export interface Represented {
  readonly caseId: string
  readonly representative: string
  /** The accounts of whose case it is now. */
  readonly persons: readonly string[]
  readonly onPaper: { readonly family: string; readonly given: string } | null
}

/** Whom a representative represents by this relation; null: it has ended. For the worker. */
export async function representedBy(context: Pick<OperationContext, 'tx' | 'services'>, party: string): Promise<Represented | null> {
  const row = isId(party) ? await findRepresented(context.tx, party) : undefined
  if (!row) return null
  return { caseId: row.case, representative: row.account, persons: row.persons, onPaper: await namesOnPaper(context, row.case) }
}
