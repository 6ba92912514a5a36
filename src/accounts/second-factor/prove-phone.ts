import { procedure } from '../../platform/http/page.ts'
import { newId } from '../../platform/ids.ts'
import { operation, type OperationContext } from '../../platform/operation.ts'
import type { Account } from '../account.ts'
import { lockAccount } from '../account-store.ts'
import { sealSide } from '../contact-change/contact-change.ts'
import { insertChange } from '../contact-change/contact-change-store.ts'
import { makeChange } from '../contact-change/make-change.ts'
import { contactAddressOf, contactHash, contactHashes } from '../contact-points/contact-point.ts'
import { findPhoneToProve, findProvenPoint, markFormerRemoved, removeUnprovenPhones } from '../contact-points/contact-point-store.ts'
import { redeem } from '../one-time-password/challenge-store.ts'
import { giveSendsBack } from '../one-time-password/send-limits.ts'
import { codeFault, codeFaults, type CodeLook, tryCode } from '../one-time-password/try-code.ts'
import type { Doer } from '../procedure.ts'
import { hasRecentProof } from '../sessions/recent-proof.ts'
import { factorChanges } from './factor-changes.ts'

/** The phone that codes go to now, in E.164. */
export async function codePhoneOf({ tx, services }: Pick<OperationContext, 'tx' | 'services'>, account: string): Promise<string | null> {
  const point = await findProvenPoint(tx, account, 'phone', 'codes')
  return point ? contactAddressOf(services.keys, point) : null
}

/** Changes the phone: every address is told, the old number too, and whoever holds the user name can undo it for 72 hours. */
async function changePhone(context: OperationContext, account: Account, number: string | null): Promise<void> {
  const { tx, now, services, audit } = context
  const { keys } = services
  const old = await codePhoneOf(context, account.id)
  const change = { id: newId(), account: account.id, key_id: keys.currentId }
  audit({ account: account.id, subject: `change:${change.id}` })
  await insertChange(tx, {
    ...change,
    what: 'phone',
    old_hash: old && contactHash(keys, old),
    old_sealed: old === null ? null : sealSide(keys, change, 'old', old),
    new_sealed: number === null ? null : sealSide(keys, change, 'new', number),
    asked_at: now,
  })
  if (number !== null) await markFormerRemoved(tx, account.id, contactHashes(keys, number), now)
  await makeChange(context, account, { id: change.id, key_id: change.key_id, what: 'phone', old, new: number })
}

/** A right code makes the phone the one that codes go to, in place of the one before. */
export const keepPhone = operation({
  name: 'accounts.prove-phone',
  gate: true,
  allow: (actor, _input: { look: CodeLook }) => actor.kind === 'account' && actor.sessionId !== null,
  limits: [factorChanges],
  refusals: ['no-recent-proof', 'no-code'],
  async run(context, { look }) {
    const { tx, actor, now, services, refuse } = context
    const account = await lockAccount(tx, actor.id as string)
    if (!(await hasRecentProof(context))) return refuse('no-recent-proof')
    const challenge = await redeem(tx, actor.sessionId as string, look, now, 'phone')
    const point = await findPhoneToProve(tx, account.id)
    if (!challenge || !point || challenge.phone !== point.id) return refuse('no-code')
    await giveSendsBack(context, challenge)
    await removeUnprovenPhones(tx, account.id, now)
    await changePhone(context, account, contactAddressOf(services.keys, point))
  },
})

/** **Secure One-time Password** for a new phone: one look, counted among five, then the change. */
export const provePhone = procedure({
  refusals: [...tryCode.refusals, ...keepPhone.refusals, ...codeFaults],
  async call(by: Doer, { typed }: { typed: string }) {
    const tried = await by.perform(tryCode, { typed, purpose: 'phone' })
    if (!tried.ok) return tried
    if (!tried.output.fits) return { ok: false, refusal: codeFault(tried.output) }
    return by.perform(keepPhone, { look: tried.output })
  },
})

/** Takes the phone away. The mailed code always stays, so nobody takes their last way in. */
export const removePhone = operation({
  name: 'accounts.remove-phone',
  gate: true,
  allow: (actor) => actor.kind === 'account' && actor.sessionId !== null,
  limits: [factorChanges],
  refusals: ['no-recent-proof', 'no-phone'],
  async run(context, _input: undefined) {
    const { tx, actor, refuse } = context
    const account = await lockAccount(tx, actor.id as string)
    if (!(await hasRecentProof(context))) return refuse('no-recent-proof')
    if ((await codePhoneOf(context, account.id)) === null) return refuse('no-phone')
    await changePhone(context, account, null)
  },
})
