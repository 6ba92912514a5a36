import type { OperationContext } from '../../platform/operation.ts'
import { listPapersToCompare, type PaperToCompare } from './compare-store.ts'
import { openPaperPerson, type PaperPerson } from './paper-filing.ts'

/** A form on paper, opened, to be held against another. */
export interface ComparedPaper {
  readonly caseId: string
  readonly receiptNumber: string
  readonly form: string
  readonly receivedOn: Temporal.PlainDate
  readonly person: PaperPerson
}

export interface PapersToCompare {
  readonly asked: ComparedPaper
  /** The newest form of each account that has one, by account. */
  readonly of: ReadonlyMap<string, ComparedPaper>
  /** How many cases each account is on. */
  readonly cases: ReadonlyMap<string, number>
}

/**
 * Opens what a form says and, beside it, the newest form of each of these accounts, for the office. Whoever shows it records
 * that it was looked at. Null: the case came otherwise than on paper.
 */
export async function papersToCompare(
  { tx, services }: Pick<OperationContext, 'tx' | 'services'>,
  { caseId, accounts }: { caseId: string; accounts: readonly string[] },
): Promise<PapersToCompare | null> {
  const rows = await listPapersToCompare(tx, caseId, accounts)
  const opened = ({ case: id, receipt_number, form, received_on, sealed }: PaperToCompare): ComparedPaper => ({
    ...{ caseId: id, receiptNumber: receipt_number, form, receivedOn: received_on },
    person: openPaperPerson(services.keys, id, sealed),
  })
  const asked = rows.find((row): row is PaperToCompare & { account: null } => row.account === null)
  if (!asked) return null
  const others = rows.filter((row) => row.account !== null)
  const papers = others.flatMap((row) => (row.case === null ? [] : [[row.account, opened(row)] as const]))
  return { asked: opened(asked), of: new Map(papers), cases: new Map(others.map(({ account, cases }) => [account, cases])) }
}
