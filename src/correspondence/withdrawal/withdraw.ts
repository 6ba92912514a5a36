import { hasRecentProof } from '../../accounts/index.ts'
import { agencyDay, enterByPerson, lockPartyCase, mayOnCase, type PartyCase, partyCase, standingOfOwnCase } from '../../cases/index.ts'
import type { StatusEntry } from '../../agency/index.ts'
import { operation, query } from '../../platform/operation.ts'
import { isSomebody } from '../messages/own-threads.ts'
import { issueNotice } from '../notices/index.ts'
import { endWithWithdrawal, holdAppointments } from '../ending/end-with-case.ts'
import { isTheirName, namesKnown } from './names-known.ts'
import { sealWithdrawal, withdrawnStatus } from './withdrawal.ts'
import { insertWithdrawal, isWithdrawnBefore } from './withdrawal-store.ts'

/** A case can be withdrawn while the table leads from where it stands to withdrawn: one that is decided or over cannot. */
export const canWithdraw = ({ next }: StatusEntry): boolean => next.includes(withdrawnStatus)

export interface WithdrawalToMake {
  readonly receiptNumber: string
  readonly name: string
  /** What the page said it means, in its language: that is what is agreed to. */
  readonly statement: string
  readonly language: string
  readonly press: string
}

/**
 * **Withdraw this case**: at once and for good, by the person of the case with a fresh factor, not by who represents them. What is
 * still open on it ends with it. The case's row is locked, so that of an officer's decision and this one counts and the other is told.
 */
export const withdrawCase = operation({
  name: 'withdrawal.withdraw',
  allow: (actor, _input: WithdrawalToMake) => isSomebody(actor),
  refusals: ['unknown-case', 'not-yours', 'case-is-over', 'no-recent-proof', 'name-does-not-fit'],
  async run(context, { receiptNumber, name, statement, language, press }) {
    const { tx, actor, now, services, refuse, audit, recordedBefore } = context
    await holdAppointments(context, receiptNumber)
    const found = await lockPartyCase(context, receiptNumber, 'read-case')
    if (!found) return refuse('unknown-case')
    audit({ subject: found.id, account: String(actor.id), detail: { withdrawal: press } })
    if (!mayOnCase(found.role, 'withdraw-case')) return refuse('not-yours')
    if (await isWithdrawnBefore(tx, press, found.id)) {
      recordedBefore()
      return null
    }
    if (!(await hasRecentProof(context))) return refuse('no-recent-proof')
    if (!canWithdraw(found.entry)) return refuse('case-is-over')
    if (!isTheirName(name, await namesKnown(context, found.id))) return refuse('name-does-not-fit')
    const sealed = sealWithdrawal(services.keys, found.id, press, { name, statement })
    await insertWithdrawal(tx, { id: press, case: found.id, receipt_number: receiptNumber, account: String(actor.id), language, sealed, at: now })
    await enterByPerson(context, { ground: press, caseId: found.id, status: withdrawnStatus, reason: 'Withdrawn by the person of the case.' })
    await endWithWithdrawal(context, press)
    const withdrawnOn = agencyDay(services.agency, now)
    await issueNotice(context, { caseId: found.id, receiptNumber, kind: 'withdrawal', values: { withdrawnOn }, source: press, language })
    return null
  },
})

export interface OwnWithdrawal {
  readonly case: PartyCase
  readonly status: StatusEntry
  /** The name that is to be typed; null: none is known. */
  readonly name: string | null
}

/** Whether a case can be withdrawn by who asks; null where they are not on it. */
export const ownWithdrawal = query({
  name: 'withdrawal.own',
  allow: (actor, _input: { receiptNumber: string }) => isSomebody(actor),
  async run(context, { receiptNumber }): Promise<OwnWithdrawal | null> {
    const found = await partyCase(context, receiptNumber, 'read-case')
    if (!found) return null
    const { status } = await standingOfOwnCase(context, receiptNumber)
    return { case: found, status, name: (await namesKnown(context, found.id))[0] ?? null }
  },
})
