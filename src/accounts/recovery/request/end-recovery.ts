import type { OperationContext } from '../../../platform/operation.ts'
import { operation, query } from '../../../platform/operation.ts'
import { getAccount } from '../../account-store.ts'
import { tellEveryAddress } from '../../tell-every-address.ts'
import { tokenHashes } from '../reset-link.ts'
import { isCancelled, type RecoveryEnd } from './recovery-request.ts'
import { findCancellable, findOwnRequest, killResetsOf, lockCancellable, markRequestEnded } from './request-store.ts'

type Ending = Pick<OperationContext, 'tx' | 'now' | 'services' | 'enqueue'>

/**
 * Ends the running request of an account with every reset that went on with it, and tells every address where somebody
 * cancelled it. False where none was running.
 */
export async function endRecovery(context: Ending, account: string, by: RecoveryEnd): Promise<boolean> {
  const { tx, now } = context
  const ended = await markRequestEnded(tx, account, by, now)
  if (!ended) return false
  await killResetsOf(tx, ended.id, now)
  if (isCancelled(by)) await tellEveryAddress(context, await getAccount(tx, account), { kind: 'accounts.recovery-cancelled' })
  return true
}

/** Whether a cancel link still stops something. Asking changes nothing: a mail scanner may open it. */
export const isCancelLinkUsable = query({
  name: 'accounts.is-cancel-link-usable',
  gate: true,
  allow: () => true,
  run: async ({ tx, services }, { token }: { token: string }) =>
    (await findCancellable(tx, tokenHashes(services.keys, token))) !== undefined,
})

/** The button behind the cancel link that every address got; nobody need sign in for it. */
export const cancelByLink = operation({
  name: 'accounts.cancel-recovery-by-link',
  gate: true,
  allow: (_actor, _link: { token: string }) => true,
  limits: [{ name: 'accounts.cancel-recovery.network', most: 60, withinSeconds: 60, of: ({ request }) => request.network }],
  refusals: ['link-not-usable'],
  async run(context, { token }) {
    const { tx, services, refuse, audit } = context
    const request = await lockCancellable(tx, tokenHashes(services.keys, token))
    if (!request?.account) return refuse('link-not-usable')
    audit({ account: request.account, subject: `recovery:${request.id}` })
    await endRecovery(context, request.account, 'cancel-link')
    return undefined
  },
})

/** The same by the signed-in owner; it takes a way in away and gives none, so no fresh factor is asked for it. */
export const cancelOwnRecovery = operation({
  name: 'accounts.cancel-own-recovery',
  gate: true,
  allow: (actor) => actor.kind === 'account',
  refusals: ['none-running'],
  async run(context, _input: undefined) {
    const account = context.actor.id as string
    context.audit({ account })
    return (await endRecovery(context, account, 'signed-in')) ? undefined : context.refuse('none-running')
  },
})

/** A request that is running, for the eyes of whoever is signed in to the account. */
export interface RunningRecovery {
  readonly begunAt: Temporal.Instant
  readonly opensAt: Temporal.Instant
}

export const ownRecovery = query({
  name: 'accounts.own-recovery',
  allow: (actor) => actor.kind === 'account',
  async run({ tx, actor, now }, _input: undefined): Promise<RunningRecovery | null> {
    const found = await findOwnRequest(tx, actor.id as string)
    if (!found || Temporal.Instant.compare(found.expires_at, now) <= 0) return null
    return { begunAt: found.begun_at, opensAt: found.opens_at }
  },
})
