import {
  countLettersHeld,
  countLettersWaiting,
  findPrintBatch,
  type LetterApart,
  listLettersApart,
  listPrintBatches,
  type PrintBatch,
  type WaitingLetters,
} from '../../cases/index.ts'
import { isId } from '../../platform/ids.ts'
import { query } from '../../platform/operation.ts'
import { whoMay } from '../may.ts'

const shownMost = 50

export interface PrintingDesk {
  readonly waiting: WaitingLetters
  /** Whose mail comes back. */
  readonly held: number
  /** To be printed by hand. */
  readonly apart: readonly LetterApart[]
  /** The newest first. */
  readonly batches: readonly PrintBatch[]
}

/** What is there to print, and what was. */
export const printingDesk = query({
  name: 'officer.printing-desk',
  allow: (actor, _input: Record<string, never>) => whoMay('print-letters')(actor),
  run: async ({ tx }): Promise<PrintingDesk> => ({
    waiting: await countLettersWaiting(tx),
    held: await countLettersHeld(tx),
    apart: await listLettersApart(tx, shownMost),
    batches: await listPrintBatches(tx, shownMost),
  }),
})

export const batchOfDesk = query({
  name: 'officer.print-batch',
  allow: (actor, _input: { batch: string }) => whoMay('print-letters')(actor),
  run: async ({ tx }, { batch }): Promise<PrintBatch | null> => (isId(batch) ? ((await findPrintBatch(tx, batch)) ?? null) : null),
})
