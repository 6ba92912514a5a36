import { query } from '../platform/operation.ts'
import { findPublicStatus } from './public-status-store.ts'

/** What anyone may know of a case; the course from the newest step to the oldest, its days as `YYYY-MM-DD`. */
export interface PublicStatus {
  readonly receiptNumber: string
  readonly form: string
  readonly status: string
  readonly statusOn: Temporal.PlainDate
  readonly receivedOn: Temporal.PlainDate
  readonly course: readonly { readonly status: string; readonly on: string }[]
}

/** Null for a number nobody has and for a protected case alike, after the same work. */
export const publicStatus = query({
  name: 'cases.public-status',
  alone: true,
  allow: (_actor, _input: { receiptNumber: string }) => true,
  async run({ tx }, { receiptNumber }): Promise<PublicStatus | null> {
    const row = await findPublicStatus(tx, receiptNumber)
    if (!row) return null
    const { form, status, status_on, received_on, history } = row
    return { receiptNumber, form, status, statusOn: status_on, receivedOn: received_on, course: history ?? [] }
  },
})
