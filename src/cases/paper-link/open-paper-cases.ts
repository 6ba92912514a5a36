import { setImmediate as turn } from 'node:timers/promises'
import { newId } from '../../platform/ids.ts'
import type { OperationContext } from '../../platform/operation.ts'
import { issueReceiptNumber } from '../receipt-number.ts'
import { type PaperCase, rowsOf } from './paper-case.ts'
import { insertNotices, insertPaperCases, listTakenReceipts, nextReceiptSequences } from './paper-store.ts'
import { queueLetters } from './printing/queue-letters.ts'

/** A form on paper to open a case for; without a receipt number one is issued. */
export interface PaperToOpen extends PaperCase {
  readonly receiptNumber: string | null
}

type Opening = Pick<OperationContext, 'tx' | 'actor' | 'now' | 'services' | 'enqueue'>

/** Numbers for those that came without one; an issued number that a case from elsewhere has is passed over. */
async function numbersFor({ tx, services }: Opening, count: number): Promise<string[]> {
  const numbers: string[] = []
  while (numbers.length < count) {
    const places = await nextReceiptSequences(tx, count - numbers.length)
    const issued = places.map((place) => issueReceiptNumber(services.keys, place))
    const taken = await listTakenReceipts(tx, issued)
    numbers.push(...issued.filter((number) => !taken.has(number)))
  }
  return numbers
}

const openingStatus = 'received'

/** So many are written while the next are sealed: the database and this process work at the same time. */
const writtenTogether = 200

type Made = ReturnType<typeof rowsOf>

/** The statements of some cases, in one breath: the rows refer to each other, and the database works them in this order. */
async function write(context: Opening, made: readonly Made[]): Promise<void> {
  const { tx, actor } = context
  await Promise.all([
    insertPaperCases(tx, made.map(({ paper }) => paper), { kind: actor.kind, id: actor.id ?? actor.kind }),
    insertNotices(tx, made.flatMap(({ notices }) => notices)),
    queueLetters(context, made.flatMap(({ letters }) => letters)),
  ])
}

/**
 * Opens a case for each form on paper, inside the caller's operation, by a few statements for many of them: the case with its
 * first status and party, what the form says, the access notices and the letters to print. All of them are opened or none.
 * Throws the database's fault where a receipt number has a case.
 * @returns in the order they were given
 */
export async function openPaperCases(context: Opening, papers: readonly PaperToOpen[]): Promise<{ caseId: string; receiptNumber: string }[]> {
  if (papers.length === 0) return []
  const { now, services } = context
  const issued = await numbersFor(context, papers.filter(({ receiptNumber }) => receiptNumber === null).length)
  const opened: { caseId: string; receiptNumber: string }[] = []
  const writing: Promise<void>[] = []
  for (let from = 0; from < papers.length; from += writtenTogether) {
    const made = papers.slice(from, from + writtenTogether).map((paper) => {
      const receiptNumber = paper.receiptNumber ?? issued.pop() ?? ''
      return rowsOf(services, paper, { caseId: newId(), receiptNumber, at: now, status: openingStatus, office: null })
    })
    opened.push(...made.map(({ paper }) => ({ caseId: paper.id, receiptNumber: paper.receipt_number })))
    const written = write(context, made)
    // A fault is thrown below, when all are waited for; until then it is nobody's.
    written.catch(() => undefined)
    writing.push(written)
    // What was written leaves for the database before the next are sealed.
    await turn()
  }
  await Promise.all(writing)
  return opened
}
