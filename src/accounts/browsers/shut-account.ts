import type { OperationContext } from '../../platform/operation.ts'
import { recordFacts } from '../account-store.ts'
import { killResets } from '../recovery/reset-store.ts'
import { endSessionsOf } from '../sessions/session-store.ts'
import { forgetBrowsers } from './known-browser-store.ts'
import { spendNotMeLinks } from './not-me-link-store.ts'

/**
 * Somebody else was in the account, says who holds a mailbox of it: whoever is signed in is signed out, no reset goes
 * on, no browser is known any longer, and nothing opens the account until a new password was chosen through Forgot your
 * password. A recovery goes on: it has its own notices and cancel links, and may be the owner's.
 */
export async function shutAccount({ tx, now }: Pick<OperationContext, 'tx' | 'now'>, account: string): Promise<void> {
  await spendNotMeLinks(tx, account, now)
  await recordFacts(tx, account, { password_must_change_at: now })
  await killResets(tx, account, now, { sparesRecovery: true })
  await endSessionsOf(tx, account, 'not-me', now)
  await forgetBrowsers(tx, account)
}
