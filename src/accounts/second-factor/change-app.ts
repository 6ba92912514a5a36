import { operation } from '../../platform/operation.ts'
import { lockAccount, recordFacts } from '../account-store.ts'
import { killCodesBy } from '../one-time-password/challenge-store.ts'
import { hasRecentProof } from '../sessions/recent-proof.ts'
import { listApps, lockApp, removeApp, renameApp } from './app-store.ts'
import { factorChanges, tellOfFactor } from './factor-changes.ts'

export const nameApp = operation({
  name: 'accounts.rename-app',
  allow: (actor, _input: { app: string; name: string }) => actor.kind === 'account' && actor.sessionId !== null,
  limits: [factorChanges],
  refusals: ['no-recent-proof', 'no-app'],
  async run(context, { app, name }) {
    const { tx, actor, refuse, audit } = context
    const account = await lockAccount(tx, actor.id as string)
    if (!(await hasRecentProof(context))) return refuse('no-recent-proof')
    const found = await lockApp(tx, account.id, app)
    if (!found) return refuse('no-app')
    audit({ account: account.id, subject: `app:${app}` })
    if (found.name === name) return
    await renameApp(tx, app, name)
    await tellOfFactor(context, account, 'app-renamed')
  },
})

/**
 * Takes an app away: its codes are worth nothing from now on. The mailed code always stays, so nobody takes their last
 * way in; where codes came by the last app they come by mail again, and a sign-in that waits for one is asked by mail.
 */
export const takeAppAway = operation({
  name: 'accounts.remove-app',
  allow: (actor, _input: { app: string }) => actor.kind === 'account' && actor.sessionId !== null,
  limits: [factorChanges],
  refusals: ['no-recent-proof', 'no-app'],
  async run(context, { app }) {
    const { tx, actor, now, refuse, audit } = context
    const account = await lockAccount(tx, actor.id as string)
    if (!(await hasRecentProof(context))) return refuse('no-recent-proof')
    if (!(await lockApp(tx, account.id, app))) return refuse('no-app')
    audit({ account: account.id, subject: `app:${app}` })
    await removeApp(tx, app, now)
    if ((await listApps(tx, account.id)).length === 0) {
      await killCodesBy(tx, account.id, ['app'])
      if (account.code_channel === 'app') await recordFacts(tx, account.id, { code_channel: 'email' })
    }
    await tellOfFactor(context, account, 'app-removed')
  },
})
