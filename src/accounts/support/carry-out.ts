import { linkToken, linkTokenHash } from '../../platform/crypto/link-token.ts'
import { newId } from '../../platform/ids.ts'
import type { Job } from '../../platform/jobs/job.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import { operation, type OperationContext } from '../../platform/operation.ts'
import { hasUserName, type Account } from '../account.ts'
import { findAccount } from '../account-store.ts'
import { closedValues } from '../closing/closing.ts'
import { contactAddressOf } from '../contact-points/contact-point.ts'
import { findProvenPoint } from '../contact-points/contact-point-store.ts'
import { emailOf } from '../email-address.ts'
import { addressStanding } from '../recovery/address-standing.ts'
import { freshLink } from '../recovery/reset-link.ts'
import { insertReset } from '../recovery/reset-store.ts'
import { lockRequest } from '../recovery/request/request-store.ts'
import { insertLink, killLinks } from '../sign-up/link-store.ts'
import { linkHours } from '../sign-up/start-sign-up.ts'
import { tellEveryAddress } from '../tell-every-address.ts'
import { findIdentityCheck } from './identity-check-store.ts'
import { lockUndoneStep, markStepDone } from './support-store.ts'

/** How long the mailed link works after the agency saw who somebody is. */
export const checkedLinkHours = 24

type Carrying = OperationContext

/**
 * Does what support started and must not see: the links go from here to the person's own mailboxes. Once for each
 * step, however often the job runs.
 */
export const carryOutSupport = operation({
  name: 'accounts.carry-out-support',
  allow: (actor, _input: { step: string }) => actor.kind === 'system',
  refusals: [],
  async run(context, { step: id }) {
    const { tx, now, audit } = context
    const step = await lockUndoneStep(tx, id)
    const account = step?.account ? await findAccount(tx, step.account) : undefined
    if (!step || !account || !hasUserName(account)) return
    audit({ account: account.id, subject: `support-step:${id}`, detail: { kind: step.kind } })
    if (step.kind === 'sent-again') await sendAgain(context, account)
    if (step.kind === 'recovery-cancelled') await tellEveryAddress(context, account, { kind: 'accounts.recovery-cancelled' })
    if (step.kind === 'identity-confirmed' && !(await mailCheckedLink(context, account, step.recovery, id))) return
    await markStepDone(tx, id, now)
  },
})

/** The link of a sign-up that was left, or the reminder of what the user name is: to the address on file and no other. */
async function sendAgain(context: Carrying, account: Account) {
  const { tx, now, services } = context
  const to = emailOf(services.keys, account)
  const mail = { to, person: account.id, language: account.language }
  if (account.completed_at) {
    const number = account.online_account_number ?? ''
    const standing = addressStanding(account)
    const values = { standing, email: to, number, ...closedValues(account) }
    return queueMail(context, { ...mail, kind: 'accounts.username-reminder', values })
  }
  const link = { linkId: newId(), sendNumber: 1, keyId: services.keys.currentId }
  await killLinks(tx, account.id, now)
  await insertLink(tx, {
    id: link.linkId,
    account: account.id,
    key_id: link.keyId,
    token_hash: linkTokenHash(services.keys, linkToken(services.keys, link)),
    made_at: now,
    expires_at: now.add({ hours: linkHours }),
  })
  const kind = account.email_confirmed_at ? 'accounts.continue-sign-up' : 'accounts.confirm-email'
  return queueMail(context, { ...mail, kind, values: { link: link.linkId, send: link.sendNumber, key: link.keyId } })
}

/** False where the wait of the recovery is not over: the job comes again then. */
async function mailCheckedLink(context: Carrying, account: Account, recovery: string | null, step: string): Promise<boolean> {
  const { tx, now, services, enqueue } = context
  const request = recovery ? await lockRequest(tx, recovery) : undefined
  const check = request && (await findIdentityCheck(tx, request.id))
  if (!request || request.ended_at || !check?.confirmed_at || Temporal.Instant.compare(request.expires_at, now) <= 0) return true
  if (Temporal.Instant.compare(now, request.opens_at) < 0) {
    await enqueue('accounts.carry-out-support', { step }, { runAt: request.opens_at })
    return false
  }
  const point = await findProvenPoint(tx, account.id, 'email', 'recovery')
  const isOld = point?.proven_at && Temporal.Instant.compare(point.proven_at, request.begun_at) < 0
  const addresses = [emailOf(services.keys, account), ...(point && isOld ? [contactAddressOf(services.keys, point)] : [])]
  const link = freshLink(services.keys)
  const until = now.add({ hours: checkedLinkHours })
  await insertReset(tx, {
    ...link.row,
    account: account.id,
    recovery: request.id,
    opened_by: 'reproofing',
    made_at: now,
    expires_at: until,
  })
  for (const to of new Set(addresses))
    await queueMail(context, {
      kind: 'accounts.checked-link',
      to,
      person: account.id,
      language: account.language,
      values: { ...link.values, until: until.toString() },
    })
  return true
}

export const carryOutSupportJob: Job = {
  task: 'accounts.carry-out-support',
  run: async (context, payload) => void (await context.perform(carryOutSupport, { step: String(payload.step) })),
}
