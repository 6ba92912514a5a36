import type { Job } from '../../../platform/jobs/job.ts'
import { queueMail } from '../../../platform/mail/queue-mail.ts'
import { operation } from '../../../platform/operation.ts'
import { queueTextMessage } from '../../../platform/sms/index.ts'
import { getAccount } from '../../account-store.ts'
import { contactAddressOf } from '../../contact-points/contact-point.ts'
import { listToldPoints } from '../../contact-points/contact-point-store.ts'
import { lockRequest, markRequestTold } from './request-store.ts'

/**
 * Tells every address beside the user name, which the asking itself has mailed, of a request, with the link that
 * cancels it: mailboxes by mail, phones by text message. Once, however often the job runs.
 */
export const tellOfRecovery = operation({
  name: 'accounts.tell-of-recovery',
  allow: (actor, _input: { request: string }) => actor.kind === 'system',
  refusals: [],
  async run(context, { request: id }) {
    const { tx, now, services, audit } = context
    const request = await lockRequest(tx, id)
    if (!request?.account || request.told_at || request.ended_at) return
    audit({ account: request.account, subject: `recovery:${id}` })
    const account = await getAccount(tx, request.account)
    const values = { standing: 'begun', link: id, send: 1, key: request.key_id, opensAt: request.opens_at.toString() }
    const told = { kind: 'accounts.recovery-asked', person: account.id, language: account.language, values }
    for (const point of await listToldPoints(tx, account.id, now)) {
      const to = contactAddressOf(services.keys, point)
      if (point.kind === 'email') await queueMail(context, { ...told, to })
      else await queueTextMessage(context, { ...told, to })
    }
    await markRequestTold(tx, id, now)
  },
})

export const tellOfRecoveryJob: Job = {
  task: 'accounts.tell-of-recovery',
  run: async (context, payload) => void (await context.perform(tellOfRecovery, { request: String(payload.request) })),
}
