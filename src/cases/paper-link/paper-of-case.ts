import type { OperationContext } from '../../platform/operation.ts'
import type { PostalAddress } from '../../profile/index.ts'
import { mailTo, openCaseAddresses } from '../address/case-address.ts'
import { findNewestAddress } from '../address/case-address-store.ts'
import { openPaperPerson, type PaperPerson } from './paper-filing.ts'
import { findPaper } from './paper-store.ts'

/** What the form of a case says, and where letters to its person go by now. */
export interface PaperOfCase {
  readonly person: PaperPerson
  readonly address: PostalAddress
  readonly isProtected: boolean
  readonly isConsular: boolean
}

/** For the office, which asks for a reason first. Null: the case came otherwise than on paper. */
export async function paperOfCase({ tx, services }: Pick<OperationContext, 'tx' | 'services'>, caseId: string): Promise<PaperOfCase | null> {
  const found = await findPaper(tx, caseId)
  if (!found) return null
  const person = openPaperPerson(services.keys, caseId, found.sealed)
  const newest = await findNewestAddress(tx, caseId)
  const moved = newest && mailTo(openCaseAddresses(services.keys, caseId, newest.id, newest.sealed))
  return { person, address: moved ?? person.address, isProtected: found.protected, isConsular: found.consular }
}
