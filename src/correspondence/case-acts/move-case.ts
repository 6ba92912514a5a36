import { type Entering, enterApart, enterStatusWhere, lockForAct } from '../../cases/index.ts'
import type { OperationContext } from '../../platform/operation.ts'
import { findStandingHold, insertHold, insertMotion, insertTransfer, isActOf, markReleased } from './act-store.ts'
import { newestDecisionDue } from '../decisions/decision-store.ts'
import { issueNotice } from '../notices/index.ts'
import { sealOfAct } from './sealed-act.ts'

type Acting = Entering & Pick<OperationContext, 'audit'>

interface ToDo {
  /** Made with the page: sent again, nothing more is done. Becomes the act's id. */
  readonly press: string
  readonly receiptNumber: string
  /** Why, for the office. Not empty. */
  readonly note: string
}

export type NotDone = 'unknown-case' | 'not-a-next-status'
export interface Done {
  readonly caseId: string
  readonly isNew: boolean
}

async function lockToAct({ tx, actor, audit }: Acting, table: 'transfer' | 'hold' | 'motion', { press, receiptNumber }: ToDo) {
  const found = await lockForAct({ tx }, receiptNumber)
  if (!found) return undefined
  audit({ subject: found.id, detail: { act: table, [table]: press } })
  return { ...found, isBefore: await isActOf(tx, table, { id: press, caseId: found.id, by: actor.id as string }) }
}

/** Gives a case to another office of the pack, inside the caller's transaction: its people are told, and its history keeps which office when. */
export async function transferCase(context: Acting, { toOffice, reason, ...its }: ToDo & { toOffice: string; reason: string }): Promise<Done | NotDone | 'no-such-office'> {
  const { tx, actor, now, services } = context
  const { caseActs, offices } = services.agency
  const found = await lockToAct(context, 'transfer', its)
  if (!found) return 'unknown-case'
  if (found.isBefore) return { caseId: found.id, isNew: false }
  if (toOffice === found.office || !offices.some(({ id }) => id === toOffice) || !caseActs.transfers.reasons.includes(reason)) return 'no-such-office'
  const entered = await enterApart(context, { receiptNumber: its.receiptNumber, status: caseActs.transfers.status, reason: its.note, office: toOffice, isToldApart: true })
  if (typeof entered === 'string') return 'not-a-next-status'
  const note_sealed = sealOfAct(services.keys, found.id, its.press, { table: 'correspondence.transfer', column: 'note_sealed' }, its.note)
  await insertTransfer(tx, { id: its.press, case: found.id, receipt_number: its.receiptNumber, from_office: found.office, to_office: toOffice, reason, note_sealed, by: actor.id as string, at: now })
  const values = { from: found.office, to: toOffice, why: { file: 'decisions', key: `transfer.${reason}` } }
  await issueNotice(context, { caseId: found.id, receiptNumber: its.receiptNumber, kind: 'transfer', source: its.press, values })
  return { caseId: found.id, isNew: true }
}

async function release({ tx, actor, now, services }: Acting, caseId: string, hold: string, note: string): Promise<void> {
  const sealed = sealOfAct(services.keys, caseId, hold, { table: 'correspondence.hold', column: 'release_note_sealed' }, note)
  await markReleased(tx, hold, { by: actor.id as string, at: now, note: sealed })
}

/** Lets a case wait, inside the caller's transaction, until it is released: of two at once the second finds it waiting. `untilOn`: null is open. */
export async function holdCase(context: Acting, { kind, untilOn, ...its }: ToDo & { kind: string; untilOn: Temporal.PlainDate | null }): Promise<Done | NotDone | 'no-such-kind'> {
  const { tx, actor, now, services } = context
  const found = await lockToAct(context, 'hold', its)
  if (!found) return 'unknown-case'
  if (found.isBefore) return { caseId: found.id, isNew: false }
  const status = services.agency.caseActs.holds.find((each) => each.kind === kind)?.status
  if (!status) return 'no-such-kind'
  const standing = await findStandingHold(tx, found.id)
  if (standing?.status === found.status) return 'not-a-next-status'
  // The case went on without being released: that ended the hold.
  if (standing) await release(context, found.id, standing.id, its.note)
  const entered = await enterApart(context, { receiptNumber: its.receiptNumber, status, reason: its.note })
  if (typeof entered === 'string') return 'not-a-next-status'
  const note_sealed = sealOfAct(services.keys, found.id, its.press, { table: 'correspondence.hold', column: 'note_sealed' }, its.note)
  const row = { id: its.press, case: found.id, receipt_number: its.receiptNumber, kind, from_status: found.status, status, until_on: untilOn, note_sealed }
  await insertHold(tx, { ...row, by: actor.id as string, at: now })
  return { caseId: found.id, isNew: true }
}

/** Lets a case go on from where it was held, inside the caller's transaction; one that went elsewhere meanwhile stays there. */
export async function releaseCase(context: Acting, { receiptNumber, note }: Pick<ToDo, 'receiptNumber' | 'note'>): Promise<{ caseId: string } | 'unknown-case' | 'not-held'> {
  const { tx, audit } = context
  const found = await lockForAct({ tx }, receiptNumber)
  if (!found) return 'unknown-case'
  const hold = await findStandingHold(tx, found.id)
  audit({ subject: found.id, ...(hold ? { detail: { act: 'release', hold: hold.id } } : {}) })
  if (!hold) return 'not-held'
  await release(context, found.id, hold.id, note)
  await enterStatusWhere(context, { receiptNumber, status: hold.from_status, reason: note }, ({ code }) => code === hold.status)
  return { caseId: found.id }
}

export interface MotionToRecord extends ToDo {
  readonly kind: string
  readonly way: 'paper' | 'message'
  readonly cameOn: Temporal.PlainDate
}

/** A motion against a decision came, inside the caller's transaction: it waits for two people. Whether it is in time is kept with it, and decides nothing. */
export async function recordMotion(context: Acting, { kind, way, cameOn, ...its }: MotionToRecord): Promise<Done | NotDone | 'no-such-kind'> {
  const { tx, actor, now, services } = context
  const { caseActs, deadlineTimeZone } = services.agency
  const found = await lockToAct(context, 'motion', its)
  if (!found) return 'unknown-case'
  if (found.isBefore) return { caseId: found.id, isNew: false }
  if (!caseActs.motions.kinds.includes(kind)) return 'no-such-kind'
  const entered = await enterApart(context, { receiptNumber: its.receiptNumber, status: caseActs.motions.status, reason: its.note, on: cameOn })
  if (typeof entered === 'string') return 'not-a-next-status'
  const due_at = await newestDecisionDue(tx, found.id)
  const in_time = due_at && Temporal.PlainDate.compare(cameOn, due_at.toZonedDateTimeISO(deadlineTimeZone).toPlainDate()) <= 0
  const note_sealed = sealOfAct(services.keys, found.id, its.press, { table: 'correspondence.motion', column: 'note_sealed' }, its.note)
  const row = { id: its.press, case: found.id, receipt_number: its.receiptNumber, kind, way, came_on: cameOn, due_at, in_time, note_sealed }
  await insertMotion(tx, { ...row, by: actor.id as string, at: now })
  return { caseId: found.id, isNew: true }
}
