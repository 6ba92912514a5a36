import { caseFor, type FollowedCase, type ListedCase, listCasesOf, type OwnCase } from '../cases/index.ts'
import { unreadMessages, type UnreadMessages } from '../correspondence/index.ts'
import { type AccountType, hasSecondWay, ownRecovery, readAccountContact, type RunningRecovery } from '../accounts/index.ts'
import {
  draftsOf,
  type ListedDraft,
  type MarkedCase,
  type OwnRefund,
  moneyOfOwnCase,
} from '../filing/index.ts'
import { mailComesBack } from '../notifications/index.ts'
import { accountsOf, type Actor } from '../platform/actor.ts'
import { query } from '../platform/operation.ts'
import { preparedForOwn, type PreparedLine } from '../preparation/index.ts'
import { type AskedOfOwnClient, type Lack, lackingToAct, type ShownPractice, shownPractice, todayOf } from '../representation/index.ts'
import { askedAtHome } from './clients/home-card.tsx'

export interface Home {
  readonly cases: readonly ListedCase[]
  readonly drafts: readonly ListedDraft[]
  /** By their receipt number alone. */
  readonly followed: readonly FollowedCase[]
  readonly accountType: AccountType | null
  readonly onlineAccountNumber: string | null
  /** Something besides the mailbox lets the person in. */
  readonly hasSecondWay: boolean
  readonly recovery: RunningRecovery | null
  /** Mails to their address come back. */
  readonly mailComesBack: boolean
  /** Whether a representative's practice lacks something; null: whose account it is represents nobody. */
  readonly practiceLacking: boolean | null
  /** What representatives prepared for the person, and neither was filed nor has ended. */
  readonly prepared: readonly PreparedLine[]
  /** What is asked of a representative's clients, the nearest first; null: whose account it is represents nobody. */
  readonly askedOfClients: readonly AskedOfOwnClient[] | null
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
    const comesBack = await mailComesBack(context, contact)
    const { accountType = null, onlineAccountNumber = null } = contact ?? {}
    const practiceLacking = accountType === 'representative' ? (await lackingToAct(context, accountsOf(context.actor))).length > 0 : null
    const prepared = accountType === 'representative' ? [] : await preparedForOwn(context)
    const askedOfClients = accountType === 'representative' ? await askedAtHome(context) : null
    return { cases, prepared, askedOfClients, drafts, followed, accountType, practiceLacking, onlineAccountNumber, recovery, hasSecondWay: second, mailComesBack: comesBack }
  },
})

export interface CasePageModel {
  readonly own: OwnCase
  readonly refunds: readonly OwnRefund[]
  /** What is the matter with its fee; null: nothing. */
  readonly payment: MarkedCase | null
  readonly onlineAccountNumber: string | null
  readonly messages: UnreadMessages
  /** Mails to the address of who asks come back. */
  readonly mailComesBack: boolean
  /** What those who represent the person state of their practice, by the id they have among the case's representatives. */
  readonly practices: ReadonlyMap<string, ShownPractice | null>
  /** What keeps a representative from acting for anybody; null for whoever represents nobody here. */
  readonly lacking: readonly Lack[] | null
}

/** Everything a case's page shows, in one transaction; null for somebody else's case and one that is not, alike. */
export const casePageModel = query({
  name: 'portal.case-page',
  allow: (actor, _input: { receiptNumber: string }) => isAccount(actor),
  async run(context, input): Promise<CasePageModel | null> {
    const own = await caseFor.run(context, input)
    if (!own) return null
    const money = own.channel === 'online' ? await moneyOfOwnCase.run(context, { caseId: own.id }) : { payment: null, refunds: [] }
    const contact = await readAccountContact(context, String(context.actor.id))
    const payment = own.role === 'representative' ? null : money.payment
    const comesBack = await mailComesBack(context, contact)
    const messages = await unreadMessages.run(context, { caseId: own.id })
    const { services, now } = context
    const practices = new Map(own.representatives.map(({ id, practice }) => [id, shownPractice(services.keys, services.agency, practice, todayOf(services, now))]))
    const lacking = own.role === 'representative' ? await lackingToAct(context, accountsOf(context.actor)) : null
    return { own, lacking, refunds: money.refunds, payment, messages, practices, mailComesBack: comesBack, onlineAccountNumber: contact?.onlineAccountNumber ?? null }
  },
})
