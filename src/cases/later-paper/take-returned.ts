import { newId } from '../../platform/ids.ts'
import type { OperationContext } from '../../platform/operation.ts'
import { findNewestAddress } from '../address/case-address-store.ts'
import { agencyDay } from '../case.ts'
import { touchCase } from '../document-store.ts'
import { endNotice } from '../paper-link/codes/code-store.ts'
import { tellParties } from '../tell-parties.ts'
import { type ReturnReason, sealPaper } from './later-paper.ts'
import { findLaterPaper, insertLaterPaper, listPrinted, lockCaseForPaper, type PrintedLetter } from './later-paper-store.ts'
import { insertHold } from './mail-hold-store.ts'
import { receivedOn, type Received, type TakenPaper, type TakingFault } from './take-paper.ts'

type Taking = Pick<OperationContext, 'tx' | 'actor' | 'now' | 'services' | 'enqueue'>

export interface ReturnedMail extends Received {
  /** Which of the case's letters; null: none of those that we printed here. */
  readonly letter: string | null
  readonly reason: ReturnReason
  /** What the post office's sticker says of a new address; null: there is none. */
  readonly sticker: string | null
}

/** A case has a handful of letters; one that is not among them came back long ago. */
export const lettersMost = 50

/**
 * A letter of ours that came back, inside the caller's operation. Its code is dead at once: whoever lives there now may have
 * read it. Mail to that addressee waits from then on, unless their address was changed since the letter left. The address of a
 * sticker is kept for the office and used for nothing: neither the person nor we wrote it.
 */
export async function takeReturnedMail(context: Taking, mail: ReturnedMail): Promise<TakenPaper | TakingFault | 'unknown-letter' | 'returned-before-printed'> {
  const { tx, now, actor, services } = context
  const found = await lockCaseForPaper(tx, mail.receiptNumber)
  if (!found) return 'unknown-case'
  const before = await findLaterPaper(tx, mail.id)
  if (before) return { caseId: found.id, paper: before.id, outcome: before.outcome as TakenPaper['outcome'] }
  const fault = receivedOn(context, mail, found)
  if (fault) return fault
  const letter = mail.letter === null ? null : (await listPrinted(tx, found.id, lettersMost)).find(({ id }) => id === mail.letter)
  if (letter === undefined) return 'unknown-letter'
  if (letter && Temporal.PlainDate.compare(mail.receivedOn, agencyDay(services.agency, letter.addressed_at)) < 0) return 'returned-before-printed'
  const isOldAddress = letter !== null && letter.addressee === 'applicant' && (await wasMoved(context, found.id, letter))
  const sealed = mail.sticker === null ? null : sealPaper(services.keys, found.id, mail.id, { sticker: mail.sticker })
  await insertLaterPaper(tx, {
    ...{ id: mail.id, case: found.id, kind: 'returned-mail', received_on: mail.receivedOn, taken_at: now, taken_by: actor.id ?? actor.kind },
    ...{ outcome: isOldAddress ? 'kept' : 'held', sealed, letter: mail.letter, reason: mail.reason },
  })
  if (letter?.notice) await endNotice(tx, letter.notice, { at: now, as: 'withdrawn' })
  await touchCase(tx, found.id, now)
  if (isOldAddress) return { caseId: found.id, paper: mail.id, outcome: 'kept' }
  const addressee = letter?.addressee ?? 'applicant'
  const held = await insertHold(tx, { id: newId(), case: found.id, addressee, paper: mail.id, since_at: now, since_on: mail.receivedOn })
  if (held && addressee === 'applicant') await tellParties(context, found.id, mail.receiptNumber)
  return { caseId: found.id, paper: mail.id, outcome: 'held' }
}

async function wasMoved({ tx }: Taking, caseId: string, { addressed_at }: PrintedLetter): Promise<boolean> {
  const newest = await findNewestAddress(tx, caseId)
  return newest !== undefined && Temporal.Instant.compare(newest.at, addressed_at) > 0
}
