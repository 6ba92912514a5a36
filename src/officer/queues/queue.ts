import type { AgencyPack, StatusEntry } from '../../agency/index.ts'

/** Cases that need the same thing done next, read off the agency's status table. */
export interface Queue {
  /** `answered`, `asked`, `unpaid`, or a group of the status table. */
  readonly id: string
  readonly statuses: readonly string[]
  /** The agency has something to do; false where it waits for the person or their bank. */
  readonly isWork: boolean
}

/** Reached only from statuses that ask something of the person: the answer is here. */
function isAnswer(agency: AgencyPack, { code }: StatusEntry): boolean {
  const before = agency.statuses.filter(({ next }) => next.includes(code))
  return before.length > 0 && before.every(({ asks }) => asks)
}

function queueIdOf(agency: AgencyPack, entry: StatusEntry): string | null {
  if (entry.final) return null
  if (entry.unpaid) return 'unpaid'
  if (entry.asks) return 'asked'
  return isAnswer(agency, entry) ? 'answered' : entry.group
}

const made = new WeakMap<AgencyPack, readonly Queue[]>()

/** The queues in the order of work: answers first, since somebody has waited twice; what waits for people last. */
export function queuesOf(agency: AgencyPack): readonly Queue[] {
  const known = made.get(agency)
  if (known) return known
  const queues = ['answered', ...agency.statusGroups, 'asked', 'unpaid']
    .map((id) => ({
      id,
      isWork: id !== 'asked' && id !== 'unpaid',
      statuses: agency.statuses.filter((entry) => queueIdOf(agency, entry) === id).map(({ code }) => code),
    }))
    .filter(({ statuses }) => statuses.length > 0)
  made.set(agency, queues)
  return queues
}

/** The queue a case of this status stands in; undefined when nothing more is to be done. */
export const queueOf = (agency: AgencyPack, status: string): Queue | undefined =>
  queuesOf(agency).find(({ statuses }) => statuses.includes(status))

export const findQueue = (agency: AgencyPack, id: string): Queue | undefined =>
  queuesOf(agency).find((queue) => queue.id === id)
