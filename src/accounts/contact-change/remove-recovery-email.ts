import { newId } from '../../platform/ids.ts'
import { operation } from '../../platform/operation.ts'
import { lockAccount } from '../account-store.ts'
import { contactHash } from '../contact-points/contact-point.ts'
import { hasRecentProof } from '../sessions/recent-proof.ts'
import { sealSide } from './contact-change.ts'
import { dropAsked, insertChange } from './contact-change-store.ts'
import { makeChange } from './make-change.ts'
import { recoveryEmailOf } from './own-addresses.ts'

/** Takes the recovery address away; it and the user name are told, and can take that back for 72 hours. */
export const removeRecoveryEmail = operation({
  name: 'accounts.remove-recovery-email',
  gate: true,
  allow: (actor, _input: Record<string, never>) => actor.kind === 'account' && actor.sessionId !== null,
  refusals: ['no-recent-proof', 'no-recovery-email'],
  async run(context) {
    const { tx, actor, now, services, refuse, audit } = context
    const account = await lockAccount(tx, actor.id as string)
    if (!(await hasRecentProof(context))) return refuse('no-recent-proof')
    await dropAsked(tx, account.id, now, 'recovery-email')
    const old = await recoveryEmailOf(context, account.id)
    if (old === null) return refuse('no-recovery-email')
    const change = { id: newId(), account: account.id, key_id: services.keys.currentId }
    audit({ account: account.id, subject: `change:${change.id}` })
    await insertChange(tx, {
      ...change,
      what: 'recovery-email',
      old_hash: contactHash(services.keys, old),
      old_sealed: sealSide(services.keys, change, 'old', old),
      asked_at: now,
    })
    await makeChange(context, account, { id: change.id, key_id: change.key_id, what: 'recovery-email', old, new: null })
  },
})
