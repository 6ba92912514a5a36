import type { WaitingPlace } from '../../cases/index.ts'
import { newId } from '../../platform/ids.ts'
import { operation, type OperationContext } from '../../platform/operation.ts'
import { whoMay } from '../may.ts'
import { endOwnAssignment, findTaken, insertAssignment } from './assignment-store.ts'
import { filteredCases, type QueuedPage } from './filtered-cases.ts'
import { noFilters, type QueueFilters } from './filters.ts'
import { findQueue, type Queue } from './queue.ts'

const takenAtOnce = 50
/** After so many looks at nothing but what others have taken, there is work enough on the desks. */
const looksMost = 2

/** `press`: made with the page; sent again, it takes nothing more. Left out: a new one. `filters`: the view it is taken from. */
type ToTake = { readonly queue: string; readonly press?: string; readonly filters?: QueueFilters }
type Taken = { readonly caseId: string; readonly receiptNumber: string }

/**
 * **Take the next case**: the one that has waited longest and is nobody's work. Of two who press at once each gets one;
 * one who presses twice gets one.
 */
export const takeNext = operation({
  name: 'officer.take-next',
  allow: (actor, _input: ToTake) => whoMay('take-case')(actor),
  refusals: ['unknown-queue', 'nothing-to-take'],
  async run(context, { queue: id, press = newId(), filters = noFilters }) {
    const { services, refuse, audit } = context
    const queue = findQueue(services.agency, id)
    if (!queue?.isWork) return refuse('unknown-queue')
    const taken = (await takenBy(context, press)) ?? (await firstFree(context, { queue, press, filters })) ?? (await takenBy(context, press))
    if (!taken) return refuse('nothing-to-take')
    audit({ subject: taken.caseId, detail: { queue: id } })
    return { receiptNumber: taken.receiptNumber }
  },
})

async function takenBy({ tx, actor }: OperationContext<string>, press: string): Promise<Taken | null> {
  const taken = await findTaken(tx, press, actor.id as string)
  return taken ? { caseId: taken.case, receiptNumber: taken.receipt_number } : null
}

async function firstFree(context: OperationContext<string>, { queue, press, filters }: { queue: Queue; press: string; filters: QueueFilters }): Promise<Taken | null> {
  // What is taken already is never free, whatever else a view shows.
  const looking = { queue, filters: { ...filters, taken: 'nobody' as const }, most: takenAtOnce }
  let after: WaitingPlace | null = null
  for (let look = 0; look < looksMost; look += 1) {
    const { cases, next }: QueuedPage = await filteredCases(context, { ...looking, after })
    const taken = await takeOneOf(context, { queue, press }, cases)
    if (taken || !next) return taken
    after = next
  }
  return null
}

async function takeOneOf(
  { tx, actor, now }: OperationContext<string>,
  { queue, press }: { queue: Queue; press: string },
  cases: readonly { id: string; receiptNumber: string }[],
): Promise<Taken | null> {
  for (const each of cases) {
    const row = { id: press, case: each.id, receipt_number: each.receiptNumber, queue: queue.id, from_at: now }
    if (await insertAssignment(tx, { ...row, staff: actor.id as string })) return { caseId: each.id, receiptNumber: each.receiptNumber }
  }
  return null
}

/** **Put back in the queue**: an officer's own work becomes anybody's again. */
export const putBack = operation({
  name: 'officer.put-back',
  allow: (actor, _input: { receiptNumber: string }) => whoMay('put-case-back')(actor),
  refusals: ['not-yours'],
  async run({ tx, actor, now, refuse, audit }, { receiptNumber }) {
    const caseId = await endOwnAssignment(tx, actor.id as string, receiptNumber, now)
    if (!caseId) return refuse('not-yours')
    audit({ subject: caseId })
    return { receiptNumber }
  },
})
