import { sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'
import type { LaterPaperKind } from './later-paper.ts'

/** A paper that came by mail, as its own people see it. */
export interface ReceivedPaper {
  readonly id: string
  readonly kind: LaterPaperKind
  readonly receivedOn: Temporal.PlainDate
  /** When it was opened. */
  readonly takenAt: Temporal.Instant
}

export interface MailOfCase {
  /** Oldest first. */
  readonly received: readonly ReceivedPaper[]
  /** Letters to its person come back. */
  readonly comesBack: boolean
}

export type MailJson = { received: { id: string; kind: LaterPaperKind; receivedOn: string; takenAt: string }[] | null; comesBack: boolean }

/** The same of the case `its`, as one JSON value of its row. */
export const mailColumn = sql<MailJson>`json_build_object(
  'received', (select json_agg(json_build_object('id', paper.id, 'kind', paper.kind, 'receivedOn', paper.received_on, 'takenAt', paper.taken_at) order by paper.ordinal)
    from cases.later_paper paper where paper."case" = its.id),
  'comesBack', exists (select from cases.mail_hold hold
    where hold."case" = its.id and hold.addressee = 'applicant' and hold.ended_at is null))`

export const mailOf = ({ received, comesBack }: MailJson): MailOfCase => ({
  received: (received ?? []).map((paper) => ({ ...paper, receivedOn: Temporal.PlainDate.from(paper.receivedOn), takenAt: Temporal.Instant.from(paper.takenAt) })),
  comesBack,
})

/** What came by mail for these cases, oldest first. */
export const listReceivedOf = (tx: Tx, cases: readonly string[]) =>
  cases.length === 0
    ? Promise.resolve([])
    : tx.selectFrom('cases.later_paper').select(['case', 'kind', 'received_on', 'taken_at']).where('case', 'in', cases).orderBy('ordinal').execute()
