import { readAccountContact } from '../../../accounts/index.ts'
import { findApplicant, isRepresentationOver, listRepresentatives, nameOnPaper, paperOfCase } from '../../../cases/index.ts'
import type { OperationContext } from '../../../platform/operation.ts'
import { type PostalAddress, postalOf } from '../../../profile/index.ts'
import type { Copy } from '../notice.ts'
import type { PostCause } from './post-store.ts'

/** Whom a notice is for on one side of its case, and how it reaches them besides the portal. */
export interface Reached {
  readonly copy: Copy
  readonly name: string
  /** Null: nobody said where mail to them goes. */
  readonly address: PostalAddress | null
  /** Why it goes by mail of itself; null: it does not. */
  readonly byMail: Exclude<PostCause, 'office'> | null
  /** That of whom it is for; null for who has none, and for a representative. */
  readonly accountNumber: string | null
}

type Reading = Pick<OperationContext, 'tx' | 'services'>

async function personOf(context: Reading, caseId: string): Promise<Reached> {
  const account = await findApplicant(context.tx, caseId)
  const contact = account === null ? undefined : await readAccountContact(context, account)
  const stated = contact && (await postalOf(context, contact.account))
  const paper = await paperOfCase(context, caseId)
  return {
    copy: 'person',
    name: (paper && nameOnPaper(paper.person)) || stated?.name || '',
    address: paper?.address ?? stated?.address ?? null,
    // An account that nobody claimed reads nothing.
    byMail: contact ? (stated?.wantsPaper ? 'asked-for-paper' : null) : 'no-account',
    accountNumber: contact?.onlineAccountNumber ?? null,
  }
}

/** Who represents the person by the form on paper and has not joined the case: mail is the only way to them. */
async function representativeOf(context: Reading, caseId: string): Promise<Reached | null> {
  const named = (await paperOfCase(context, caseId))?.person.representative
  // Whose part in the case was ended is written to no more, though the form still names them.
  if (!named || (await listRepresentatives(context.tx, caseId)).length > 0 || (await isRepresentationOver(context.tx, caseId))) return null
  return { copy: 'representative', name: named.name, address: named.address, byMail: 'no-account', accountNumber: null }
}

/** Everyone a notice about a case is for who may be written to by mail. */
export async function reachedBy(context: Reading, caseId: string): Promise<readonly [Reached, ...Reached[]]> {
  const other = await representativeOf(context, caseId)
  return other ? [await personOf(context, caseId), other] : [await personOf(context, caseId)]
}
