import { query } from '../platform/operation.ts'
import { findFinishedAccount } from './account-store.ts'
import { emailHashes } from './email-address.ts'

/** Whether one of these addresses names a finished account: asked at a start, of addresses that only a demonstration has. */
export const isAnyAccountFinished = query({
  name: 'accounts.is-any-account-finished',
  allow: (actor) => actor.kind === 'system',
  run: async ({ tx, services }, emails: readonly string[]): Promise<boolean> =>
    (await findFinishedAccount(tx, emails.flatMap((email) => emailHashes(services.keys, email)))) !== undefined,
})
