import { operation, type OperationContext } from '../../platform/operation.ts'
import { mayReadOwnCases } from '../may.ts'
import { findOwnCaseToConfirm } from '../address/case-address-store.ts'
import { lockCaseForPaper } from './later-paper-store.ts'
import { endHolds } from './mail-hold-store.ts'
import { accountsOf } from '../../platform/actor.ts'
import { closeTasksOfKind } from '../tasks/ask.ts'

type Ending = Pick<OperationContext, 'tx' | 'now' | 'services' | 'enqueue'>

/** Letters that waited for an address are printed again, inside the caller's operation, and whoever was asked for it is asked no more. Returns the cases where any had to wait. */
export async function mailGoesAgain(
  context: Ending,
  { cases, addressee, as }: { cases: readonly string[]; addressee: 'applicant' | 'representative'; as: 'changed' | 'confirmed' },
): Promise<string[]> {
  const { tx, now, services, enqueue } = context
  if (addressee === 'applicant') await closeTasksOfKind(context, { cases, kind: 'confirm-address', how: 'done' })
  const waited = await endHolds(tx, { cases, addressee, as, at: now })
  if (services.mode === 'demo') for (const its of waited) await enqueue('cases.post-letters', { case: its })
  return waited
}

/** A person says that mail reaches them where it always went: what waited is printed. Said again, nothing waits. */
export const confirmMailAddress = operation({
  name: 'cases.confirm-mail-address',
  allow: (actor, _input: { receiptNumber: string }) => mayReadOwnCases(actor),
  refusals: ['unknown-case', 'protected-case'],
  async run(context, { receiptNumber }) {
    const { tx, actor, refuse, audit } = context
    const own = await findOwnCaseToConfirm(tx, accountsOf(actor), receiptNumber)
    if (!own) return refuse('unknown-case')
    audit({ subject: own.id, account: String(actor.id) })
    // Who got into the account must not send the mail of a protected person where they like (8 U.S.C. 1367).
    if (own.protected) return refuse('protected-case')
    const waited = await mailGoesAgain(context, { cases: [own.id], addressee: 'applicant', as: 'confirmed' })
    return { waited: waited.length > 0 }
  },
})

/** An officer found out that mail reaches them, inside the caller's operation. Null: no such case. */
export async function confirmMailByOffice(
  context: Ending,
  { receiptNumber, addressee }: { receiptNumber: string; addressee: 'applicant' | 'representative' },
): Promise<{ caseId: string; waited: boolean } | null> {
  const found = await lockCaseForPaper(context.tx, receiptNumber)
  if (!found) return null
  const waited = await mailGoesAgain(context, { cases: [found.id], addressee, as: 'confirmed' })
  return { caseId: found.id, waited: waited.length > 0 }
}
