import { agencyDay, mayChoose } from '../case.ts'
import type { Entering } from '../change-status.ts'
import { newId } from '../../platform/ids.ts'
import { sealReason } from '../reason.ts'
import { tellPartiesOf } from '../tell-parties.ts'
import { lockCasesByIds, recordForMany } from './many-store.ts'

export interface CaseToMove {
  readonly id: string
  readonly from: string
}

export interface MovedMany {
  readonly moved: readonly { id: string; receiptNumber: string; from: string }[]
  /** Those that stand elsewhere by now, or are protected: left as they are. */
  readonly left: readonly string[]
}

/**
 * Enters one status for many cases inside the caller's transaction, by a few statements for all of them, and tells the people
 * of each once; never a status that an act of its own says. In the name of the staff member who asked for it. Cases that moved on since they were looked at, or were
 * protected, stay as they are.
 */
export async function enterForMany(context: Entering, { cases, status, reason, staff }: { cases: readonly CaseToMove[]; status: string; reason: string; staff: string }): Promise<MovedMany> {
  const { tx, now, services } = context
  const from = new Map(cases.map((each) => [each.id, each.from]))
  const locked = await lockCasesByIds(tx, [...from.keys()])
  const moving = locked.filter((each) => !each.protected && each.status === from.get(each.id) && mayChoose(services.agency, each.status, status))
  const changes = moving.map(({ id }) => {
    const change = newId()
    return { id: change, case: id, reason: sealReason(services.keys, id, change, reason).toString('base64') }
  })
  await recordForMany(tx, changes, { status, on: agencyDay(services.agency, now), at: now, staff })
  const moved = moving.map(({ id, receipt_number, status: before }) => ({ id, receiptNumber: receipt_number, from: before }))
  await tellPartiesOf(context, moved)
  return { moved, left: cases.map(({ id }) => id).filter((id) => !moving.some((each) => each.id === id)) }
}
