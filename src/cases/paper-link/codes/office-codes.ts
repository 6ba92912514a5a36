import { openText, sealText } from '../../../platform/crypto/field.ts'
import type { Keys } from '../../../platform/crypto/keys.ts'
import type { OperationContext } from '../../../platform/operation.ts'
import { lockPaper } from '../paper-store.ts'
import { type Addressee, endNotice, listNotices, lockNotices, noteAsked, type ShownNoticeRow } from './code-store.ts'
import { mailableCode, mailCode, type Unmailable } from './mail-code.ts'

type Acting = Pick<OperationContext, 'tx' | 'actor' | 'now' | 'services' | 'enqueue'>

/** For whom a code is, and in the officer's own words why it is mailed or ended. */
export interface CodeForOffice {
  readonly caseId: string
  readonly addressee: Addressee
  readonly why: string
}

type Why = 'asked_why_sealed' | 'ended_why_sealed'

const place = (caseId: string, notice: string, column: Why) => ({ person: caseId, table: 'cases.access_notice', row: notice, column })

/** Who of the office did something to a notice, and why, sealed for its column. */
const byOf = ({ actor, services }: Acting, { caseId, why }: CodeForOffice, notice: string, column: Why) => ({
  staff: String(actor.id),
  why: sealText(services.keys, place(caseId, notice, column), why),
})

/**
 * Mails a new code for the office, inside its operation; the old one is dead. `anyway`: though one was mailed within the days in
 * which the portal mails no other.
 */
export async function mailCodeForOffice(context: Acting, { anyway, ...asked }: CodeForOffice & { readonly anyway: boolean }): Promise<{ notice: string } | Unmailable | 'letter-waits' | 'mailed-lately'> {
  const mailable = await mailableCode(context, asked)
  if (typeof mailable === 'string') return mailable
  if (mailable.standing?.letterWaits) return 'letter-waits'
  if (mailable.isRecent && !anyway) return 'mailed-lately'
  const mailed = await mailCode(context, mailable, 'office')
  await noteAsked(context.tx, mailed.notice, byOf(context, asked, mailed.notice, 'asked_why_sealed'))
  return mailed
}

/** Ends the code that stands, at once, inside the office's operation; its letter is not printed any more. */
export async function withdrawCodeForOffice(context: Acting, ended: CodeForOffice): Promise<'withdrawn' | 'nothing-stands'> {
  const { tx, now } = context
  if (!(await lockPaper(tx, ended.caseId))) return 'nothing-stands'
  const standing = (await lockNotices(tx, ended)).find(({ ended_as }) => ended_as === null)
  if (!standing) return 'nothing-stands'
  await endNotice(tx, standing.id, { at: now, as: 'withdrawn', by: byOf(context, ended, standing.id, 'ended_why_sealed') })
  return 'withdrawn'
}

/** A notice as the office sees it: everything but its code. */
export interface ShownNotice {
  readonly id: string
  readonly addressee: Addressee
  readonly cause: ShownNoticeRow['cause']
  readonly hasCode: boolean
  readonly issuedAt: Temporal.Instant
  readonly expiresAt: Temporal.Instant
  readonly remindedAt: Temporal.Instant | null
  readonly endedAt: Temporal.Instant | null
  readonly endedAs: ShownNoticeRow['ended_as']
  readonly letter: ShownNoticeRow['letter']
  readonly asked: { readonly by: string; readonly why: string } | null
  readonly ended: { readonly by: string; readonly why: string } | null
}

const noticesMost = 50

const saidBy = (keys: Keys, at: ReturnType<typeof place>, by: string | null, sealed: Buffer | null) => (by && sealed ? { by, why: openText(keys, at, sealed) } : null)

/** The notices of a case, the newest first, for an officer who gave a reason for looking. */
export async function noticesForOffice({ tx, services }: Pick<OperationContext, 'tx' | 'services'>, caseId: string): Promise<ShownNotice[]> {
  return (await listNotices(tx, caseId, noticesMost)).map((row) => ({
    ...{ id: row.id, addressee: row.addressee, cause: row.cause, hasCode: row.has_code, letter: row.letter },
    ...{ issuedAt: row.issued_at, expiresAt: row.expires_at, remindedAt: row.reminded_at, endedAt: row.ended_at, endedAs: row.ended_as },
    asked: saidBy(services.keys, place(caseId, row.id, 'asked_why_sealed'), row.asked_by, row.asked_why_sealed),
    ended: saidBy(services.keys, place(caseId, row.id, 'ended_why_sealed'), row.ended_by, row.ended_why_sealed),
  }))
}
