import type { OperationContext } from '../../platform/operation.ts'
import type { Account } from '../account.ts'
import { contactAddressOf } from '../contact-points/contact-point.ts'
import { findProvenPoint } from '../contact-points/contact-point-store.ts'
import { emailOf } from '../email-address.ts'

type Reading = Pick<OperationContext, 'tx' | 'services'>

/** The proven recovery address of an account; null: it has none. */
export async function recoveryEmailOf({ tx, services }: Reading, account: string): Promise<string | null> {
  const point = await findProvenPoint(tx, account, 'email', 'recovery')
  return point ? contactAddressOf(services.keys, point) : null
}

export interface OwnAddresses {
  userName: string
  recovery: string | null
}

export const ownAddressesOf = async (context: Reading, account: Account): Promise<OwnAddresses> => ({
  userName: emailOf(context.services.keys, account),
  recovery: await recoveryEmailOf(context, account.id),
})
