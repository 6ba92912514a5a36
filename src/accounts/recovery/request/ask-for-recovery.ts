import type { LimitSubject } from '../../../platform/attempts.ts'
import { linkToken, linkTokenHash } from '../../../platform/crypto/link-token.ts'
import { newId } from '../../../platform/ids.ts'
import { queueMail } from '../../../platform/mail/queue-mail.ts'
import { operation } from '../../../platform/operation.ts'
import { findAccountByEmail } from '../../account-store.ts'
import { closedValues } from '../../closing/closing.ts'
import { emailHash, emailHashes } from '../../email-address.ts'
import { addressStanding } from '../address-standing.ts'
import { delayHours, type Losable, openHours } from './recovery-request.ts'
import { endExpiredRequests, findRunningRequest, insertRequest } from './request-store.ts'

interface RecoveryAsked {
  email: string
  lost: readonly Losable[]
  language: string
}

const ofAddress = ({ input, services }: LimitSubject<RecoveryAsked>) => emailHash(services.keys, input.email)

/**
 * Begins the slow way back in by user name. Known and unknown addresses run the same statements and queue one mail and
 * one job; the job tells the other addresses, which the asker may not even know of. One request at a time: who asks
 * again is told of the one that runs.
 */
export const askForRecovery = operation({
  name: 'accounts.ask-for-recovery',
  gate: true,
  allow: (_actor, _input: RecoveryAsked) => true,
  limits: [
    { name: 'accounts.recovery.network', most: 20, withinSeconds: 60, of: ({ request }) => request.network },
    { name: 'accounts.recovery.address', most: 3, withinSeconds: 86_400, of: ofAddress },
  ],
  refusals: [],
  async run(context, { email, lost, language }) {
    const { tx, now, services, audit, enqueue } = context
    const account = await findAccountByEmail(tx, emailHashes(services.keys, email))
    if (account) audit({ account: account.id, detail: { lost: lost.join(',') } })
    const standing = addressStanding(account)
    const known = standing === 'complete' ? account : undefined
    await endExpiredRequests(tx, known?.id ?? null, now)
    const id = newId()
    const key = services.keys.currentId
    const opensAt = now.add({ hours: delayHours })
    const isBegun = await insertRequest(tx, {
      id,
      account: known?.id ?? null,
      key_id: key,
      cancel_hash: linkTokenHash(services.keys, linkToken(services.keys, { linkId: id, sendNumber: 1, keyId: key })),
      lost: [...lost],
      begun_at: now,
      opens_at: opensAt,
      expires_at: opensAt.add({ hours: openHours }),
      ended_at: known ? null : now,
      ended_by: known ? null : 'nobody',
    })
    const running = await findRunningRequest(tx, known?.id ?? null)
    const values = {
      standing: known ? (isBegun ? 'begun' : 'running') : standing,
      link: running?.id ?? id,
      send: 1,
      key: running?.key_id ?? key,
      opensAt: (running?.opens_at ?? opensAt).toString(),
      ...closedValues(account),
    }
    await queueMail(context, { kind: 'accounts.recovery-asked', to: email, person: account?.id ?? newId(), language, values })
    await enqueue('accounts.tell-of-recovery', { request: running?.id ?? id })
    await enqueue('accounts.open-recovery', { request: running?.id ?? id }, { runAt: running?.opens_at ?? opensAt })
  },
})
