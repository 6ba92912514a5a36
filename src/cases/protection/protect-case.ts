import { openText, sealText } from '../../platform/crypto/field.ts'
import { newId } from '../../platform/ids.ts'
import type { OperationContext } from '../../platform/operation.ts'
import { endNotice } from '../paper-link/codes/code-store.ts'
import { isToRepresentative } from '../paper-link/printing/place-letters.ts'
import { openLetter } from '../paper-link/printing/sealed-letter.ts'
import { findCaseMark, insertCaseMark, listHeldLetters, lockHeldLetters, markDropped, markSafeAsItIs } from './protection-store.ts'

type Acting = Pick<OperationContext, 'tx' | 'now' | 'services'>

const place = (caseId: string, mark: string) => ({ person: caseId, table: 'cases.protection', row: mark, column: 'reason_sealed' })

/** Marks a case as protected by itself, inside the operation of the office. Said again it stands as it was said first. */
export async function protectCase({ tx, now, services }: Acting, caseId: string, reason: string): Promise<void> {
  const id = newId()
  await insertCaseMark(tx, { id, caseId, at: now, reasonSealed: sealText(services.keys, place(caseId, id), reason) })
}

export interface CaseMark {
  /** Null: it was opened so. */
  readonly setBy: string | null
  readonly setAt: Temporal.Instant
  readonly reason: string | null
}

/** The mark of a case itself, for who may see it; null: it has none, though a person on it may. */
export async function caseMarkOf({ tx, services }: Pick<Acting, 'tx' | 'services'>, caseId: string): Promise<CaseMark | null> {
  const found = await findCaseMark(tx, caseId)
  if (!found) return null
  const reason = found.reason_sealed && openText(services.keys, place(caseId, found.id), found.reason_sealed)
  return { setBy: found.set_by, setAt: found.set_at, reason }
}

export interface WaitingLetter {
  readonly id: string
  readonly kind: string
  readonly since: Temporal.Instant
  readonly toRepresentative: boolean
}

/** The letters of a case that wait until it is known where post is safe. */
export async function lettersThatWait({ tx, services }: Pick<Acting, 'tx' | 'services'>, caseId: string): Promise<WaitingLetter[]> {
  return (await listHeldLetters(tx, caseId)).map((letter) => ({
    id: letter.id,
    kind: letter.kind,
    since: letter.apart_at,
    toRepresentative: isToRepresentative(openLetter(services.keys, letter).facts),
  }))
}

/**
 * A letter to a representative goes to them: an officer knows that the person wants them on the case. One to the person goes to
 * the safe address or nowhere: no officer says otherwise.
 */
export async function sendToRepresentative({ tx, now, services }: Acting, caseId: string, letter: string): Promise<'sent' | 'no-letter' | 'not-theirs'> {
  const held = (await lockHeldLetters(tx, caseId)).find(({ id }) => id === letter)
  if (!held) return 'no-letter'
  if (!isToRepresentative(openLetter(services.keys, held).facts)) return 'not-theirs'
  await markSafeAsItIs(tx, letter, now)
  return 'sent'
}

/** The letter goes nowhere, and the code that it would have brought is dead. */
export async function dropLetter({ tx, now }: Pick<Acting, 'tx' | 'now'>, caseId: string, letter: string): Promise<'dropped' | 'no-letter'> {
  const held = (await lockHeldLetters(tx, caseId)).find(({ id }) => id === letter)
  if (!held) return 'no-letter'
  await markDropped(tx, held.id, now)
  if (held.notice) await endNotice(tx, held.notice, { at: now, as: 'withdrawn' })
  return 'dropped'
}
