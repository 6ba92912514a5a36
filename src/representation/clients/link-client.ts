import type { OperationContext } from '../../platform/operation.ts'
import { linkAccount } from './client-store.ts'

/**
 * Says that a client is this account, once: for a job that does what the client themself accepted. It needs the rights of the
 * worker; a function of the database that belongs to the owner may call `representation.link_client` as well. The portal has no
 * right to it, so that no representative can say whose account their client is. False: the client is another account already, or
 * the account another client of the same representative.
 */
export const linkClient = ({ tx, now }: Pick<OperationContext, 'tx' | 'now'>, { client, account }: { client: string; account: string }): Promise<boolean> =>
  linkAccount(tx, { client, account, at: now })
