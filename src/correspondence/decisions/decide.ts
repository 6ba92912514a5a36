import { endWithCase, holdAppointments } from '../ending/end-with-case.ts'
import type { DecisionKind } from '../../agency/index.ts'
import { type Entering, enterApart, lockForAct, statusEntry } from '../../cases/index.ts'
import { isId } from '../../platform/ids.ts'
import type { OperationContext } from '../../platform/operation.ts'
import { findNewestMotion } from '../case-acts/act-store.ts'
import { type DecisionRow, findDecision, findProposed, insertDecision, lockDecision, recordReview } from './decision-store.ts'
import { openOfDecision, sealOfDecision } from './decision.ts'
import { areGrounds } from './grounds.ts'
import { tellDecision } from './tell-decision.ts'
import { motionDue } from './ways-on.ts'

type Deciding = Entering & Pick<OperationContext, 'audit'>

interface ToDecide {
  /** Made with the page: sent again, nothing more is decided. Becomes the decision's id. */
  readonly press: string
  readonly receiptNumber: string
  /** The status that whoever decides had before them. */
  readonly seen: string
  /** To the person, beside what the agency's letter says; may be empty. */
  readonly words: string
  /** Why, for the office. Not empty. */
  readonly note: string
}

export interface ToPropose extends ToDecide {
  readonly kind: Exclude<DecisionKind, 'approval'>
  readonly grounds: readonly string[]
}

export type NotDecided = 'unknown-case' | 'moved-on' | 'not-a-next-status' | 'proposed-already'

interface Locked {
  readonly found: { id: string; status: string; form: string }
  /** The same press wrote it before. */
  readonly before: DecisionRow | undefined
}

/** The case under its lock, as whoever decides saw it; a decision that was proposed on an earlier status has been overtaken. */
async function lockToDecide({ tx, audit, actor, services }: Deciding, { press, receiptNumber, seen }: ToDecide, kind: DecisionKind): Promise<Locked | NotDecided> {
  const found = await lockForAct({ tx }, receiptNumber)
  if (!found) return 'unknown-case'
  audit({ subject: found.id, detail: { decision: press, kind } })
  const before = await findDecision(tx, press)
  if (before) return before.case === found.id && before.proposed_by === actor.id && before.kind === kind ? { found, before } : 'unknown-case'
  const waiting = await findProposed(tx, found.id)
  if (waiting && waiting.from_status === found.status) return 'proposed-already'
  if (found.status !== seen) return 'moved-on'
  const { decisions } = services.agency
  if (!statusEntry(services.agency, found.status).next.includes(decisions.statuses[kind])) return 'not-a-next-status'
  if (waiting) await recordReview(tx, waiting.id, { state: 'overtaken' })
  return { found, before }
}

const rowOf = ({ actor, now, services: { keys } }: Deciding, { found }: Locked, its: ToDecide & { kind: DecisionKind }) => ({
  id: its.press,
  case: found.id,
  receipt_number: its.receiptNumber,
  kind: its.kind,
  from_status: found.status,
  words_sealed: sealOfDecision(keys, found.id, its.press, 'words_sealed', its.words),
  note_sealed: sealOfDecision(keys, found.id, its.press, 'note_sealed', its.note) as Buffer,
  proposed_by: actor.id as string,
  proposed_at: now,
})

/** The first of two people writes a decision, inside the caller's transaction: nothing changes before the second agrees. */
export async function proposeDecision(context: Deciding, its: ToPropose): Promise<{ decision: string; isNew: boolean } | NotDecided | 'no-grounds'> {
  const locked = await lockToDecide(context, its, its.kind)
  if (typeof locked === 'string') return locked
  if (locked.before) return { decision: its.press, isNew: false }
  if (!areGrounds(context.services.agency, its.kind, locked.found.form, its.grounds)) return 'no-grounds'
  // While a motion waits, whatever is decided answers it.
  const isAnswer = locked.found.status === context.services.agency.caseActs.motions.status
  const motion = isAnswer ? ((await findNewestMotion(context.tx, locked.found.id))?.id ?? null) : null
  const row = { ...rowOf(context, locked, its), grounds: [...its.grounds], motion, state: 'proposed' }
  return (await insertDecision(context.tx, row)) ? { decision: its.press, isNew: true } : 'proposed-already'
}

