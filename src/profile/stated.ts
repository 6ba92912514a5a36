import type { OperationContext } from '../platform/operation.ts'
import type { PostalAddress } from './address/address.ts'
import { openAddress } from './address/addresses.ts'
import { listPersonsAtHome } from './held-store.ts'
import { type Person, personOf } from './person/person.ts'

/** What a person states of who they are and where they live. */
export interface Stated extends Pick<Person, 'names' | 'dateOfBirth' | 'aNumber'> {
  readonly home: PostalAddress | null
}

/** What the people of these accounts state, by account, for the office to hold against a form. A safe address is never among it. */
export async function statedOf({ tx, services }: Pick<OperationContext, 'tx' | 'services'>, accounts: readonly string[]): Promise<ReadonlyMap<string, Stated>> {
  if (accounts.length === 0) return new Map()
  const rows = await listPersonsAtHome(tx, accounts)
  return new Map(
    rows.map(({ home_sealed: sealed, ...row }) => {
      const { names, dateOfBirth, aNumber } = personOf(services.keys, row)
      const home = sealed && openAddress(services.keys, { account: row.account, use: 'physical', sealed })
      return [row.account, { names, dateOfBirth, aNumber, home }]
    }),
  )
}
