import type { OperationContext } from '../../platform/operation.ts'
import { accountsOf } from '../../platform/actor.ts'
import { isId } from '../../platform/ids.ts'
import { findPackage, holdPreparation, type PackageRow } from '../copy/copy-store.ts'
import { findPreparation, type PreparationRow } from '../preparation-store.ts'

/** The package that stands, for the client who took it up. */
export interface Standing {
  readonly its: PreparationRow & { readonly client_account: string }
  readonly row: PackageRow
}

/**
 * Holds what a client signs or declines, until the transaction ends. Undefined: it is not theirs, was filed or ended, or another
 * package stands than the one that their page showed.
 */
export async function holdStanding({ tx, actor }: Pick<OperationContext, 'tx' | 'actor'>, { preparation, shown }: { preparation: string; shown: string }): Promise<Standing | undefined> {
  const held = isId(preparation) ? await holdPreparation(tx, preparation) : undefined
  if (!held || held.ended || held.filed || held.package === null || held.package !== shown) return undefined
  const [its, row] = [await findPreparation(tx, preparation), await findPackage(tx, held.package)]
  if (!row || !its?.client_account || !accountsOf(actor).includes(its.client_account)) return undefined
  return { its: { ...its, client_account: its.client_account }, row }
}
