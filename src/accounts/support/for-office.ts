import { newId } from '../../platform/ids.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import { type OperationContext, query } from '../../platform/operation.ts'
import { hasUserName, type StoredAccount } from '../account.ts'
import { findAccount } from '../account-store.ts'
import { emailOf } from '../email-address.ts'
import { type AddressStanding, addressStanding } from '../recovery/address-standing.ts'
import { findIdentityCheck, findRecoveryForOffice } from './identity-check-store.ts'
import {
  answersTo,
  maskedEmail,
  openOfRequest,
  type SupportAnswer,
  type SupportRequest,
  type SupportStepKind,
  type SupportTopic,
  toldSteps,
} from './support-request.ts'
import {
  countOpenReports,
  findByTrackingNumber,
  insertStep,
  listOpenRequests,
  listSteps,
  listToldSteps,
  lockByTrackingNumber,
  markAnswered,
  markClosed,
  type QueuedRequest,
  wasOpenedIn,
} from './support-store.ts'

const onPage = 50
const stepsMost = 50

const isStaff = (actor: OperationContext['actor']) => actor.kind === 'staff' && actor.sessionId !== null

/** A page of the open requests, the longest-waiting first, and the place where the next one begins. */
export const openSupportRequests = query({
  name: 'accounts.open-support-requests',
  allow: (actor, _place: { after: { sentAt: Temporal.Instant; id: string } | null; isReports: boolean }) => isStaff(actor),
  async run({ tx }, { after, isReports }): Promise<{ requests: QueuedRequest[]; reports: number; next: { sentAt: Temporal.Instant; id: string } | null }> {
    const found = await listOpenRequests(tx, onPage + 1, { after, isReports })
    const requests = found.slice(0, onPage)
    const last = requests.at(-1)
    return { requests, reports: await countOpenReports(tx), next: found.length > onPage && last ? { sentAt: last.sent_at, id: last.id } : null }
  },
})

/** What support sees of the account that a request names: how it stands, and a masked address. Nothing that proves anybody. */
export interface AccountForSupport {
  readonly standing: AddressStanding
  readonly maskedAddress: string | null
  readonly numberEnding: string | null
  readonly isProtected: boolean
  readonly recovery: {
    readonly id: string
    readonly lost: readonly string[]
    readonly begunAt: Temporal.Instant
    readonly opensAt: Temporal.Instant
    readonly expiresAt: Temporal.Instant
    readonly check: { readonly documents: readonly string[]; readonly recordedBy: string; readonly confirmedAt: Temporal.Instant | null } | null
  } | null
}

export interface RequestForOffice {
  readonly trackingNumber: string
  readonly topic: SupportTopic
  readonly sentAt: Temporal.Instant
  readonly closedAt: Temporal.Instant | null
  readonly maskedAddress: string | null
  readonly message: string
  readonly account: AccountForSupport | null
  readonly steps: Awaited<ReturnType<typeof listSteps>>
}

/** `closed`: the request exists, and nothing of it is told before a reason was given in this session. */
export type RequestFile = { readonly state: 'closed' } | ({ readonly state: 'open' } & RequestForOffice)

type Reading = Parameters<typeof openSupportRequests.run>[0]

export const supportRequestForOffice = query({
  name: 'accounts.support-request-for-office',
  allow: (actor, _input: { trackingNumber: string }) => isStaff(actor),
  async run(context, { trackingNumber }): Promise<RequestFile | null> {
    const { tx, actor, services } = context
    const found = await findByTrackingNumber(tx, trackingNumber)
    if (!found) return null
    if (!(await wasOpenedIn(tx, found.id, actor.sessionId as string))) return { state: 'closed' }
    const address = found.address_sealed && openOfRequest(services.keys, found.id, 'address_sealed', found.address_sealed)
    const account = found.account ? await findAccount(tx, found.account) : undefined
    return {
      state: 'open',
      trackingNumber,
      topic: found.topic as SupportTopic,
      sentAt: found.sent_at,
      closedAt: found.closed_at,
      maskedAddress: address ? maskedEmail(address) : null,
      message: openOfRequest(services.keys, found.id, 'message_sealed', found.message_sealed),
      account: account ? await accountForSupport(context, account) : null,
      steps: await listSteps(tx, found.id, stepsMost),
    }
  },
})

