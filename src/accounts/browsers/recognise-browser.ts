import { hashCandidates } from '../../platform/crypto/keyed-hash.ts'
import type { OperationContext } from '../../platform/operation.ts'
import { markBrowserSeen } from './known-browser-store.ts'

type Recognising = Pick<OperationContext, 'tx' | 'now' | 'services' | 'request'>

/**
 * Whether this browser was signed in to the account before, and remembers it from now on. `none`: what asks is no
 * browser. The answer only decides whether the owner is told; no proof is ever left out for a known browser.
 */
export async function recogniseBrowser(
  { tx, now, services, request }: Recognising,
  account: string,
): Promise<'known' | 'new' | 'none'> {
  const secret = request.browserSecret?.()
  if (!secret) return 'none'
  return markBrowserSeen(tx, account, hashCandidates(services.keys, 'known-browser', [account, secret]), now)
}
