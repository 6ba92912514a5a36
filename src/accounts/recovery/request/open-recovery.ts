import type { Job } from '../../../platform/jobs/job.ts'
import { queueMail } from '../../../platform/mail/queue-mail.ts'
import { operation, type OperationContext } from '../../../platform/operation.ts'
import type { Account } from '../../account.ts'
import { getAccount } from '../../account-store.ts'
import { contactAddressOf } from '../../contact-points/contact-point.ts'
import { findProvenPoint } from '../../contact-points/contact-point-store.ts'
import { tellEveryAddress } from '../../tell-every-address.ts'
import { freshLink } from '../reset-link.ts'
import { hasRecoveryLinkSince, insertReset } from '../reset-store.ts'
import type { RecoveryRequest } from './recovery-request.ts'
import { lockRequest, markRequestOpened } from './request-store.ts'

/** A link this young is on its way: the job that ran twice, or a second press, mails no other. */
const sameLinkMinutes = 5

/**
 * The wait of a request is over and nobody cancelled it: every address is told, once, and the second proven address
 * gets the recovery link; another one when it is asked for again. That address was proven before the request began,
 * else who took the account over could have just added it.
 */
export const openRecovery = operation({
  name: 'accounts.open-recovery',
  allow: (actor, _input: { request: string }) => actor.kind === 'system',
  refusals: [],
  async run(context, { request: id }) {
    const { tx, now, audit, enqueue } = context
    const request = await lockRequest(tx, id)
    if (!request?.account || request.ended_at || Temporal.Instant.compare(request.expires_at, now) <= 0) return
    audit({ account: request.account, subject: `recovery:${id}` })
    if (Temporal.Instant.compare(now, request.opens_at) < 0)
      return enqueue('accounts.open-recovery', { request: id }, { runAt: request.opens_at })
    const account = await getAccount(tx, request.account)
    if (!request.opened_at) {
      await tellEveryAddress(context, account, { kind: 'accounts.recovery-open', values: cancelValues(request) })
      await markRequestOpened(tx, id, now)
    }
    await mailRecoveryLink(context, account, request)
  },
})

const cancelValues = ({ id, key_id, expires_at }: RecoveryRequest) => ({ link: id, send: 1, key: key_id, until: expires_at.toString() })

async function mailRecoveryLink(context: OperationContext, account: Account, request: RecoveryRequest) {
  const { tx, now, services } = context
  const point = await findProvenPoint(tx, account.id, 'email', 'recovery')
  if (!point?.proven_at || Temporal.Instant.compare(point.proven_at, request.begun_at) >= 0) return
  if (await hasRecoveryLinkSince(tx, request.id, now.subtract({ minutes: sameLinkMinutes }))) return
  const link = freshLink(services.keys)
  await insertReset(tx, {
    ...link.row,
    account: account.id,
    recovery: request.id,
    opened_by: 'recovery-address',
    made_at: now,
    expires_at: request.expires_at,
  })
  await queueMail(context, {
    kind: 'accounts.recovery-link',
    to: contactAddressOf(services.keys, point),
    person: account.id,
    language: account.language,
    values: { ...link.values, until: request.expires_at.toString() },
  })
}

export const openRecoveryJob: Job = {
  task: 'accounts.open-recovery',
  run: async (context, payload) => void (await context.perform(openRecovery, { request: String(payload.request) })),
}
