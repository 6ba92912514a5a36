import type { OperationContext } from '../../platform/operation.ts'
import { openPaperPerson, type PaperPerson } from './paper-filing.ts'
import { listPaperFilings } from './paper-people-store.ts'

/** Whom the form on paper of a case is of, for who is its applicant now; null: it came otherwise, or they are not. */
export async function ownPaperPerson({ tx, services }: Pick<OperationContext, 'tx' | 'services'>, caseId: string): Promise<Pick<PaperPerson, 'givenName' | 'familyName' | 'dateOfBirth'> | null> {
  const [row] = await listPaperFilings(tx, [caseId])
  return row ? openPaperPerson(services.keys, caseId, row.sealed) : null
}
