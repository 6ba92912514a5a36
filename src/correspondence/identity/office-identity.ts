import { closeTask, isDecided, lockForAct, openTask, tellOfCase } from '../../cases/index.ts'
import { filesOfTrays, type SentFile } from '../../evidence/index.ts'
import type { OperationContext } from '../../platform/operation.ts'
import { issueNotice } from '../notices/index.ts'
import { listMismatches } from './attempt-store.ts'
import { type IdentityCheck, identityOutcomes, identityReasons, openIdentityNote, sealIdentityNote } from './identity-check.ts'
import { findIdentityCheck, identityCheckOf, insertIdentityCheck, listIdentityChecks, listIdentityNotes, markIdentityDecided, markIdentityEnded } from './identity-store.ts'

type Acting = Pick<OperationContext, 'tx' | 'actor' | 'now' | 'services' | 'enqueue'>

/** How long a person has to prove who they are. */
const identityDays = 30

/** A provider vouched for another person than that of the case: for whom is not kept. */
export interface Mismatch {
  readonly provider: string
  readonly level: string | null
  readonly at: Temporal.Instant | null
}
export type CheckForOffice = IdentityCheck & { readonly files: readonly SentFile[]; readonly note: string | null; readonly mismatches: readonly Mismatch[] }

/** The checks of an opened case with what was sent, the last first. */
export async function identityChecksOfCase(context: Pick<Acting, 'tx' | 'actor' | 'services'>, caseId: string): Promise<readonly CheckForOffice[]> {
  const checks = (await listIdentityChecks(context.tx, [caseId])).map(identityCheckOf)
  const files = await filesOfTrays(context, checks.flatMap(({ tray }) => tray ?? []))
  const sealed = new Map((await listIdentityNotes(context.tx, caseId)).map(({ id, note_sealed: note }) => [id, note]))
  const mismatches = checks.length > 0 ? await listMismatches(context.tx, caseId) : []
  return checks.map((check) => {
    const ofCheck = mismatches.filter((each) => each.check === check.id).map(({ provider, level, ended_at: at }) => ({ provider, level, at }))
    const note = sealed.get(check.id)
    return { ...check, files: files.get(check.tray ?? '') ?? [], note: note ? openIdentityNote(context.services.keys, caseId, check.id, note) : null, mismatches: ofCheck }
  })
}

/** Asks the person of a case to prove who they are: it stands first on their page, with its day. One at a time, and of no case that is decided, withdrawn or closed. */
export async function askIdentity(
  context: Acting,
  { caseId, receiptNumber, reason, press }: { caseId: string; receiptNumber: string; reason: string; press: string },
): Promise<'unknown-reason' | 'case-is-over' | 'asked-already' | 'asked-before' | null> {
  const { tx, actor, now, services } = context
  if (!identityReasons.some((each) => each === reason)) return 'unknown-reason'
  // As the case stands once nobody else decides on it.
  const stands = await lockForAct(context, receiptNumber)
  if (await findIdentityCheck(tx, { id: press, caseId })) return 'asked-before'
  if (!stands || isDecided(services.agency, stands.status)) return 'case-is-over'
  const lastDay = now.toZonedDateTimeISO(services.agency.deadlineTimeZone).toPlainDate().add({ days: identityDays })
  // To the end of the last day: the first moment of the next one.
  const due_at = lastDay.add({ days: 1 }).toZonedDateTime(services.agency.deadlineTimeZone).toInstant()
  const check = { id: press, case: caseId, receipt_number: receiptNumber, reason, asked_at: now, asked_by: String(actor.id), due_at }
  if (!(await insertIdentityCheck(tx, check))) return 'asked-already'
  await openTask(context, { caseId, kind: 'prove-identity', subject: press, dueAt: due_at })
  const words = (key: string) => ({ file: 'messages', key: `identity.${key}` })
  const ways = ['documents', 'in-person'].map((way) => ({ title: words(`way.${way}.title`), text: words(`way.${way}.text`) }))
  // To the last minute of the last day, as people read a deadline.
  const dueAt = { at: due_at.subtract({ minutes: 1 }), timeZone: services.agency.deadlineTimeZone }
  await issueNotice(context, { caseId, receiptNumber, kind: 'identity', values: { dueAt, ways, why: words(`why.${reason}`) }, source: press })
  return null
}

/** A case that ends asks nobody any longer who they are; whether they had sent something or not. */
export async function endIdentityChecks({ tx, actor, now }: Pick<Acting, 'tx' | 'actor' | 'now'>, caseId: string): Promise<void> {
  await markIdentityEnded(tx, { case: caseId, decided_at: now, decided_by: String(actor.id) })
}

interface Found {
  readonly id: string
  readonly caseId: string
  readonly outcome: string
  /** They came and showed it: nothing has to be sent for that. */
  readonly inPerson: boolean
  readonly note: string
}

/** What the officer found when they compared, or that it is not asked any longer; the person reads the outcome, not the note. */
export async function decideIdentity(
  context: Acting,
  { id, caseId, outcome, inPerson, note }: Found,
): Promise<'unknown-check' | 'unknown-outcome' | 'nothing-sent' | 'decided-before' | null> {
  const { tx, actor, now, services } = context
  const row = await findIdentityCheck(tx, { id, caseId })
  if (!row) return 'unknown-check'
  const isWithdrawn = outcome === 'withdrawn'
  if (!isWithdrawn && !identityOutcomes.some((each) => each === outcome)) return 'unknown-outcome'
  if (!isWithdrawn && !inPerson && !row.sent_at) return 'nothing-sent'
  const note_sealed = note === '' ? null : sealIdentityNote(services.keys, caseId, id, note)
  if (!(await markIdentityDecided(tx, { id, decided_at: now, decided_by: String(actor.id), outcome, note_sealed }))) return 'decided-before'
  await closeTask(context, { subject: id, how: isWithdrawn ? 'withdrawn' : 'done' })
  await tellOfCase(context, caseId, row.receipt_number)
  return null
}

/** What was found of who somebody is at their appointment settles what is asked of them on the case, whatever they sent. Their appointment tells them. */
export async function settleIdentity(context: Acting, { caseId, confirmed }: { caseId: string; confirmed: boolean }): Promise<void> {
  const { tx, actor, now } = context
  const open = (await listIdentityChecks(tx, [caseId])).find(({ decided_at }) => decided_at === null)
  const decided = { decided_at: now, decided_by: String(actor.id), outcome: confirmed ? 'confirmed' : 'not-confirmed', note_sealed: null }
  if (open && (await markIdentityDecided(tx, { id: open.id, ...decided }))) await closeTask(context, { subject: open.id, how: 'done' })
}
