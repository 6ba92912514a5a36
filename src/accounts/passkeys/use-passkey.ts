import { forgiveAttempts } from '../../platform/attempts.ts'
import type { OperationContext, Result } from '../../platform/operation.ts'
import { type Assertion, relyingPartyOf, verifyAssertion } from '../../platform/passkeys/index.ts'
import type { Doer } from '../procedure.ts'
import { failedSignIns } from '../sign-in/failed-sign-ins.ts'
import { lockPasskey, markPasskeyUsed, type StoredPasskey } from './passkey-store.ts'
import { tellOfCopiedPasskey } from './tell-of-copied-passkey.ts'
import { type PasskeyAnswered, tryPasskey } from './try-passkey.ts'

/** The passkey that an answer names, null where there is none; and what it has signed, null where it has not. */
export interface PasskeyUsed {
  passkey: { id: string; account: string } | null
  assertion: Assertion | null
  triedAt: Temporal.Instant
}

export const passkeyRefusals = ['passkey-refused', 'counter-went-back'] as const
type PasskeyRefusal = (typeof passkeyRefusals)[number]

/**
 * Two authenticators that hold one key count apart, so that a counter that does not rise says that there may be a copy
 * (WebAuthn Level 3, 6.1.1). Synced passkeys do not count: they always say 0.
 */
const mayBeCopied = (stored: StoredPasskey, { counter }: Assertion) =>
  (counter > 0 || stored.counter > 0) && counter <= stored.counter

/**
 * Marks a verified passkey as used, in the row it has locked, and gives the try its place back.
 * @returns its account, or why it is not accepted
 */
export async function usePasskey(
  { tx, actor, now, request, services }: Pick<OperationContext, 'tx' | 'actor' | 'now' | 'request' | 'services'>,
  used: PasskeyUsed,
): Promise<{ account: string } | { refused: PasskeyRefusal }> {
  const { passkey, assertion } = used
  if (!passkey || !assertion) return { refused: 'passkey-refused' }
  const stored = await lockPasskey(tx, passkey.id)
  if (!stored) return { refused: 'passkey-refused' }
  if (mayBeCopied(stored, assertion)) return { refused: 'counter-went-back' }
  await markPasskeyUsed(tx, stored.id, { counter: assertion.counter, is_backed_up: assertion.isBackedUp, last_used_at: now })
  await forgiveAttempts(tx, failedSignIns, { actor, input: used, request, services }, used.triedAt)
  return { account: stored.account }
}

/** What the passkey signed; null where it did not. Outside any transaction; who signs a person in names their account. */
async function assertionOf(by: Doer, challenge: string, stored: StoredPasskey | null, { answer, purpose }: PasskeyAnswered) {
  const party = relyingPartyOf(by.services.publicUrl)
  if (!party || !stored || !answer || (purpose === 'sign-in' && !answer.response.userHandle)) return null
  const { credential_id: credentialId, public_key: publicKey, user_handle: userHandle, is_backup_eligible: isBackupEligible } = stored
  return verifyAssertion(party, challenge, { credentialId, publicKey, userHandle, isBackupEligible }, answer)
}

/**
 * Count and take, verify, accept: each committed before the next. Everything that is wrong with a passkey is one refusal
 * to whoever holds it; the record keeps which one it was, and the owner is told of a copy.
 */
export async function throughPasskey<O, R extends string>(
  by: Doer,
  answered: PasskeyAnswered,
  accept: (used: PasskeyUsed) => Promise<Result<O, R>>,
): Promise<Result<O, 'passkey-refused' | Exclude<R, 'counter-went-back'>>> {
  const tried = await by.perform(tryPasskey, answered)
  if (!tried.ok) return tried
  const { challenge, passkey: stored, triedAt } = tried.output
  const passkey = stored && { id: stored.id, account: stored.account }
  const accepted = await accept({ passkey, assertion: await assertionOf(by, challenge, stored, answered), triedAt })
  if (accepted.ok) return accepted
  const { refusal } = accepted
  if (refusal !== 'counter-went-back') return { ok: false, refusal: refusal as Exclude<R, 'counter-went-back'> }
  if (passkey) await by.perform(tellOfCopiedPasskey, { passkey: passkey.id })
  return { ok: false, refusal: 'passkey-refused' }
}
