import { forgiveAttempts } from '../../platform/attempts.ts'
import type { Passwords } from '../../platform/crypto/passwords.ts'
import { procedure } from '../../platform/http/page.ts'
import { newId } from '../../platform/ids.ts'
import { operation, type OperationContext } from '../../platform/operation.ts'
import { paths } from '../../platform/paths.ts'
import type { Account } from '../account.ts'
import { getAccount, replacePasswordHash } from '../account-store.ts'
import { tellClosed } from '../closing/tell-closed.ts'
import { emailHash } from '../email-address.ts'
import { sendFirstCode } from '../one-time-password/send-code.ts'
import type { Doer } from '../procedure.ts'
import { openSession } from '../sessions/open-session.ts'
import { withNext } from '../sessions/own-path.ts'
import { nextStep, stepPath } from '../sign-up/steps.ts'
import { clearPasswordTries } from './password-try-store.ts'
import { withComparedPassword } from './compare-password.ts'
import type { Entered } from './enter.ts'
import { failedSignIns } from './failed-sign-ins.ts'
import { tryPassword } from './try-password.ts'

interface PasswordGiven {
  email: string
  password: string
  next: string | undefined
}

const networkOf = ({ request }: Pick<OperationContext, 'request'>) => request.network ?? 'unknown'

interface PasswordLookedAt {
  /** Whose password it is, right or wrong; null for an address nobody has. */
  account: string | null
  matches: boolean
  email: string
  triedAt: Temporal.Instant
  next: string | undefined
}

/** What a right password opens: the question for the code, or the next step of a sign-up that has proven no channel. */
export const acceptPassword = operation({
  name: 'accounts.accept-password',
  gate: true,
  allow: (_actor, _input: PasswordLookedAt) => true,
  refusals: ['email-or-password-wrong'],
  async run(context, input) {
    const { tx, actor, request, services, refuse, audit } = context
    audit({ ...(input.account ? { account: input.account } : {}), detail: { factor: 'password' } })
    if (!input.account || !input.matches) return refuse('email-or-password-wrong')
    const [account] = await Promise.all([
      getAccount(tx, input.account),
      // In the order in which a try locks them: who presses twice would wait for themselves.
      forgiveAttempts(tx, failedSignIns, { actor, input, request, services }, input.triedAt),
      clearPasswordTries(tx, emailHash(services.keys, input.email), networkOf(context)),
    ])
    // Closed is told to the mailbox alone: the page says what it says of a wrong password.
    if (account.closed_at) return refuse('email-or-password-wrong')
    return account.channel_proven_at ? askForCode(context, account, input.next) : continueSignUp(context, account)
  },
})

type Accepting = Parameters<typeof sendFirstCode>[0]

async function askForCode(context: Accepting, account: Account, next: string | undefined): Promise<Entered> {
  const id = newId()
  const opened = openSession(context, { id, account: account.id, stage: 'password-given' })
  const [session] = await Promise.all([opened, sendFirstCode(context, account, id)])
  return { secret: session.secret, goTo: withNext(paths.signInCode(), next) }
}

async function continueSignUp(context: Accepting, account: Account): Promise<Entered> {
  const session = await openSession(context, { account: account.id, stage: 'sign-up' })
  const undone = nextStep(account, context.services.agency)
  if (undone === 'verification-code') await sendFirstCode(context, account, session.id)
  return { secret: session.secret, goTo: stepPath(undone) }
}

/** A hash made with an older key or weaker parameters is made again when its password is there. */
export const renewPasswordHash = operation({
  name: 'accounts.renew-password-hash',
  gate: true,
  allow: (_actor, _input: { account: string; from: string; to: string }) => true,
  refusals: [],
  async run({ tx, audit }, { account, from, to }) {
    audit({ account })
    await replacePasswordHash(tx, account, from, to)
  },
})

/**
 * **Sign In**: count, compare, accept, each committed before the next. An address nobody has costs the same statements
 * and the same hash, and gets the same answer as a wrong password; so does a password its owner must replace. Where the
 * line for hashing is full nothing is done at all: who is turned away has lost no try, and costs next to nothing.
 */
export const givePassword = procedure({
  refusals: [...tryPassword.refusals, ...acceptPassword.refusals],
  call: (by: Doer, { email, password, next }: PasswordGiven) =>
    withComparedPassword(by, { email, password }, async ({ stored, matches, triedAt }) => {
      const { passwords } = by.services
      const accepted = await by.perform(acceptPassword, { account: stored?.account ?? null, matches, email, triedAt, next })
      if (!accepted.ok && stored && matches) await by.perform(tellClosed, { account: stored.account })
      if (accepted.ok && stored && passwords.needsRehash(stored.hash)) await renew(by, passwords, password, stored)
      return accepted
    }),
})

async function renew(by: Doer, passwords: Passwords, password: string, stored: { account: string; hash: string }) {
  const fresh = await passwords.hashPassword(password)
  if ('hash' in fresh) await by.perform(renewPasswordHash, { account: stored.account, from: stored.hash, to: fresh.hash })
}
