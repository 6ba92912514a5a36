import { stepCounts } from '../accounts/index.ts'
import type { Config } from '../config.ts'
import { systemActor } from '../platform/actor.ts'
import { performerFor } from '../platform/operation.ts'
import { withDeployment } from './with-deployment.ts'

/**
 * Where people stop: of the last days, how many got past each step, in the order in which most do. Only of devices that
 * allow analytics, so the figures compare steps and are no total.
 */
export async function signUpSteps(config: Config, options: { days: string; json?: boolean }): Promise<number> {
  const days = Number(options.days)
  if (!Number.isInteger(days) || days < 1 || days > 400) throw new Error('--days: use a whole number from 1 to 400')
  const counted = await withDeployment(config, (deployment) =>
    performerFor(deployment.partsFor('worker'), systemActor('operator'), { id: null, network: null }).read(stepCounts, { days }),
  )
  console.log(options.json ? JSON.stringify(counted) : inWords(counted ?? [], days))
  return 0
}

function inWords(counted: readonly { step: string; done: number }[], days: number): string {
  const sums = new Map<string, number>()
  for (const { step, done } of counted) sums.set(step, (sums.get(step) ?? 0) + done)
  if (sums.size === 0) return `Nothing was counted in the last ${days} days.`
  const lines = [...sums].toSorted(([, one], [, other]) => other - one).map(([step, done]) => `${String(done).padStart(8)}  ${step}`)
  return [`Got past each step in the last ${days} days, where analytics is allowed:`, ...lines].join('\n')
}
