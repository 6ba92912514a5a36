import type { Limit } from '../../platform/attempts.ts'
import type { OperationContext } from '../../platform/operation.ts'
import type { Account } from '../account.ts'
import { tellEveryAddress } from '../tell-every-address.ts'

/** Each change is told to every address: who holds an open session cannot bury them in messages. */
export const factorChanges: Limit<unknown> = {
  name: 'accounts.factor-changes',
  most: 30,
  withinSeconds: 86_400,
  of: ({ actor }) => actor.id,
}

/** What was done to the ways in; the mail says it, and no name or number. */
export type FactorChange = 'app-added' | 'app-renamed' | 'app-removed' | 'channel-chosen'

export const tellOfFactor = (
  context: Pick<OperationContext, 'tx' | 'now' | 'services' | 'enqueue'>,
  account: Account,
  change: FactorChange,
): Promise<void> => tellEveryAddress(context, account, { kind: 'accounts.factor-changed', values: { change } })
