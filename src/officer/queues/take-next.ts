import { listCasesWaiting } from '../../cases/index.ts'
import { newId } from '../../platform/ids.ts'
import { operation, type OperationContext } from '../../platform/operation.ts'
import { whoMay } from '../may.ts'
import { endOwnAssignment, findTaken, insertAssignment, listAssignments } from './assignment-store.ts'
import { findQueue, type Queue } from './queue.ts'

const lookedAtOnce = 50
/** Past so many that others have taken, there is work enough on the desks. */
const lookedAtMost = 1000

/** `press`: made with the page; sent again, it takes nothing more. Left out: a new one. */
type ToTake = { readonly queue: string; readonly press?: string }
type Taken = { readonly caseId: string; readonly receiptNumber: string }

/**
 * **Take the next case**: the one that has waited longest and is nobody's work. Of two who press at once each gets one;
 * one who presses twice gets one.
 */
export const takeNext = operation({
  name: 'officer.take-next',
  allow: (actor, _input: ToTake) => whoMay('take-case')(actor),
  refusals: ['unknown-queue', 'nothing-to-take'],
  async run(context, { queue: id, press = newId() }) {
    const { services, refuse, audit } = context
    const queue = findQueue(services.agency, id)
    if (!queue?.isWork) return refuse('unknown-queue')
    const taken = (await takenBy(context, press)) ?? (await firstFree(context, queue, press)) ?? (await takenBy(context, press))
    if (!taken) return refuse('nothing-to-take')
    audit({ subject: taken.caseId, detail: { queue: id } })
    return { receiptNumber: taken.receiptNumber }
  },
})

async function takenBy({ tx, actor }: OperationContext<string>, press: string): Promise<Taken | null> {
  const taken = await findTaken(tx, press, actor.id as string)
  return taken ? { caseId: taken.case, receiptNumber: taken.receipt_number } : null
}

async function firstFree(context: OperationContext<string>, queue: Queue, press: string): Promise<Taken | null> {
  let after: { since: Temporal.Instant; id: string } | undefined
  for (let looked = 0; looked < lookedAtMost; looked += lookedAtOnce) {
    const place = after ? { after } : {}
    const cases = await listCasesWaiting.run(context, { statuses: queue.statuses, most: lookedAtOnce, ...place })
    const taken = await takeOneOf(context, { queue, press }, cases)
    if (taken) return taken
    const last = cases.at(-1)
    if (!last || cases.length < lookedAtOnce) return null
    after = { since: last.statusSince, id: last.id }
  }
  return null
}

async function takeOneOf(
  { tx, actor, now }: OperationContext<string>,
  { queue, press }: { queue: Queue; press: string },
  cases: readonly { id: string; receiptNumber: string }[],
): Promise<Taken | null> {
  if (cases.length === 0) return null
  const held = new Set(
    (
      await listAssignments(
        tx,
        cases.map(({ id }) => id),
      )
    ).map((each) => each.case),
  )
  for (const each of cases.filter(({ id }) => !held.has(id))) {
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
