import { readAccountContact, type RepresentativeKind } from '../../accounts/index.ts'
import type { OperationContext } from '../../platform/operation.ts'

/** What kind of representative somebody is, as they last said: asked when they signed up, changed with their practice. */
export async function kindOf(context: Pick<OperationContext, 'tx' | 'services'>, account: string): Promise<RepresentativeKind> {
  return (await readAccountContact(context, account))?.representativeKind ?? 'attorney'
}
