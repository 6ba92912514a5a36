import type { OperationContext } from '../../platform/operation.ts'
import type { NamedPerson } from '../../profile/index.ts'
import { openSignedName } from '../signature/signature.ts'
import { listSignersOf } from './signers-store.ts'

/** Who signed what was filed for these cases, for the office's search, by case. */
export async function signersOfCases({ tx, services }: Pick<OperationContext, 'tx' | 'services'>, cases: readonly string[]): Promise<ReadonlyMap<string, NamedPerson>> {
  return new Map((await listSignersOf(tx, cases)).map((row) => [row.case, { names: [openSignedName(services.keys, row)], born: null, aNumber: null }]))
}
