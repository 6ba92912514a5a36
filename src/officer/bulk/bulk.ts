import type { AgencyPack, StatusEntry } from '../../agency/index.ts'
import { casesByReceipts, mayFollow } from '../../cases/index.ts'
import { openText, sealText } from '../../platform/crypto/field.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import { isId } from '../../platform/ids.ts'
import { operation, type OperationContext, query } from '../../platform/operation.ts'
import { whoMay } from '../may.ts'
import { listAssignments } from '../queues/assignment-store.ts'
import { type BulkCaseRow, countBulk, findBulk, insertBulk, listNotDone, lockBulk, recordBulk, type StoredBulk, type WhyNot } from './bulk-store.ts'

export const bulkCasesMost = 10_000
const listedMost = 100

const place = (bulk: string) => ({ person: bulk, table: 'officer.bulk', row: bulk, column: 'reason_sealed' })
export const openBulkReason = (keys: Keys, { id, reason_sealed }: StoredBulk): string => openText(keys, place(id), reason_sealed)

/** Statuses that many cases may be set to at once: no decision, none that two people set, none that an act of its own says. */
export const statusesForMany = (agency: AgencyPack): readonly StatusEntry[] =>
  agency.statuses.filter(({ code, decides, twoPeople, apart, final }) => !decides && !twoPeople && !apart && !final && agency.statuses.some(({ next }) => next.includes(code)))

interface BulkToPrepare {
  readonly receipts: readonly string[]
  readonly status: string
  readonly reason: string
  /** Made with the page: sent again, it prepares nothing more. */
  readonly press: string
}

async function lookOver({ tx, actor, services }: Pick<OperationContext, 'tx' | 'actor' | 'services'>, receipts: readonly string[], status: string): Promise<BulkCaseRow[]> {
  const found = new Map((await casesByReceipts(tx, receipts)).map((each) => [each.receipt_number, each]))
  const held = new Map((await listAssignments(tx, [...found.values()].map(({ id }) => id))).map((each) => [each.case, each.staff]))
  return receipts.map((receipt_number) => {
    const its = found.get(receipt_number)
    if (!its) return { receipt_number, case: null, from_status: null, state: 'cannot', why: 'unknown' }
    const holder = held.get(its.id)
    const why: WhyNot | null = its.protected ? 'protected' : !mayFollow(services.agency, its.status, status) ? 'not-next' : holder && holder !== actor.id ? 'taken' : null
    return { receipt_number, case: its.id, from_status: its.status, state: why ? 'cannot' : 'can', why }
  })
}

/** **Look it over**: which of these cases can be set to the status, and which cannot and why. Nothing is changed yet. */
export const prepareBulk = operation({
  name: 'officer.prepare-bulk',
  allow: (actor, _bulk: BulkToPrepare) => whoMay('change-many')(actor),
  refusals: ['not-for-many'],
  async run(context, { receipts, status, reason, press }: BulkToPrepare) {
    const { tx, actor, now, services, refuse, audit, recordedBefore } = context
    if (!statusesForMany(services.agency).some(({ code }) => code === status)) return refuse('not-for-many')
    const rows = await lookOver(context, receipts.slice(0, bulkCasesMost), status)
    audit({ subject: press, detail: { status, cases: rows.length } })
    const bulk = { id: press, staff: actor.id as string, status, reason_sealed: sealText(services.keys, place(press), reason), made_at: now }
    if (!(await insertBulk(tx, bulk, rows))) recordedBefore()
    return { bulk: press }
  },
})

/** **Change these cases**: exactly those that were shown as possible. A job carries it out. */
export const confirmBulk = operation({
  name: 'officer.confirm-bulk',
  allow: (actor, _input: { bulk: string }) => whoMay('change-many')(actor),
  refusals: ['unknown-bulk'],
  async run({ tx, now, refuse, audit, enqueue, recordedBefore }, { bulk }) {
    const found = isId(bulk) ? await lockBulk(tx, bulk) : undefined
    if (!found) return refuse('unknown-bulk')
    audit({ subject: bulk })
    if (found.confirmed_at) recordedBefore()
    else {
      await recordBulk(tx, bulk, { confirmed_at: now })
      await enqueue('officer.carry-out-bulk', { bulk }, { jobKey: `bulk:${bulk}`, turn: 'soon' })
    }
    return { bulk }
  },
})

/** **Stop**: the batch that is being carried out is finished, and no other one follows. */
export const stopBulk = operation({
  name: 'officer.stop-bulk',
  allow: (actor, _input: { bulk: string }) => whoMay('change-many')(actor),
  refusals: ['unknown-bulk'],
  async run({ tx, now, refuse, audit, recordedBefore }, { bulk }) {
    const found = isId(bulk) ? await lockBulk(tx, bulk) : undefined
    if (!found?.confirmed_at) return refuse('unknown-bulk')
    audit({ subject: bulk })
    if (found.stopped_at || found.ended_at) recordedBefore()
    else await recordBulk(tx, bulk, { stopped_at: now })
    return { bulk }
  },
})

export interface ShownBulk {
  readonly bulk: StoredBulk
  readonly reason: string
  readonly counts: { readonly can: number; readonly cannot: number; readonly done: number; readonly left: number }
  readonly whyNot: readonly { readonly why: WhyNot; readonly cases: number }[]
  readonly notDone: readonly BulkCaseRow[]
}

/** One change of many, for who made it: what can be done, and how far it has come. */
export const shownBulk = query({
  name: 'officer.shown-bulk',
  allow: (actor, _input: { bulk: string }) => whoMay('change-many')(actor),
  async run({ tx, services }, { bulk: id }): Promise<ShownBulk | null> {
    const bulk = isId(id) ? await findBulk(tx, id) : undefined
    if (!bulk) return null
    const counted = await countBulk(tx, id)
    const of = (state: BulkCaseRow['state']) => counted.filter((each) => each.state === state).reduce((sum, { cases }) => sum + cases, 0)
    return {
      bulk,
      reason: openBulkReason(services.keys, bulk),
      counts: { can: of('can'), cannot: of('cannot'), done: of('done'), left: of('left') },
      whyNot: counted.flatMap(({ why, cases }) => (why ? [{ why, cases }] : [])),
      notDone: await listNotDone(tx, id, listedMost),
    }
  },
})
