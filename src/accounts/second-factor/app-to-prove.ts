import { query } from '../../platform/operation.ts'
import { getAccount } from '../account-store.ts'
import { emailOf } from '../email-address.ts'
import { findAppToProve } from './app-store.ts'
import { type AppToAdd, appToAdd } from './authenticator-app.ts'

/** The key that one's own app is to keep, shown until the app has made a code with it, and never again. */
export const appToProve = query({
  name: 'accounts.app-to-prove',
  allow: (actor) => actor.kind === 'account',
  async run({ tx, actor, services }, _input: undefined): Promise<AppToAdd | null> {
    const app = await findAppToProve(tx, actor.id as string)
    if (!app) return null
    return appToAdd(services, app, emailOf(services.keys, await getAccount(tx, app.account)))
  },
})
