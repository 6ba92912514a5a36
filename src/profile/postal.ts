import type { OperationContext } from '../platform/operation.ts'
import type { PostalAddress } from './address/address.ts'
import { addressesFor } from './address/addresses.ts'
import type { PersonNames } from './person/names.ts'
import { personOf } from './person/person.ts'
import { findPerson } from './person/person-store.ts'

/** How a person is written to by mail. */
export interface Postal {
  /** As it stands on an envelope; empty: they named none. */
  readonly name: string
  /** Null: they gave none. A safe address is never it: who is protected is written to by way of it alone. */
  readonly address: PostalAddress | null
  /** They want notices on paper, too. */
  readonly wantsPaper: boolean
}

const spoken = ({ given, family, order }: PersonNames): string => (order === 'family-first' ? `${family} ${given}` : `${given} ${family}`).trim()

/** Where mail to a person goes by what they stated, for the jobs that write letters. */
export async function postalOf({ tx, services }: Pick<OperationContext, 'tx' | 'services'>, account: string): Promise<Postal> {
  const { names, notices } = personOf(services.keys, await findPerson(tx, account))
  const { mailing, physical } = await addressesFor({ tx, services }, account)
  return { name: names ? spoken(names) : '', address: mailing ?? physical, wantsPaper: notices === 'paper' }
}
