import { z } from 'zod'
import { instant, isoOrNull, text } from '../../platform/archive/shapes.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { decisionKinds } from './decision.ts'
import { listHeldDecisions } from './decision-store.ts'
import { ownDecision } from './own-decision.ts'

export const heldDecisionsSchema = z
  .array(
    z.strictObject({
      receiptNumber: text('The case it decides'),
      kind: z.enum(decisionKinds).describe('What was decided'),
      grounds: z.array(z.string()).describe('Why, by the codes of the agency’s list'),
      words: text('What the officer wrote to you'),
      madeAt: instant('When it was decided').nullable(),
      motionDueAt: instant('The last moment for a motion against it').nullable(),
    }),
  )
  .describe('What was decided on your own cases. The notes of the office are in no archive')

/** For an archive: the decisions that stand on these cases, the oldest first. */
export async function heldDecisions(tx: Tx, keys: Keys, cases: readonly string[]): Promise<z.infer<typeof heldDecisionsSchema>> {
  return (await listHeldDecisions(tx, cases)).map((row) => {
    const { receiptNumber, kind, grounds, words, madeAt, motionDueAt } = ownDecision(keys, row)
    return { receiptNumber, kind, grounds: [...grounds], words, madeAt: isoOrNull(madeAt), motionDueAt: isoOrNull(motionDueAt) }
  })
}
