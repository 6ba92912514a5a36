import type { Insertable } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'
import type { Tx } from '../../platform/db/transaction.ts'

export interface CardRow {
  id: string
  case: string
  receipt_number: string
  kind: string
  replaces: string | null
  ordered_at: Temporal.Instant
}

export interface StepRow {
  id: string
  card: string
  step: string
  done_on: Temporal.PlainDate
  carrier: string | null
  tracking_sealed: Buffer | null
  at: Temporal.Instant
}

export const insertCard = async (tx: Tx, card: Insertable<DB['correspondence.card']>): Promise<void> => {
  await tx.insertInto('correspondence.card').values(card).execute()
}
export const insertStep = async (tx: Tx, step: Insertable<DB['correspondence.card_step']>): Promise<void> => {
  await tx.insertInto('correspondence.card_step').values(step).execute()
}

/** Whether a press has been written before, as a step of a card of this case. */
export async function isStepOf(tx: Tx, id: string, caseId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('correspondence.card_step as its')
    .innerJoin('correspondence.card as card', 'card.id', 'its.card')
    .select('its.id')
    .where('its.id', '=', id)
    .where('card.case', '=', caseId)
    .executeTakeFirst()
  return row !== undefined
}

/** The cards of these cases, the newest first. */
export const listCards = (tx: Tx, cases: readonly string[]): Promise<CardRow[]> =>
  tx.selectFrom('correspondence.card').select(['id', 'case', 'receipt_number', 'kind', 'replaces', 'ordered_at']).where('case', 'in', cases).orderBy('ordinal', 'desc').limit(50).execute()

/** The steps of these cards in the order they were entered. */
export const listSteps = (tx: Tx, cards: readonly string[]): Promise<StepRow[]> =>
  cards.length === 0
    ? Promise.resolve([])
    : tx.selectFrom('correspondence.card_step').select(['id', 'card', 'step', 'done_on', 'carrier', 'tracking_sealed', 'at']).where('card', 'in', cards).orderBy('ordinal').limit(500).execute()
