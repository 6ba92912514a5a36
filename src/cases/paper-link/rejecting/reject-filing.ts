import { isId, newId } from '../../../platform/ids.ts'
import type { OperationContext } from '../../../platform/operation.ts'
import { letterText } from '../letter/letters.ts'
import { sealLetter } from '../printing/sealed-letter.ts'
import { openSender, type Rejection, rejectionFacts, rejectionMark, sealSender } from './rejection.ts'
import { deleteRejection, findRejection, insertRejectionLetter, insertTyped, lockRejection, markRejected, type RejectionRow, updateTypedRejection } from './rejection-store.ts'

type Working = Pick<OperationContext, 'tx' | 'now' | 'services'>

const typedOf = ({ services, now }: Working, id: string, { form, receivedOn, reasons, fee, sender }: Rejection) => ({
  ...{ form, received_on: receivedOn, reasons: [...reasons], fee_cents: fee?.cents ?? null, fee_returned: fee?.isReturned ?? null },
  ...{ sealed: sealSender(services.keys, id, sender), typed_at: now },
})

/** Null: who it was is not kept any more. */
function rejectionIn({ services }: Pick<Working, 'services'>, row: RejectionRow): Rejection | null {
  if (!row.sealed) return null
  const fee = row.fee_cents === null ? null : { cents: row.fee_cents, isReturned: row.fee_returned === true }
  return { form: row.form, receivedOn: row.received_on, reasons: row.reasons, fee, sender: openSender(services.keys, row.id, row.sealed) }
}

/** Keeps what was typed, to be looked over; sent twice under one id it is kept once. Nothing is rejected by it. */
export async function keepRejection(context: Working, { id, by, rejection }: { id: string; by: string; rejection: Rejection }): Promise<'kept' | 'no-rejection'> {
  await insertTyped(context.tx, { id, typed_by: by, ...typedOf(context, id, rejection) })
  return (await findRejection(context.tx, id)) ? 'kept' : 'no-rejection'
}

export async function correctRejection(context: Working, { id, rejection }: { id: string; rejection: Rejection }): Promise<'kept' | 'no-rejection' | 'rejected-already'> {
  const row = isId(id) ? await lockRejection(context.tx, id) : undefined
  if (!row) return 'no-rejection'
  if (row.rejected_at) return 'rejected-already'
  await updateTypedRejection(context.tx, id, typedOf(context, id, rejection))
  return 'kept'
}

/** Throws away what was typed; dropped twice it is dropped once. */
export async function dropRejection({ tx }: Working, id: string): Promise<'dropped' | 'rejected-already'> {
  const row = isId(id) ? await lockRejection(tx, id) : undefined
  if (row?.rejected_at) return 'rejected-already'
  if (row) await deleteRejection(tx, id)
  return 'dropped'
}

/** A rejection as it is looked at: what it says, its letter word for word, and what has to be the same when it is confirmed. */
export interface ShownRejection {
  readonly rejectedAt: Temporal.Instant | null
  readonly typedBy: string
  readonly rejection: Rejection
  readonly letter: string
  readonly mark: string
}

export async function rejectionToShow(context: Working, id: string): Promise<ShownRejection | null> {
  const row = isId(id) ? await findRejection(context.tx, id) : undefined
  const rejection = row && rejectionIn(context, row)
  if (!rejection) return null
  const { services, now } = context
  const letter = letterText(services, 'filing-rejected', rejectionFacts(rejection, services.agency.languageOfRecord, row.rejected_at ?? now))
  return { rejectedAt: row.rejected_at, typedBy: row.typed_by, rejection, letter, mark: rejectionMark(services.keys, rejection) }
}

/** Rejects the form: recorded, and its letter waits for print, in one. Confirmed again it is as it was. */
export async function rejectFiling(
  context: Working & Pick<OperationContext, 'enqueue'>,
  { id, mark }: { id: string; mark: string },
): Promise<Pick<Rejection, 'form' | 'reasons'> | 'no-rejection' | 'rejection-changed'> {
  const { tx, now, services, enqueue } = context
  const row = isId(id) ? await lockRejection(tx, id) : undefined
  if (!row) return 'no-rejection'
  if (row.rejected_at) return row
  const rejection = rejectionIn(context, row)
  if (!rejection || rejectionMark(services.keys, rejection) !== mark) return 'rejection-changed'
  await markRejected(tx, id, now)
  const letter = newId()
  const sealed = sealLetter(services.keys, id, letter, rejectionFacts(rejection, services.agency.languageOfRecord, now))
  await insertRejectionLetter(tx, { id: letter, rejection: id, kind: 'filing-rejected', sealed, written_at: now })
  if (services.mode === 'demo') await enqueue('cases.post-letters', { letters: [letter] })
  return row
}
