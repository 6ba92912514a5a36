import { overloaded } from '../../../platform/http/answer.ts'
import { procedure } from '../../../platform/http/page.ts'
import { operation } from '../../../platform/operation.ts'
import { lockAccount, recordFacts } from '../../account-store.ts'
import { emailHash } from '../../email-address.ts'
import { busySeconds, type Doer } from '../../procedure.ts'
import { hasRecentProof } from '../../sessions/recent-proof.ts'
import { endSessionsOf } from '../../sessions/session-store.ts'
import { withComparedPassword } from '../../sign-in/compare-password.ts'
import { clearPasswordTries } from '../../sign-in/password-try-store.ts'
import { tryPassword } from '../../sign-in/try-password.ts'
import { tellEveryAddress } from '../../tell-every-address.ts'
import { replacePassword } from '../reset-secret-store.ts'
import { killResets } from '../reset-store.ts'

interface PasswordChange {
  email: string
  hash: string
}

/** The new password of a signed-in person: every other session ends, resets under way die, every address is told. */
export const changePassword = operation({
  name: 'accounts.change-password',
  gate: true,
  allow: (actor, _input: PasswordChange) => actor.kind === 'account' && actor.sessionId !== null,
  refusals: ['no-recent-proof'],
  async run(context, { email, hash }) {
    const { tx, actor, now, services, request, refuse, audit } = context
    const account = await lockAccount(tx, actor.id as string)
    audit({ account: account.id })
    if (!(await hasRecentProof(context))) return refuse('no-recent-proof')
    await replacePassword(tx, account.id, hash, now)
    await recordFacts(tx, account.id, { password_set_at: now })
    await killResets(tx, account.id, now)
    await clearPasswordTries(tx, emailHash(services.keys, email), request.network ?? 'unknown')
    await endSessionsOf(tx, account.id, 'password-reset', now, actor.sessionId as string)
    await tellEveryAddress(context, account, { kind: 'accounts.password-was-reset' })
    return undefined
  },
})

/**
 * The current password is asked too (ASVS V6.2.3), and counted like one at the sign-in: a session left open is no place
 * to guess it.
 */
export const giveNewPassword = procedure({
  refusals: [...changePassword.refusals, ...tryPassword.refusals, 'current-wrong', 'same-password'],
  async call(by: Doer, { email, current, password }: { email: string; current: string; password: string }) {
    // The place in the line is given back before the new one is hashed: nobody holds one and waits for another.
    const compared = await withComparedPassword(by, { email, password: current }, async ({ matches }) => ({ matches }))
    if (!('matches' in compared)) return compared
    if (!compared.matches) return { ok: false, refusal: 'current-wrong' }
    if (current.normalize('NFC') === password.normalize('NFC')) return { ok: false, refusal: 'same-password' }
    const hashed = await by.services.passwords.hashPassword(password)
    return 'hash' in hashed ? by.perform(changePassword, { email, hash: hashed.hash }) : overloaded(busySeconds)
  },
})