async function accountForSupport({ tx, now, services }: Reading, account: StoredAccount): Promise<AccountForSupport> {
  const running = await findRecoveryForOffice(tx, account.id, now)
  const check = running && (await findIdentityCheck(tx, running.id))
  return {
    standing: addressStanding(account),
    maskedAddress: hasUserName(account) ? maskedEmail(emailOf(services.keys, account)) : null,
    numberEnding: account.online_account_number?.slice(-4) ?? null,
    isProtected: account.protected_at !== null,
    recovery: running
      ? {
          id: running.id,
          lost: running.lost,
          begunAt: running.begun_at,
          opensAt: running.opens_at,
          expiresAt: running.expires_at,
          check: check ? { documents: check.documents, recordedBy: check.recorded_by, confirmedAt: check.confirmed_at } : null,
        }
      : null,
  }
}

type Working = Pick<OperationContext, 'tx' | 'actor' | 'now' | 'services' | 'enqueue' | 'audit'>

/** The request that a staff member may work on: opened with a reason in this session, and not closed. */
export async function lockForWork({ tx, actor, audit }: Working, trackingNumber: string): Promise<SupportRequest | null> {
  const found = await lockByTrackingNumber(tx, trackingNumber)
  if (!found || found.closed_at || !(await wasOpenedIn(tx, found.id, actor.sessionId as string))) return null
  audit({ subject: `support:${found.id}`, ...(found.account ? { account: found.account } : {}) })
  return found
}

/** Notes who opens a request in this session, and why. False for a number no request has. */
export async function noteOpening(context: Working, trackingNumber: string, reason: string): Promise<boolean> {
  const found = await findByTrackingNumber(context.tx, trackingNumber)
  if (!found) return false
  context.audit({ subject: `support:${found.id}`, ...(found.account ? { account: found.account } : {}) })
  await noteStep(context, found.id, { kind: 'opened', reason })
  return true
}

interface StepToNote {
  kind: SupportStepKind
  reason?: string
  answer?: SupportAnswer
  recovery?: string
}

/** Notes what a staff member did; `isCarriedOut` queues the job that does the rest. */
export async function noteStep(
  { tx, actor, now, enqueue }: Pick<OperationContext, 'tx' | 'actor' | 'now' | 'enqueue'>,
  request: string,
  { kind, reason, answer, recovery }: StepToNote,
  isCarriedOut = false,
): Promise<void> {
  const id = newId()
  await insertStep(tx, {
    id,
    request,
    staff: actor.id as string,
    session: actor.sessionId as string,
    role: String(actor.roles[0]),
    kind,
    reason: reason ?? null,
    answer: answer ?? null,
    recovery: recovery ?? null,
    at: now,
  })
  if (isCarriedOut) await enqueue('accounts.carry-out-support', { step: id })
}

/**
 * Mails that there is an answer, to the address the request came from, else to the one on file; a protected person's
 * mail leads to the answer and does not hold it.
 */
export async function answerRequest(context: Working, request: SupportRequest, answer: SupportAnswer): Promise<void> {
  const { tx, now, services } = context
  // The request is locked: the same answer once more is the same press, and its mail is on its way.
  if (!answersTo(request.topic as SupportTopic).includes(answer)) return
  const last = (await listToldSteps(tx, request.id, toldSteps)).at(-1)
  if (last?.kind === 'answered' && last.answer === answer) return
  await noteStep(context, request.id, { kind: 'answered', answer })
  await markAnswered(tx, request.id, now)
  const account = request.account ? await findAccount(tx, request.account) : undefined
  const typed = request.address_sealed && openOfRequest(services.keys, request.id, 'address_sealed', request.address_sealed)
  const to = typed ?? (account && hasUserName(account) ? emailOf(services.keys, account) : null)
  if (!to) return
  await queueMail(context, {
    kind: 'accounts.support-answered',
    to,
    person: request.id,
    language: request.language,
    values: {
      link: request.id,
      send: 1,
      key: request.key_id,
      trackingNumber: request.tracking_number,
      answer: account?.protected_at ? '' : answer,
    },
  })
}

export async function closeRequest(context: Working, request: SupportRequest): Promise<void> {
  await noteStep(context, request.id, { kind: 'closed' })
  await markClosed(context.tx, request.id, context.now)
}
