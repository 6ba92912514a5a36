import { accountsOf } from '../../platform/actor.ts'
import type { OperationContext } from '../../platform/operation.ts'
import { listPreparedFor } from './review-store.ts'

/** What a representative prepared for the person who looks: `form` null is a notice of appearance alone. */
export interface PreparedLine {
  readonly id: string
  readonly form: string | null
  /** A package stands: there is something to read. */
  readonly ready: boolean
}

const listedMost = 20

/** What goes on, for the home of an applicant. */
export const preparedForOwn = ({ tx, actor }: Pick<OperationContext, 'tx' | 'actor'>): Promise<readonly PreparedLine[]> => listPreparedFor(tx, accountsOf(actor), listedMost)
