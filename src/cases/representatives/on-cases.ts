import type { Tx } from '../../platform/db/transaction.ts'
import { listRepresentativesOn } from './representative-store.ts'

export interface RepresentativeOnCase {
  readonly caseId: string
  readonly account: string
  readonly since: Temporal.Instant
}

/** Who represents anybody on these cases now, under the rights of the caller's transaction. */
export const representativesOnCases = async (tx: Tx, cases: readonly string[]): Promise<RepresentativeOnCase[]> =>
  cases.length === 0 ? [] : (await listRepresentativesOn(tx, cases)).map((row) => ({ caseId: row.case, account: row.account, since: row.from_at }))