/** Approves a case, inside the caller's transaction, for an officer who saw it as it stands: once, whoever else decides meanwhile. */
export async function approve(context: Deciding, its: ToDecide): Promise<{ caseId: string; isNew: boolean } | NotDecided> {
  const { tx, now, services } = context
  const locked = await lockToDecide(context, its, 'approval')
  if (typeof locked === 'string') return locked
  if (locked.before) return { caseId: locked.found.id, isNew: false }
  const { receiptNumber, seen: from, note: reason } = its
  const entered = await enterApart(context, { receiptNumber, from, status: services.agency.decisions.statuses.approval, reason, isToldApart: true })
  if (typeof entered === 'string') return entered
  await insertDecision(tx, { ...rowOf(context, locked, { ...its, kind: 'approval' }), grounds: [], state: 'made', made_at: now })
  const { id: caseId, form } = locked.found
  await tellDecision(context, { id: its.press, caseId, receiptNumber, kind: 'approval', form, grounds: [], words: its.words, isMailed: false })
  await endWithCase(context, { caseId, receiptNumber, end: 'decision', why: reason })
  return { caseId, isNew: true }
}

interface Named {
  readonly receiptNumber: string
  readonly decision: string
}

/** A decision that waits, with its case, both locked in the order of every act. */
async function lockWaiting({ tx, audit }: Deciding, { receiptNumber, decision: id }: Named) {
  await holdAppointments({ tx }, receiptNumber)
  const found = isId(id) ? await lockForAct({ tx }, receiptNumber) : undefined
  const known = found && (await findDecision(tx, id))
  if (!found || known?.case !== found.id) return 'no-decision' as const
  audit({ subject: found.id, detail: { decision: id, kind: known.kind } })
  // Only one that waits can be locked, by the row-level security.
  const decision = await lockDecision(tx, id)
  return decision?.state === 'proposed' ? { found, decision } : ('decided-already' as const)
}

export interface Review extends Named {
  readonly agreed: boolean
  /** What the second person says to the first; may be empty where they agree. */
  readonly answer: string
  /** It goes to the person by mail. */
  readonly isMailed: boolean
}

export type Reviewed = { readonly caseId: string; readonly outcome: 'made' | 'returned' | 'overtaken'; readonly decision: DecisionRow }

/** The second person's word, inside the caller's transaction. `overtaken`: the case moved on since it was proposed, and is left as it is. */
export async function reviewDecision(context: Deciding, { agreed, answer, isMailed, ...named }: Review): Promise<Reviewed | 'no-decision' | 'decided-already' | 'proposed-by-you'> {
  const { tx, actor, now, services } = context
  const locked = await lockWaiting(context, named)
  if (typeof locked === 'string') return locked
  const { found, decision } = locked
  if (decision.proposed_by === actor.id) return 'proposed-by-you'
  const [caseId, kind] = [found.id, decision.kind as DecisionKind]
  const review = { reviewed_by: actor.id, reviewed_at: now, answer_sealed: sealOfDecision(services.keys, caseId, decision.id, 'answer_sealed', answer) }
  if (!agreed) {
    await recordReview(tx, decision.id, { ...review, state: 'returned' })
    return { caseId, outcome: 'returned', decision }
  }
  const status = services.agency.decisions.statuses[kind]
  const reason = openOfDecision(services.keys, caseId, decision.id, 'note_sealed', decision.note_sealed)
  const entered = await enterApart(context, { receiptNumber: named.receiptNumber, from: decision.from_status, status, reason, isToldApart: true })
  if (typeof entered === 'string') {
    await recordReview(tx, decision.id, { state: 'overtaken' })
    return { caseId, outcome: 'overtaken', decision }
  }
  const motion_due_at = motionDue(services.agency, { status, form: found.form, grounds: decision.grounds, at: now, isMailed })
  await recordReview(tx, decision.id, { ...review, state: 'made', made_at: now, motion_due_at })
  const words = openOfDecision(services.keys, caseId, decision.id, 'words_sealed', decision.words_sealed)
  await tellDecision(context, { id: decision.id, caseId, receiptNumber: named.receiptNumber, kind, form: found.form, grounds: decision.grounds, words, isMailed })
  await endWithCase(context, { caseId, receiptNumber: named.receiptNumber, end: 'decision', why: reason })
  return { caseId, outcome: 'made', decision }
}

/** The first person thought better of it, before anybody reviewed it. */
export async function takeDecisionBack(context: Deciding, named: Named): Promise<{ caseId: string } | 'no-decision' | 'decided-already' | 'not-yours'> {
  const locked = await lockWaiting(context, named)
  if (typeof locked === 'string') return locked
  if (locked.decision.proposed_by !== context.actor.id) return 'not-yours'
  await recordReview(context.tx, locked.decision.id, { state: 'taken-back' })
  return { caseId: locked.found.id }
}
