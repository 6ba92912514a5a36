import { operation, type OperationContext } from '../../platform/operation.ts'
import { findAccountByNumber } from '../account-store.ts'
import { listHeldAccounts, recordLegalHold } from './closing-store.ts'

/** `number` as it is stored: twelve digits; that of a merged account holds the one that was kept. */
export interface HoldToSet {
  readonly number: string
  readonly isHeld: boolean
}

/**
 * Sets or lifts the hold by which the law forbids that anything of an account goes. A closed one is not emptied while
 * it stands, and is at the next turn once it is lifted. By whoever runs the deployment; the person is not told.
 */
export const setLegalHold = operation({
  name: 'accounts.set-legal-hold',
  allow: ({ kind }, _input: HoldToSet) => kind === 'system',
  refusals: ['unknown-account', 'already-emptied'],
  async run({ tx, now, refuse, audit }, { number, isHeld }) {
    const account = await findAccountByNumber(tx, number)
    if (!account) return refuse('unknown-account')
    audit({ subject: `account:${account.id}`, detail: { held: isHeld } })
    if (account.emptied_at) return refuse('already-emptied')
    if (isHeld !== (account.legal_hold_at !== null)) await recordLegalHold(tx, account.id, isHeld ? now : null)
  },
})

/** Of whom a job deletes nothing, however old it is: the accounts that the law holds. */
export const accountsOnHold = ({ tx }: Pick<OperationContext, 'tx'>): Promise<string[]> => listHeldAccounts(tx)
