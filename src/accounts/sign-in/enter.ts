import type { OperationContext } from '../../platform/operation.ts'
import { paths } from '../../platform/paths.ts'
import { type Account, mustChoosePassword } from '../account.ts'
import { tellOfNewBrowser } from '../browsers/tell-of-new-browser.ts'
import { endRecovery } from '../recovery/request/end-recovery.ts'
import { openSession } from '../sessions/open-session.ts'
import type { ProofFactor } from '../sessions/session.ts'
import { ownPath } from '../sessions/own-path.ts'
import { nextStep, stepPath } from '../sign-up/steps.ts'

export interface Entered {
  /** The new session's secret, for the cookie; null where a new password is asked for first. */
  secret: string | null
  goTo: string
}

type Entering = Pick<OperationContext, 'tx' | 'actor' | 'now' | 'services' | 'request' | 'enqueue' | 'audit'>

/**
 * Opens the session of someone who has given both factors: a full one, or, where a step of the sign-up or new terms
 * are still to do, one that leads there. Every way in ends here, so that an account whose owner disowned a sign-in
 * stays shut to all of them until it has a new password.
 */
export async function enter(context: Entering, account: Account, provedBy: ProofFactor, next: string | undefined): Promise<Entered> {
  if (mustChoosePassword(account)) {
    context.audit({ account: account.id, detail: { factor: provedBy, held: 'new-password-first' } })
    return { secret: null, goTo: paths.forgotPassword() }
  }
  context.audit({ account: account.id, detail: { factor: provedBy } })
  // Who gives both factors has not lost them: a recovery that somebody began for this account ends here.
  const ended = endRecovery(context, account.id, 'sign-in')
  const undone = nextStep(account, context.services.agency)
  const stage = undone === null ? 'full' : 'sign-up'
  const opened = openSession(context, { account: account.id, stage, provedAt: context.now, provedBy })
  const told = tellOfNewBrowser(context, account, opened.then(({ visit }) => visit))
  const [{ secret }] = await Promise.all([opened, ended, told])
  return { secret, goTo: undone === null ? (ownPath(next) ?? paths.account()) : stepPath(undone) }
}
