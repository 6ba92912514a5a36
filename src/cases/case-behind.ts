import { query } from '../platform/operation.ts'
import { mayReadAnyCase } from './may.ts'
import { findCaseBehind } from './office-case-store.ts'

/** A case as whoever works with its paper needs to know it: nothing of its course or its people. */
export interface CaseBehind {
  readonly id: string
  readonly receiptNumber: string
  readonly form: string
  readonly channel: string
  readonly status: string
  readonly receivedOn: Temporal.PlainDate
  readonly isProtected: boolean
}

/** The case that has this receipt number, for staff; null: none has. */
export const caseBehind = query({
  name: 'cases.case-behind',
  allow: (actor, _input: { receiptNumber: string }) => mayReadAnyCase(actor),
  async run({ tx }, { receiptNumber }): Promise<CaseBehind | null> {
    const row = await findCaseBehind(tx, receiptNumber)
    if (!row) return null
    const { receipt_number, received_on, protected: isProtected, ...its } = row
    return { ...its, receiptNumber: receipt_number, receivedOn: received_on, isProtected }
  },
})
