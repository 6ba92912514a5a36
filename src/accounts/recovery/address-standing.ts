import type { StoredAccount } from '../account.ts'

/** What can be done for who types an address: of all, only a finished account that is open is got back into. */
export type AddressStanding = 'complete' | 'unfinished' | 'merged' | 'closed' | 'none'

export function addressStanding(account: StoredAccount | undefined): AddressStanding {
  if (!account) return 'none'
  if (account.closed_at) return 'closed'
  if (account.retired_at) return 'merged'
  return account.completed_at ? 'complete' : 'unfinished'
}
