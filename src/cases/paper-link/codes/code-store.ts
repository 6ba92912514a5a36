import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/transaction.ts'

export type Addressee = 'applicant' | 'representative'

/** A notice of a case, as whoever renews or ends its code sees it. */
export interface CaseNotice {
  id: string
  addressee: Addressee
  cause: 'intake' | 'portal' | 'office'
  issued_at: Temporal.Instant
  ended_as: 'used' | 'replaced' | 'withdrawn' | 'expired' | null
  /** Whoever's case it is ended it, and not the office. */
  kept_out: boolean
  /** Its letter is written and nobody has said yet that it was printed. */
  letter_waits: boolean
}

const waits = sql<boolean>`exists (select from cases.letter letter
  where letter."case" = notice."case" and letter.notice = notice.id and letter.printed_at is null and letter.withdrawn_at is null)`

/** Every notice to this addressee of a case, locked: of a claim and a renewal at once the second sees the first. */
export async function lockNotices(tx: Tx, { caseId, addressee }: { caseId: string; addressee: Addressee }): Promise<CaseNotice[]> {
  const { rows } = await sql<CaseNotice>`
    select notice.id, notice.addressee, notice.cause, notice.issued_at, notice.ended_as,
      notice.ended_as is not distinct from 'withdrawn' and notice.ended_by is null as kept_out, ${waits} as letter_waits
    from cases.access_notice notice
    where notice."case" = ${caseId} and notice.addressee = ${addressee}
    order by notice.issued_at, notice.id for update of notice`.execute(tx)
  return rows
}

/** Who of the office ended a notice or had it made, and why; from the portal nobody of them. */
export interface EndedBy {
  readonly staff: string
  readonly why: Buffer
}

/** Ends a notice that stands, and takes back its letter where it waits for print. False: it has ended. */
export async function endNotice(tx: Tx, id: string, { at, as, by }: { at: Temporal.Instant; as: 'replaced' | 'withdrawn'; by?: EndedBy }): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('cases.access_notice')
    .set({ ended_at: at, ended_as: as, ...(by ? { ended_by: by.staff, ended_why_sealed: by.why } : {}) })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  const letters = tx.updateTable('cases.letter').set({ withdrawn_at: at, sealed: null }).where('notice', '=', id)
  await letters.where('batch', 'is', null).where('printed_at', 'is', null).where('withdrawn_at', 'is', null).execute()
  return true
}

/** Who of the office had a new code mailed, and why. */
export async function noteAsked(tx: Tx, id: string, { staff, why }: EndedBy): Promise<void> {
  await tx.updateTable('cases.access_notice').set({ asked_by: staff, asked_why_sealed: why }).where('id', '=', id).execute()
}

export interface ShownNoticeRow {
  id: string
  addressee: Addressee
  cause: 'intake' | 'portal' | 'office'
  has_code: boolean
  issued_at: Temporal.Instant
  expires_at: Temporal.Instant
  reminded_at: Temporal.Instant | null
  ended_at: Temporal.Instant | null
  ended_as: CaseNotice['ended_as']
  asked_by: string | null
  asked_why_sealed: Buffer | null
  ended_by: string | null
  ended_why_sealed: Buffer | null
  letter: 'waits' | 'in-batch' | 'printed' | 'withdrawn' | 'none'
}

/** The notices of a case, the newest first: never a code. */
export async function listNotices(tx: Tx, caseId: string, most: number): Promise<ShownNoticeRow[]> {
  const { rows } = await sql<ShownNoticeRow>`
    select notice.id, notice.addressee, notice.cause, notice.code_hash is not null as has_code, notice.issued_at, notice.expires_at,
      notice.reminded_at, notice.ended_at, notice.ended_as, notice.asked_by, notice.asked_why_sealed, notice.ended_by, notice.ended_why_sealed,
      coalesce((select case when letter.printed_at is not null then 'printed' when letter.withdrawn_at is not null then 'withdrawn'
          when letter.batch is not null then 'in-batch' else 'waits' end
        from cases.letter letter where letter."case" = notice."case" and letter.notice = notice.id and letter.kind <> 'code-reminder'
        order by letter.written_at limit 1), 'none') as letter
    from cases.access_notice notice
    where notice."case" = ${caseId}
    order by notice.issued_at desc, notice.id limit ${most}`.execute(tx)
  return rows
}
