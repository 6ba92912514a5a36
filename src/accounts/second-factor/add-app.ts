import { totpSecret } from '../../platform/crypto/totp.ts'
import { newId } from '../../platform/ids.ts'
import { operation } from '../../platform/operation.ts'
import { lockAccount } from '../account-store.ts'
import { hasRecentProof } from '../sessions/recent-proof.ts'
import { insertApp, listApps, lockApps, markAppProven, markAppUsed, removeUnprovenApps } from './app-store.ts'
import { appsMost, lookAtApps, sealAppSecret } from './authenticator-app.ts'
import { factorChanges, tellOfFactor } from './factor-changes.ts'

/** Makes a fresh key for an app that is to be added; one that was shown before and never proven is forgotten. */
export const beginApp = operation({
  name: 'accounts.begin-app',
  allow: (actor, _input: { name: string }) => actor.kind === 'account' && actor.sessionId !== null,
  limits: [factorChanges],
  refusals: ['no-recent-proof', 'too-many-apps'],
  async run(context, { name }) {
    const { tx, actor, now, services, refuse, audit } = context
    const account = await lockAccount(tx, actor.id as string)
    if (!(await hasRecentProof(context))) return refuse('no-recent-proof')
    if ((await listApps(tx, account.id)).length >= appsMost) return refuse('too-many-apps')
    const id = newId()
    audit({ account: account.id, subject: `app:${id}` })
    await removeUnprovenApps(tx, account.id, now)
    const secret_sealed = sealAppSecret(services.keys, account.id, id, totpSecret())
    await insertApp(tx, { id, account: account.id, name, secret_sealed, added_at: now })
  },
})

/**
 * The app's first code: from now on it signs in. Wrong codes are counted by a limit of their own: who sees this page
 * sees the key as well, so there is nothing to guess.
 */
export const proveNewApp = operation({
  name: 'accounts.prove-app',
  allow: (actor, _input: { code: string }) => actor.kind === 'account' && actor.sessionId !== null,
  limits: [{ name: 'accounts.prove-app', most: 20, withinSeconds: 3600, of: ({ actor }) => actor.id }],
  refusals: ['no-recent-proof', 'no-app', 'app-code-wrong'],
  async run(context, { code }) {
    const { tx, actor, now, services, refuse, audit } = context
    const account = await lockAccount(tx, actor.id as string)
    if (!(await hasRecentProof(context))) return refuse('no-recent-proof')
    const [app] = await lockApps(tx, account.id, false)
    if (!app) return refuse('no-app')
    audit({ account: account.id, subject: `app:${app.id}` })
    const look = lookAtApps(services.keys, [app], code, now)
    if (look.verdict !== 'fits') return refuse('app-code-wrong')
    await markAppProven(tx, app.id, now)
    await markAppUsed(tx, app.id, look.step, now)
    await tellOfFactor(context, account, 'app-added')
  },
})
