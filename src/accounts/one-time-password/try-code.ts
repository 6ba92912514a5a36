import { isOneTimeCode } from '../../platform/crypto/one-time-code.ts'
import { asTyped } from '../../platform/numbers/typed.ts'
import { operation } from '../../platform/operation.ts'
import { getAccount, recordFacts } from '../account-store.ts'
import { codesWaitMinutes, isExpired, triesMost, wrongCodesMost } from './challenge.ts'
import { countWrongCode, lockChallenge, recordTry } from './challenge-store.ts'

/**
 * Looks at one typed code and counts the look, in a transaction of its own: whatever follows, the count stays.
 * The challenge's row is locked first, so that of forty parallel guesses five are looked at.
 * @returns the send the code belongs to, and whether it fits
 */
export const tryCode = operation({
  name: 'accounts.try-code',
  gate: true,
  allow: (actor) => actor.sessionId !== null,
  refusals: ['no-code', 'code-expired', 'tries-used', 'codes-wait'],
  async run({ tx, actor, now, services, refuse, audit }, { typed }: { typed: string }) {
    const challenge = await lockChallenge(tx, actor.sessionId as string)
    if (!challenge || challenge.answered_at) return refuse('no-code')
    audit({ account: challenge.account })
    if (challenge.tries >= triesMost) return refuse('tries-used')
    const { codes_wait_until: waitUntil } = await getAccount(tx, challenge.account)
    if (waitUntil && Temporal.Instant.compare(waitUntil, now) > 0) return refuse('codes-wait')
    if (isExpired(challenge, now)) return refuse('code-expired')
    const { id: challengeId, sends: sendNumber, key_id: keyId } = challenge
    const fits = isOneTimeCode(services.keys, { challengeId, sendNumber, keyId }, asTyped(typed))
    await recordTry(tx, challengeId)
    if (!fits && (await countWrongCode(tx, challenge.account, now)) >= wrongCodesMost)
      await recordFacts(tx, challenge.account, { codes_wait_until: now.add({ minutes: codesWaitMinutes }) })
    audit({ detail: { fits } })
    return { fits, send: sendNumber }
  },
})
