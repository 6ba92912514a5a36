import { isOneTimeCode } from '../../platform/crypto/one-time-code.ts'
import { asTyped } from '../../platform/numbers/typed.ts'
import { unawaited } from '../../platform/db/transaction.ts'
import { operation, type OperationContext } from '../../platform/operation.ts'
import type { Account } from '../account.ts'
import { recordFacts } from '../account-store.ts'
import { lockApps, markAppUsed } from '../second-factor/app-store.ts'
import { lookAtApps } from '../second-factor/authenticator-app.ts'
import { type Challenge, type ChallengePurpose, codesWaitMinutes, isExpired, triesMost, wrongCodesMost } from './challenge.ts'
import { countWrongCode, type FittingCode, lockAskedAccount, lockChallenge, recordTry } from './challenge-store.ts'

/** What one look at a typed code found; `app`: the authentication app that made a fitting one. */
export interface CodeLook extends FittingCode {
  fits: boolean
  app: string | null
  /** The code is right for an app, and worked before: the next one is to be waited for. */
  wasUsed: boolean
}

type Looking = Pick<OperationContext, 'tx' | 'now' | 'services'>

/** A sent code is derived again and compared. */
function lookAtSent({ services }: Looking, { id: challengeId, sends: sendNumber, key_id: keyId }: Challenge, typed: string) {
  return { fits: isOneTimeCode(services.keys, { challengeId, sendNumber, keyId }, asTyped(typed)), app: null, wasUsed: false }
}

/** A right code of an app uses up its step at once, whatever follows (RFC 6238, 5.2). */
async function lookAtApp({ tx, now, services }: Looking, account: Account, typed: string) {
  const apps = await lockApps(tx, account.id, account.channel_proven_at !== null)
  const look = lookAtApps(services.keys, apps, typed, now)
  if (look.verdict !== 'fits') return { fits: false, app: null, wasUsed: look.verdict === 'used' }
  await markAppUsed(tx, look.app.id, look.step, now)
  return { fits: true, app: look.app.id, wasUsed: false }
}

/**
 * Looks at one typed code and counts the look, in a transaction of its own: whatever follows, the count stays.
 * Account and challenge are locked first, so that of forty parallel guesses five are looked at, and of guesses in many
 * sign-ins at once no more than the day allows.
 * @returns the send and channel the code belongs to, and whether it fits
 */
export const tryCode = operation({
  name: 'accounts.try-code',
  gate: true,
  allow: (actor) => actor.sessionId !== null,
  refusals: ['no-code', 'code-expired', 'tries-used', 'codes-wait'],
  async run(context, { typed, purpose }: { typed: string; purpose?: ChallengePurpose }) {
    const { tx, actor, now, refuse, audit } = context
    const session = actor.sessionId as string
    // In this order: they leave together, and the account is locked before the challenge.
    const [account, challenge] = await Promise.all([lockAskedAccount(tx, session, purpose), lockChallenge(tx, session, purpose)])
    if (!account || !challenge || challenge.answered_at) return refuse('no-code')
    const factor = challenge.channel
    audit({ account: challenge.account, detail: { factor } })
    if (challenge.tries >= triesMost) return refuse('tries-used')
    const { codes_wait_until: waitUntil } = account
    if (waitUntil && Temporal.Instant.compare(waitUntil, now) > 0) return refuse('codes-wait')
    if (isExpired(challenge, now)) return refuse('code-expired')
    const isApp = challenge.channel === 'app'
    const look = isApp ? await lookAtApp(context, account, typed) : lookAtSent(context, challenge, typed)
    await unawaited(tx, recordTry(tx, challenge.id))
    if (!look.fits && (await countWrongCode(tx, challenge.account, now)) >= wrongCodesMost)
      await recordFacts(tx, challenge.account, { codes_wait_until: now.add({ minutes: codesWaitMinutes }) })
    audit({ detail: { factor, fits: look.fits } })
    return { ...look, send: challenge.sends, channel: challenge.channel }
  },
})

export const codeFaults = ['code-wrong', 'app-code-wrong', 'app-code-used'] as const

/** What to say of a code that does not fit. */
export function codeFault({ channel, wasUsed }: CodeLook): (typeof codeFaults)[number] {
  if (channel !== 'app') return 'code-wrong'
  return wasUsed ? 'app-code-used' : 'app-code-wrong'
}
