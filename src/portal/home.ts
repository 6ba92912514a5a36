import { caseFor, type Case, type FollowedCase, listCasesOf, type OwnCase } from '../cases/index.ts'
import { unreadMessages, type UnreadMessages } from '../correspondence/index.ts'
import { type AccountType, hasSecondWay, ownRecovery, readAccountContact, type RunningRecovery } from '../accounts/index.ts'
import {
  draftsOf,
  type ListedDraft,
  type MarkedCase,
  type OwnRefund,
  paymentMarkOfCase,
  refundsOfOwnCase,
} from '../filing/index.ts'
import type { Actor } from '../platform/actor.ts'
import { query } from '../platform/operation.ts'

export interface Home {
  readonly cases: readonly Case[]
  readonly drafts: readonly ListedDraft[]
  /** By their receipt number alone. */
  readonly followed: readonly FollowedCase[]
  readonly accountType: AccountType | null
  readonly onlineAccountNumber: string | null
  /** Something besides the mailbox lets the person in. */
  readonly hasSecondWay: boolean
  readonly recovery: RunningRecovery | null
}

const isAccount = (actor: Actor) => actor.kind === 'account' && actor.id !== null

/** Everything the home shows, in one transaction. */
export const home = query({
  name: 'portal.home',
  allow: (actor, _input: Record<string, never>) => isAccount(actor),
  async run(context): Promise<Home> {
    const [{ own: cases, followed }, drafts, contact, recovery, second] = await Promise.all([
      listCasesOf.run(context, {}),
      draftsOf.allow(context.actor, {}) ? draftsOf.run(context, {}) : [],
      readAccountContact(context, String(context.actor.id)),
      ownRecovery.run(context, undefined),
      hasSecondWay.run(context, undefined),
    ])
    const { accountType = null, onlineAccountNumber = null } = contact ?? {}
    return { cases, drafts, followed, accountType, onlineAccountNumber, recovery, hasSecondWay: second }
  },
})

export interface CasePageModel {
  readonly own: OwnCase
  readonly refunds: readonly OwnRefund[]
  /** What is the matter with its fee; null: nothing. */
  readonly payment: MarkedCase | null
  readonly onlineAccountNumber: string | null
  readonly messages: UnreadMessages
}

/** Everything a case's page shows, in one transaction; null for somebody else's case and one that is not, alike. */
export const casePageModel = query({
  name: 'portal.case-page',
  allow: (actor, _input: { receiptNumber: string }) => isAccount(actor),
  async run(context, input): Promise<CasePageModel | null> {
    const own = await caseFor.run(context, input)
    if (!own) return null
    const refunds = own.channel === 'online' ? await refundsOfOwnCase.run(context, { caseId: own.id }) : []
    const contact = await readAccountContact(context, String(context.actor.id))
    const payment = own.channel === 'online' && own.role !== 'representative' ? await paymentMarkOfCase.run(context, { caseId: own.id }) : null
    const messages = await unreadMessages.run(context, { caseId: own.id })
    return { own, refunds, payment, messages, onlineAccountNumber: contact?.onlineAccountNumber ?? null }
  },
})
