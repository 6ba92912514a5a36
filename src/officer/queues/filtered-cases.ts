import { casesForList, listCasesWaiting, type WaitingCase, type WaitingPlace } from '../../cases/index.ts'
import type { Services } from '../../platform/services.ts'
import { listAssignments, listAssignmentsOf } from './assignment-store.ts'
import type { QueueFilters, Taken } from './filters.ts'
import type { Queue } from './queue.ts'

type Reading = Parameters<typeof listCasesWaiting.run>[0] & { services: Services }

export interface QueuedCase extends WaitingCase {
  takenBy: Taken
}

export interface QueuedPage {
  cases: readonly QueuedCase[]
  /** Where to look further; null on the last page. */
  next: WaitingPlace | null
}

interface Looking {
  queue: Queue
  filters: QueueFilters
  after: WaitingPlace | null
  most: number
}

/** An officer has at most so many cases of their own: they are looked through whole. */
export const ownWorkMost = 500
/** After so many looks that found too few, a page ends and the next one looks further. */
const looksMost = 5
/** Cases of one look where those that somebody holds, or does not, are picked out of it. */
const pickedFrom = 200

/** One page of a queue under its filters, the longest wait first; it may hold fewer than `most` and still lead on. */
export async function filteredCases(context: Reading, looking: Looking): Promise<QueuedPage> {
  const { filters, most } = looking
  if (filters.taken === 'you') return ownCases(context, looking)
  const found: QueuedCase[] = []
  let after = looking.after
  for (let look = 0; look < looksMost; look += 1) {
    const { cases, next } = await oneLook(context, { ...looking, after })
    found.push(...cases)
    if (found.length > most) return { cases: found.slice(0, most), next: placeOf(found[most - 1]) }
    if (!next || found.length === most) return { cases: found, next }
    after = next
  }
  return { cases: found, next: after }
}

const placeOf = (last: WaitingCase | undefined): WaitingPlace | null => (last ? { since: last.statusSince, id: last.id } : null)

async function oneLook(context: Reading, { queue, filters, after, most }: Looking): Promise<QueuedPage> {
  const { form, office, channel, request, taken } = filters
  const before = beforeOf(context, filters)
  const { cases, next } = await listCasesWaiting.run(context, { statuses: queue.statuses, form, office, channel, request, before, after, most: taken ? pickedFrom : most })
  const held = cases.length > 0 ? await listAssignments(context.tx, cases.map(({ id }) => id)) : []
  const takenBy = (caseId: string): Taken => {
    const holder = held.find((each) => each.case === caseId)?.staff
    if (!holder) return 'nobody'
    return holder === context.actor.id ? 'you' : 'colleague'
  }
  const all = cases.map((each) => ({ ...each, takenBy: takenBy(each.id) }))
  return { cases: taken ? all.filter((each) => each.takenBy === taken) : all, next }
}

const beforeOf = ({ now }: Reading, { waitsDays }: QueueFilters) => (waitsDays === null ? null : now.subtract({ hours: 24 * waitsDays }))

/** The officer's own work that stands in the queue: few enough to be looked through from its own list. */
async function ownCases(context: Reading, { queue, filters, after, most }: Looking): Promise<QueuedPage> {
  const { form, office, channel, request } = filters
  const before = beforeOf(context, filters)
  const work = await listAssignmentsOf(context.tx, context.actor.id as string, ownWorkMost)
  const cases = (await casesForList.run(context, { cases: work.map((each) => each.case) }))
    .filter((each) => queue.statuses.includes(each.status))
    .filter((each) => (form === null || each.form === form) && (office === null || each.office === office) && (channel === null || each.channel === channel))
    .filter(({ requests }) => request === null || requests.includes(request))
    .filter(({ statusSince }) => before === null || Temporal.Instant.compare(statusSince, before) <= 0)
    .toSorted(inOrder)
    .filter((each) => after === null || inOrder({ statusSince: after.since, id: after.id }, each) < 0)
  const page = cases.slice(0, most).map((each) => ({ ...each, takenBy: 'you' as const }))
  return { cases: page, next: cases.length > most ? placeOf(page.at(-1)) : null }
}

type Placed = Pick<WaitingCase, 'statusSince' | 'id'>
const inOrder = (one: Placed, other: Placed): number =>
  Temporal.Instant.compare(one.statusSince, other.statusSince) || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0)
