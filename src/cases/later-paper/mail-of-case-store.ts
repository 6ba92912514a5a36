import { sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'
import type { LaterPaperKind } from './later-paper.ts'

/** A paper that came by mail, as its own people see it. */
export interface ReceivedPaper {
  readonly id: string
  readonly kind: LaterPaperKind
  readonly receivedOn: Temporal.PlainDate
}

export interface MailOfCase {
  /** Oldest first. */
  readonly received: readonly ReceivedPaper[]
  /** Letters to its person come back. */
  readonly comesBack: boolean
}

/** What came by mail for a case, and whether mail to its person comes back; in one statement. */
export async function findMailOfCase(tx: Tx, caseId: string): Promise<MailOfCase> {
  const { rows } = await sql<{ received: { id: string; kind: LaterPaperKind; receivedOn: string }[] | null; comesBack: boolean }>`
    select
      (select json_agg(json_build_object('id', paper.id, 'kind', paper.kind, 'receivedOn', paper.received_on) order by paper.ordinal)
       from cases.later_paper paper where paper."case" = ${caseId}) as received,
      exists (select from cases.mail_hold hold
       where hold."case" = ${caseId} and hold.addressee = 'applicant' and hold.ended_at is null) as "comesBack"`.execute(tx)
  const [{ received, comesBack } = { received: null, comesBack: false }] = rows
  return { received: (received ?? []).map((paper) => ({ ...paper, receivedOn: Temporal.PlainDate.from(paper.receivedOn) })), comesBack }
}

/** What came by mail for these cases, oldest first. */
export const listReceivedOf = (tx: Tx, cases: readonly string[]) =>
  cases.length === 0
    ? Promise.resolve([])
    : tx.selectFrom('cases.later_paper').select(['case', 'kind', 'received_on', 'taken_at']).where('case', 'in', cases).orderBy('ordinal').execute()
