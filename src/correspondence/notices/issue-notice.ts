import { readAccountContact } from '../../accounts/index.ts'
import { agencyDay, caseToWriteAbout, findApplicant, tellOfCase } from '../../cases/index.ts'
import { newId } from '../../platform/ids.ts'
import { documentCodeShape, newCode } from '../../platform/numbers/crockford.ts'
import type { OperationContext } from '../../platform/operation.ts'
import { signNotice, textHash } from './canonical-text.ts'
import { type EndedAs, sealParts } from './notice.ts'
import { findNoticeOf, insertNotice, markEnded } from './notice-store.ts'
import type { NoticeValues } from './values.ts'
import { writeParts } from './write-parts.ts'

type Issuing = Pick<OperationContext, 'tx' | 'actor' | 'now' | 'services' | 'enqueue'>

export interface NoticeToIssue {
  readonly caseId: string
  readonly receiptNumber: string
  /** One of the agency pack's. */
  readonly kind: string
  /** By the names that the kind declares in the pack. */
  readonly values: NoticeValues
  /** What it is about, such as the id of a request: a case has one notice of a kind and source. Left out: it is one of its own. */
  readonly source?: string
  /** Left out: the language of the person whose case it is. */
  readonly language?: string
  /** A notice that counts no more from now on. */
  readonly replaces?: string | null
  /** False: its people learn of it by another message of the same moment. */
  readonly tells?: boolean
}

/** The language of the person whose case it is, as far as who acts may know it; else the one of record. */
async function languageOfPerson(context: Issuing, caseId: string): Promise<string> {
  const account = await findApplicant(context.tx, caseId)
  const contact = account === null ? undefined : await readAccountContact(context, account)
  return contact?.language ?? context.services.agency.languageOfRecord
}

/**
 * Issues a notice inside the caller's transaction: its words are written and signed, it stands in the portal from the commit on, its
 * PDF is set by a job, and everyone on the case is told that there is news. Throws for a kind or a text that the pack does not have,
 * and for a value that is missing or of another type. The same kind and source again: the notice that is there, and nothing more.
 */
export async function issueNotice(context: Issuing, { caseId, kind, values, source, language, replaces, tells = true }: NoticeToIssue): Promise<{ notice: string; code: string }> {
  const { tx, actor, now, services, enqueue } = context
  const { keys, agency } = services
  const about = await caseToWriteAbout(tx, caseId)
  if (!about) throw new Error('A notice is about a case that who acts can see')
  const issuedOn = agencyDay(agency, now)
  const parts = writeParts(agency, language ?? (await languageOfPerson(context, caseId)), { ...about, kind, issuedOn, values })
  const [id, code] = [newId(), newCode(documentCodeShape)]
  const signed = { code, kind, receiptNumber: about.receiptNumber, issuedOn, textSha256: textHash(code, parts) }
  // Whoever acts for themselves sees nobody else on the case: a job tells the others.
  const tellsHere = actor.kind !== 'account'
  const named = { case: caseId, kind, source: source ?? id }
  const inserted = await insertNotice(tx, {
    ...{ ...named, id, code, receipt_number: about.receiptNumber, issued_at: now, issued_on: issuedOn },
    ...{ text_sha256: signed.textSha256, signature: signNotice(keys, signed) },
    ...{ sealed: sealParts(keys, caseId, id, parts), told_at: tellsHere || !tells ? now : null },
  })
  if (inserted === null) {
    const found = await findNoticeOf(tx, { caseId, kind, source: named.source })
    if (!found) throw new Error('A notice that is there cannot be seen')
    return { notice: found.id, code: found.code }
  }
  if (replaces) await endNotice(context, { notice: replaces, as: 'replaced' })
  if (tells && tellsHere) await tellOfCase(context, caseId, about.receiptNumber)
  await enqueue('correspondence.set-notice', { notice: id })
  return { notice: id, code }
}

/** A notice that counts no more: its page and whoever checks its code say so. False: it did not before. */
export const endNotice = ({ tx, now }: Pick<Issuing, 'tx' | 'now'>, { notice, as }: { notice: string; as: EndedAs }): Promise<boolean> =>
  markEnded(tx, notice, { at: now, as })
