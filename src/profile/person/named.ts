import type { Services } from '../../platform/services.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { listPersons } from '../held-store.ts'
import { personOf } from './person.ts'
import { type PersonNames, wholeName } from './names.ts'

/** By what somebody is looked for: every name they go by, their year of birth, their A-Number. */
export interface NamedPerson {
  readonly names: readonly string[]
  readonly born: number | null
  /** `A` and nine digits. */
  readonly aNumber: string | null
}

/** What these accounts state of themselves, for the office's search; who states no name has none. */
export async function personsNamed({ tx, services }: { tx: Tx; services: Pick<Services, 'keys'> }, accounts: readonly string[]): Promise<ReadonlyMap<string, NamedPerson>> {
  const rows = accounts.length > 0 ? await listPersons(tx, accounts) : []
  return new Map(
    rows.map((row) => {
      const { names, dateOfBirth, aNumber } = personOf(services.keys, row)
      const all = names ? [wholeName(names), names.ownScript, ...names.others] : []
      return [row.account, { names: all.filter((name) => name !== ''), born: dateOfBirth?.year ?? null, aNumber }]
    }),
  )
}

/** The names that the first of these accounts which has any states, in parts; null: none does. For the worker. */
export async function namesStated({ tx, services }: { tx: Tx; services: Pick<Services, 'keys'> }, accounts: readonly string[]): Promise<PersonNames | null> {
  const rows = accounts.length > 0 ? await listPersons(tx, accounts) : []
  return rows.map((row) => personOf(services.keys, row).names).find((names) => names !== null) ?? null
}
