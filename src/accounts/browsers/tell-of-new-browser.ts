import { countAllOrNone, type Limit } from '../../platform/attempts.ts'
import { linkToken, linkTokenHash } from '../../platform/crypto/link-token.ts'
import { newId } from '../../platform/ids.ts'
import type { OperationContext } from '../../platform/operation.ts'
import type { Account } from '../account.ts'
import { tellEveryAddress } from '../tell-every-address.ts'
import { insertNotMeLink } from './not-me-link-store.ts'
import { recogniseBrowser } from './recognise-browser.ts'

/** How long the owner can say by the mailed link that it was not them. */
export const notMeDays = 7

/** Who has all proofs can sign in from ever new browsers: the first few are told, and each is in the history. */
const tellLimits: readonly Limit<string>[] = [
  { name: 'accounts.new-browser-told.hour', most: 5, withinSeconds: 3600, of: ({ input }) => input },
  { name: 'accounts.new-browser-told.day', most: 20, withinSeconds: 86_400, of: ({ input }) => input },
]

type Telling = Pick<OperationContext, 'tx' | 'actor' | 'now' | 'services' | 'request' | 'enqueue'>
type Told = Pick<Account, 'id' | 'email_sealed' | 'language' | 'completed_at' | 'protected_at'>

/**
 * After a sign-in: a browser that this account has not seen is remembered, and every address is told of it with a link
 * that says “this was not me” (ASVS V6.3.5). Nobody is told of the browsers in which the account is still being opened.
 * `visit` may still be on its way, so that both leave in one breath.
 */
export async function tellOfNewBrowser(context: Telling, account: Told, visit: string | Promise<string>): Promise<void> {
  if ((await recogniseBrowser(context, account.id)) !== 'new' || !account.completed_at) return
  const { tx, actor, now, services, request } = context
  if (!(await countAllOrNone(tx, tellLimits, { actor, request, services, input: account.id }, now))) return
  const link = { linkId: newId(), sendNumber: 1, keyId: services.keys.currentId }
  await insertNotMeLink(tx, {
    id: link.linkId,
    account: account.id,
    visit: await visit,
    token_hash: linkTokenHash(services.keys, linkToken(services.keys, link)),
    made_at: now,
    expires_at: now.add({ hours: 24 * notMeDays }),
  })
  // Of a person the law protects, the mail holds nothing that another reader could use.
  const isQuiet = account.protected_at !== null
  const device = isQuiet ? '' : (request.device ?? '')
  const country = isQuiet ? '' : (request.country ?? '')
  const values = { link: link.linkId, key: link.keyId, quiet: isQuiet ? 'yes' : 'no', device, country }
  await tellEveryAddress(context, account, { kind: 'accounts.new-browser', values })
}
