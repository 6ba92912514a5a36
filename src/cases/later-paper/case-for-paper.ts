import type { OperationContext } from '../../platform/operation.ts'
import { openPaperPerson } from '../paper-link/paper-filing.ts'
import { isGuarded } from './guarded.ts'
import type { LaterPaperKind, PaperOutcome } from './later-paper.ts'
import { type CaseRowForPaper, findCaseForPaper, findLaterPaper, type LaterPaperRow, listLaterPapers, listNearReceipts, listPrinted, type PrintedLetter } from './later-paper-store.ts'
import { lettersMost } from './take-returned.ts'

type Reading = Pick<OperationContext, 'tx' | 'services'>

/** A paper that came for a case, as those who take in paper see it. */
export interface LaterPaper {
  readonly id: string
  readonly kind: LaterPaperKind
  readonly receivedOn: Temporal.PlainDate
  readonly takenAt: Temporal.Instant
  readonly takenBy: string
  readonly outcome: PaperOutcome
}

export const laterPaperOf = (row: LaterPaperRow): LaterPaper => ({
  id: row.id,
  kind: row.kind as LaterPaperKind,
  receivedOn: row.received_on,
  takenAt: row.taken_at,
  takenBy: row.taken_by,
  outcome: row.outcome as PaperOutcome,
})

/** So much of a case that whoever holds a paper sees whether it belongs there, and no more. */
export interface CaseForPaper {
  readonly id: string
  readonly receiptNumber: string
  readonly form: string
  readonly receivedOn: Temporal.PlainDate
  /** First letters alone. Null: it was filed online, or is not to be told; which of them is not told either. */
  readonly maskedName: string | null
  readonly papers: readonly LaterPaper[]
}

const papersMost = 10

/** “M••• L•••”: enough to see that a paper is another person's, and not to learn whose it is. */
const masked = (name: string): string =>
  name
    .split(/[\s-]+/)
    .filter(Boolean)
    .map((word) => `${[...word][0]}•••`)
    .join(' ')

async function nameOf(context: Reading, found: CaseRowForPaper): Promise<string | null> {
  if (!found.filing_sealed || (await isGuarded(context, found))) return null
  const { givenName, familyName } = openPaperPerson(context.services.keys, found.id, found.filing_sealed)
  return masked(`${givenName} ${familyName}`)
}

/** The case that a paper is for, before anything is written; null: none has this number. */
export async function caseForPaper(context: Reading, receiptNumber: string): Promise<CaseForPaper | null> {
  const found = await findCaseForPaper(context.tx, receiptNumber)
  if (!found) return null
  return {
    id: found.id,
    receiptNumber,
    form: found.form,
    receivedOn: found.received_on,
    maskedName: await nameOf(context, found),
    papers: (await listLaterPapers(context.tx, found.id, papersMost)).map(laterPaperOf),
  }
}

/** The letters of a case that may have come back, the newest first. */
export async function lettersThatMayReturn({ tx }: Reading, receiptNumber: string): Promise<readonly PrintedLetter[]> {
  const found = await findCaseForPaper(tx, receiptNumber)
  return found ? listPrinted(tx, found.id, lettersMost) : []
}

/** One paper of a case; null: it has none of this id. */
export async function laterPaper({ tx }: Reading, { receiptNumber, paper }: { receiptNumber: string; paper: string }): Promise<LaterPaper | null> {
  const found = await findCaseForPaper(tx, receiptNumber)
  const row = found && (await findLaterPaper(tx, paper))
  return row && row.case === found.id ? laterPaperOf(row) : null
}

const nearMost = 3

/** Cases whose number differs by one digit: a mistyped number is one of them more often than not. Protected ones are not named. */
export function nearReceipts({ tx }: Pick<Reading, 'tx'>, receiptNumber: string): Promise<string[]> {
  const near = [...receiptNumber].flatMap((digit, place) =>
    place < 3 ? [] : [...'0123456789'].filter((other) => other !== digit).map((other) => receiptNumber.slice(0, place) + other + receiptNumber.slice(place + 1)),
  )
  return listNearReceipts(tx, near, nearMost)
}
