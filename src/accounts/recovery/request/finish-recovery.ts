import type { OperationContext } from '../../../platform/operation.ts'
import type { Account, CodeChannel } from '../../account.ts'
import { recordFacts } from '../../account-store.ts'
import { removeLostApps, removeLostPasskeys, removeLostPhones } from './lost-factor-store.ts'
import { endRecovery } from './end-recovery.ts'
import { lockRequest } from './request-store.ts'

type Finishing = Pick<OperationContext, 'tx' | 'now' | 'services' | 'enqueue' | 'audit'>

const needs: Record<CodeChannel, 'phone' | 'app' | null> = { email: null, sms: 'phone', 'email-and-sms': 'phone', app: 'app' }

/**
 * The end of a request that led to a new password: what was declared lost proves nobody any more, whoever holds it now.
 * Where codes came by it, they come by mail until the person chooses again.
 */
export async function finishRecovery(context: Finishing, account: Pick<Account, 'id' | 'code_channel'>, request: string): Promise<void> {
  const { tx, now, audit } = context
  const lost = (await lockRequest(tx, request))?.lost ?? []
  audit({ detail: { recovery: request, lost: lost.join(',') } })
  if (lost.includes('phone')) await removeLostPhones(tx, account.id, now)
  if (lost.includes('app')) await removeLostApps(tx, account.id, now)
  if (lost.includes('passkey')) await removeLostPasskeys(tx, account.id, now)
  const needed = needs[(account.code_channel ?? 'email') as CodeChannel]
  if (needed && lost.includes(needed)) await recordFacts(tx, account.id, { code_channel: 'email' })
  await endRecovery(context, account.id, 'done')
}
