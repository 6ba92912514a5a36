import type { OperationContext } from '../../../platform/operation.ts'
import type { FactsOf, LetterName } from '../letter/letters.ts'
import { letterRow } from '../paper-case.ts'
import { insertLetters, type LetterRow } from '../paper-store.ts'

type Queueing = Pick<OperationContext, 'tx' | 'services' | 'enqueue'>

interface LetterToQueue<N extends LetterName> {
  readonly caseId: string
  /** The notice that it brings or reminds of: when that ends, the letter is withdrawn. */
  readonly notice: string | null
  readonly name: N
  readonly facts: FactsOf<N>
}

/** Each job posts a handful, so that the first of many are there at once. */
const postedTogether = 50

/**
 * Letters in the caller's transaction: they wait for the next batch, and in the demonstration go to its outbox too. Every letter
 * comes this way, so that none of a protected case goes anywhere before it is known where post is safe.
 */
export async function queueLetters({ tx, services, enqueue }: Queueing, letters: readonly LetterRow[]): Promise<void> {
  const apart = await insertLetters(tx, letters)
  await Promise.all(apart.map((caseId) => enqueue('cases.place-letters', { case: caseId })))
  if (services.mode !== 'demo') return
  const handfuls = Array.from({ length: Math.ceil(letters.length / postedTogether) }, (_, place) => letters.slice(place * postedTogether, (place + 1) * postedTogether))
  await Promise.all(handfuls.map((handful) => enqueue('cases.post-letters', { letters: handful.map(({ id }) => id) })))
}

export const queueLetter = <N extends LetterName>(context: Queueing, letter: LetterToQueue<N>): Promise<void> =>
  queueLetters(context, [letterRow(context.services, letter)])
