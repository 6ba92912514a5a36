import { isId } from '../../../platform/ids.ts'
import type { OperationContext } from '../../../platform/operation.ts'
import { listReaching, listSealed, lockApart, markPrintedByHand } from './print-store.ts'
import type { SealedLetter } from './sealed-letter.ts'

/** A letter that no machine sets, for a person to print. */
export async function letterToPrint({ tx }: Pick<OperationContext, 'tx'>, id: string): Promise<SealedLetter | null> {
  const apart = isId(id) ? await lockApart(tx, id) : undefined
  if (!apart || apart.printed_at) return null
  const [sealed] = await listSealed(tx, await listReaching(tx, [id]))
  return sealed ?? null
}

/** It is on paper; said again, it is on paper since then. */
export async function printByHand({ tx, now }: Pick<OperationContext, 'tx' | 'now'>, id: string): Promise<'no-letter' | 'printed'> {
  const apart = isId(id) ? await lockApart(tx, id) : undefined
  if (!apart) return 'no-letter'
  if (!apart.printed_at) await markPrintedByHand(tx, id, now)
  return 'printed'
}
