import type { OperationContext } from '../../platform/operation.ts'
import { laterPaperOf, type LaterPaper } from './case-for-paper.ts'
import { type AddressOnPaper, openLaterPaper, type ReturnReason } from './later-paper.ts'
import { type LaterPaperRow, listLaterPapers } from './later-paper-store.ts'
import { listHolds } from './mail-hold-store.ts'

/** A paper that came by mail, with what stands on it, for an officer who opened the file. */
export interface OfficePaper extends LaterPaper {
  readonly address: AddressOnPaper | null
  /** What the post office wrote of a new address. */
  readonly sticker: string | null
  readonly reason: ReturnReason | null
  readonly settledAt: Temporal.Instant | null
}

export interface OfficeMail {
  /** The newest first. */
  readonly papers: readonly OfficePaper[]
  /** Whose mail comes back, and since when. */
  readonly holds: readonly { readonly addressee: 'applicant' | 'representative'; readonly since: Temporal.PlainDate }[]
}

const papersMost = 50

export async function mailForOffice({ tx, services }: Pick<OperationContext, 'tx' | 'services'>, caseId: string): Promise<OfficeMail> {
  const opened = (row: LaterPaperRow): OfficePaper => {
    const said = row.sealed && openLaterPaper(services.keys, caseId, row.id, row.sealed)
    return {
      ...laterPaperOf(row),
      address: said && 'address' in said ? said : null,
      sticker: said && 'sticker' in said ? said.sticker : null,
      reason: row.reason as ReturnReason | null,
      settledAt: row.settled_at,
    }
  }
  const holds = await listHolds(tx, caseId)
  return {
    papers: (await listLaterPapers(tx, caseId, papersMost)).map(opened),
    holds: holds.map(({ addressee, since_on }) => ({ addressee: addressee as 'applicant', since: since_on })),
  }
}
