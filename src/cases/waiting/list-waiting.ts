import { query } from '../../platform/operation.ts'
import type { Case, Channel } from '../case.ts'
import { mayReadAnyCase } from '../may.ts'
import { caseOf } from '../own-case-store.ts'
import { countByStatus, type ListedRow, listCasesByIds, listWaiting } from './waiting-store.ts'

/** Where a page of a queue ends: the case that has waited that long. */
export interface WaitingPlace {
  since: Temporal.Instant
  id: string
}

export const requestNews = ['answered', 'lapsed'] as const
export type RequestNews = (typeof requestNews)[number]

export interface Waiting {
  statuses: readonly string[]
  form?: string | null
  office?: string | null
  channel?: Channel | null
  /** Those with a request whose answer waits to be read, or that nobody answered and no officer has seen. */
  request?: RequestNews | null
  /** Those that have stood there since this moment or longer. */
  before?: Temporal.Instant | null
  /** The last case of the page before. */
  after?: WaitingPlace | null
  most: number
}

export type WaitingCase = Case & { isProtected: boolean; requests: readonly RequestNews[] }

export interface WaitingPage {
  cases: readonly WaitingCase[]
  /** Where to look further; null when there is nothing more. */
  next: WaitingPlace | null
}

const pageMost = 200
/** More than so many in one status are not counted: a list of them says as much. */
export const countedMost = 1000

const waitingOf = (row: ListedRow): WaitingCase => ({
  ...caseOf(row),
  isProtected: row.protected,
  requests: [...(row.answer_waits ? (['answered'] as const) : []), ...(row.lapse_waits ? (['lapsed'] as const) : [])],
})

const placeOf = ({ statusSince, id }: Case): WaitingPlace => ({ since: statusSince, id })

/** Cases for a queue, the one that has waited longest first. */
export const listCasesWaiting = query({
  name: 'cases.list-waiting',
  allow: (actor, _input: Waiting) => mayReadAnyCase(actor),
  async run({ tx }, waiting): Promise<WaitingPage> {
    const most = Math.min(waiting.most, pageMost)
    const rows = await listWaiting(tx, { ...waiting, most: most + 1 })
    const of = (fits: boolean) => rows.filter((row) => row.fits === fits).map(waitingOf)
    const [fitting, [end]] = [of(true), of(false)]
    const cases = fitting.slice(0, most)
    const last = fitting.length > most ? cases.at(-1) : end
    return { cases, next: last ? placeOf(last) : null }
  },
})

/** These cases, for a list over somebody's work; those that are absent to who asks are left out. */
export const casesForList = query({
  name: 'cases.for-list',
  allow: (actor, _input: { cases: readonly string[] }) => mayReadAnyCase(actor),
  run: async ({ tx }, { cases }): Promise<readonly WaitingCase[]> =>
    (await listCasesByIds(tx, cases)).map(waitingOf),
})

/** How many cases stand in each of these statuses: right up to `countedMost`, beyond it one more than that. */
export const countCasesWaiting = query({
  name: 'cases.count-waiting',
  allow: (actor, _input: { statuses: readonly string[] }) => mayReadAnyCase(actor),
  run: ({ tx }, { statuses }): Promise<readonly { status: string; cases: number }[]> => countByStatus(tx, statuses, countedMost + 1),
})
