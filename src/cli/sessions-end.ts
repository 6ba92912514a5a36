import { endSessionsByOperator, parseOnlineAccountNumber } from '../accounts/index.ts'
import type { Config } from '../config.ts'
import { systemActor } from '../platform/actor.ts'
import { performerFor } from '../platform/operation.ts'
import { withDeployment } from './with-deployment.ts'

const usage = 2

/** Signs one account out of every browser, or everybody; their next page asks to sign in. */
export async function sessionsEnd(config: Config, typed: string | undefined, { all = false }: { all?: boolean }): Promise<number> {
  if ((typed === undefined) !== all) return complain('sessions end: give one Online Account Number, or --all')
  const number = typed === undefined ? null : parseOnlineAccountNumber(typed)
  if (number && !number.ok) return complain('sessions end: this is not an Online Account Number')
  const ended = await withDeployment(config, (deployment) =>
    performerFor(deployment.partsFor('portal'), systemActor('operator'), { id: null, network: null }).perform(
      endSessionsByOperator,
      { number: number?.number ?? null },
    ),
  )
  if (!ended.ok) {
    console.error('No account has this Online Account Number.')
    return 1
  }
  console.log(number ? 'This account is signed out everywhere.' : 'Everybody is signed out.')
  return 0
}

function complain(line: string): number {
  console.error(line)
  return usage
}
