import { readAccountContact, standingOf } from '../../accounts/index.ts'
import type { OperationContext } from '../../platform/operation.ts'
import type { CaseRowForPaper } from './later-paper-store.ts'

/** Whether the law protects the person, by the mark of the case or of their account: nothing is told or changed by paper alone. */
export async function isGuarded(context: Pick<OperationContext, 'tx' | 'services'>, found: Pick<CaseRowForPaper, 'protected' | 'applicant'>): Promise<boolean> {
  if (found.protected || found.applicant === null) return found.protected
  const standing = await standingOf(context, found.applicant)
  return standing !== null && (await readAccountContact(context, standing))?.protectedAt != null
}
