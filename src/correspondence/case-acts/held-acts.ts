import { z } from 'zod'
import { instant, iso, isoOrNull, text } from '../../platform/archive/shapes.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { actsOf } from './acts-of-case.ts'
import { cardSteps } from './cards.ts'

export const heldActTables = ['correspondence.transfer', 'correspondence.hold', 'correspondence.motion', 'correspondence.card', 'correspondence.card_step'] as const

const receiptNumber = text('Whose case')
const day = (about: string) => z.iso.date().describe(about)

export const heldActsShape = {
  transfers: z
    .array(z.strictObject({ receiptNumber, from: text('The office that had it, by its code').nullable(), to: text('The office that got it'), reason: text('Why, by its code'), at: instant('When') }))
    .describe('When a case of yours went to another office'),
  holds: z
    .array(z.strictObject({ receiptNumber, kind: text('What it waits for, by its code'), untilOn: day('Until when, as far as it was known').nullable(), at: instant('Since when'), releasedAt: instant('When it went on').nullable() }))
    .describe('When a case of yours waited'),
  motions: z
    .array(z.strictObject({ receiptNumber, kind: text('What it asks, by its code'), cameOn: day('When it came'), isInTime: z.boolean().nullable().describe('Whether it came in time; null: no time was set') }))
    .describe('Motions against decisions on your cases'),
  cards: z
    .array(
      z.strictObject({
        receiptNumber,
        kind: text('Which card, by its code'),
        isReplacement: z.boolean().describe('It takes the place of one before'),
        steps: z.array(z.strictObject({ step: z.enum(cardSteps), doneOn: day('When'), carrier: text('Who brings it, by its code').nullable(), tracking: text('The number it is found by there').nullable() })),
      }),
    )
    .describe('Cards that were made for you, and how far they are'),
}

/** For an archive: what the office did with these cases beside deciding them. The notes of the office are in no archive. */
export async function heldActs(tx: Tx, keys: Keys, cases: readonly string[]) {
  const { transfers, holds, motions, cards } = await actsOf(tx, keys, cases)
  return {
    transfers: transfers.map((each) => ({ ...each, at: iso(each.at) })),
    holds: holds.map((each) => ({ ...each, untilOn: each.untilOn?.toString() ?? null, at: iso(each.at), releasedAt: isoOrNull(each.releasedAt) })),
    motions: motions.map((each) => ({ ...each, cameOn: each.cameOn.toString() })),
    cards: cards.map(({ id: _id, ...card }) => ({ ...card, steps: card.steps.map((step) => ({ ...step, doneOn: step.doneOn.toString() })) })),
  }
}
